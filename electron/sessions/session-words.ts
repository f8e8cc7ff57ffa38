/** Words the application itself writes into a record. */
export const words = {
  followUp: 'Follow up what happened in the session',
  tasks: {
    'home-safe': 'Check that they got home',
    message: 'Ask how it was afterwards',
    therapist: 'Check in with the therapist',
    review: 'Review the plan',
  },
} as const;
