import type { AppointmentStatus, CancelReason } from '../../shared/appointment.ts';
import type { Waiting } from '../../shared/waitlist.ts';

const since = (what: string) => (day: string) => `${what}, set ${day}`;

/** What the paper of a whole record says of appointments, the wait list and tasks. */
export const words = {
  columns: {
    when: 'When',
    what: 'What',
    stands: 'How it stands',
    since: 'Since',
    wish: 'Wish',
    due: 'Due',
  },
  minutes: (count: number) => `${count} minutes`,
  statuses: {
    booked: since('Booked'),
    confirmed: since('Confirmed'),
    arrived: since('Arrived'),
    'in-session': since('In session'),
    done: since('Done'),
    cancelled: since('Cancelled'),
    'late-cancelled': since('Cancelled late'),
    'no-show': since('No-show'),
  } satisfies Record<AppointmentStatus, (day: string) => string>,
  reasons: {
    'client-asked': 'The client asked for it',
    ill: 'Illness',
    crisis: 'A crisis',
    'unwell-on-the-day': 'Unwell on the day',
    safety: 'Chose to stop for safety',
    weather: 'Weather or transport',
    practitioner: 'The practice could not',
    'not-said': 'No reason given',
    other: 'Something else',
  } satisfies Record<CancelReason, string>,
  fee: (amount: string) => `Fee: ${amount}`,
  waiting: 'Wait list',
  waits: 'Waits',
  ended: { booked: 'Over: a time was booked', withdrawn: 'Over: no longer waiting' } satisfies Record<
    NonNullable<Waiting['ended']>,
    string
  >,
  offered: (when: string) => `Offered: ${when}`,
  whoever: 'whoever is free',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  from: (what: string) => `from ${what}`,
  to: (what: string) => `until ${what}`,
  short: 'also at short notice',
  noDay: 'No day set',
  madeBy: (day: string, by: string) => `Made ${day} by ${by}`,
  doneBy: (day: string, by: string) => `Done ${day} by ${by}`,
  toDo: 'Not done yet',
} as const;
