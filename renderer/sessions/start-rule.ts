import { type AppointmentLine, holdsTime } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { clockDay, today } from '../dates.ts';

export const leastMinutes = 5;
export const mostMinutes = 480;

/** What was typed, as minutes; null where it is no length a session has. */
export const minutesFrom = (typed: string): number | null => {
  const minutes = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(minutes) && minutes >= leastMinutes && minutes <= mostMinutes ? minutes : null;
};

const comes = ({ startsAt, status }: AppointmentLine): boolean => holdsTime(status) && status !== 'done' && clockDay(startsAt) === today();

/** The one that was asked for, else the first of today that did not take place yet. */
export const todaysAppointment = (
  { ahead, past }: OutputOf<'appointments.ofClient'>,
  asked: string | undefined,
): AppointmentLine | undefined => {
  const all = [...ahead, ...past];
  return asked === undefined ? all.find(comes) : all.find(({ id }) => id === asked);
};
