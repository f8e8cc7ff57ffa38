import type { previewWays } from '../../shared/letters.ts';
import type { ReleaseForm, ReleaseState, SharingDirection } from '../../shared/releases.ts';

/** What the paper of a whole record says of permissions, letters and papers. */
export const words = {
  columns: {
    day: 'Day',
    what: 'What',
    to: 'To whom',
    came: 'What came of it',
    how: 'How, on what, and why',
    document: 'Document',
  },
  form: 'Form',
  forms: {
    'release-of-information': 'Permission to share',
    'part2-consent': 'Extra permission for drug and alcohol treatment records',
  } satisfies Record<ReleaseForm, string>,
  recipient: 'Who that is',
  stands: 'Stands as',
  states: {
    draft: 'Made ready, not signed',
    active: 'Counts',
    expired: 'Ended',
    revoked: 'Taken back',
    replaced: 'Another has taken its place',
  } satisfies Record<ReleaseState, string>,
  direction: 'Which way',
  directions: {
    to: 'From this practice to them',
    from: 'From them to this practice',
    both: 'Both ways',
  } satisfies Record<SharingDirection, string>,
  covers: 'Covers',
  measures: 'Questionnaires',
  purposes: 'For',
  special: 'Specially protected',
  from: 'From when',
  signed: 'Signed',
  authority: 'Signed for them by',
  ends: 'Ends',
  lastDay: (day: string) => `After ${day}`,
  came: 'Has come',
  takenBack: 'Taken back',
  paper: 'Paper',
  letters: 'Letters',
  final: (day: string, by: string) => `Signed ${day} by ${by}`,
  draft: (by: string) => `Draft of ${by}, not printed`,
  seen: {
    'read-here': (day: string) => `Read by the client here, ${day}`,
    'read-aloud': (day: string) => `Read aloud to the client, ${day}`,
    'on-paper': (day: string) => `Read by the client on paper, ${day}`,
  } satisfies Record<(typeof previewWays)[number], (day: string) => string>,
  events: {
    handed_over: (day: string) => `Left ${day}`,
    answered: (day: string) => `Answered ${day}`,
  },
  replaced: 'Another letter has taken its place',
} as const;
