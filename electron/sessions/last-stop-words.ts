import type { StopEvent } from '../../shared/session-state.ts';

/** What the safety card and readiness say of earlier sessions, beside the words of the content. */
export const words = {
  stop: {
    signal: 'Stop signal',
    'no-answer': 'No answer when asked',
    flag: 'Red flag',
    distress: 'A high distress number',
    grade: 'Signs that were seen',
    'taken-back': 'A place was taken back',
    locked: 'Stop while the screen was locked',
  } satisfies Record<StopEvent['cause'], string>,
  places: (labels: string) => `at: ${labels}`,
  handsOff: (seconds: string) => `Hands off after ${seconds} s`,
  dissociation: (label: string) => `Dissociation: ${label}`,
  arousal: (label: string) => `Arousal: ${label}`,
  hold: {
    'closed-under-rule': 'a session was closed under the resume rule',
    P4: 'a referral was due the same day, after a session',
    P5: 'an emergency in a session',
    other: 'what happened in a session',
  },
  heldDissociation: (label: string) => `dissociation in a session, ${label}`,
  heldArousal: (label: string) => `arousal in a session, ${label}`,
} as const;
