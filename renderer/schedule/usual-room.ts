import { holdsTime } from '../../shared/appointment.ts';
import { instantOf, millisecondsOf, type WallTime } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { CalendarWorld } from './use-calendar.ts';

type At = { readonly practitionerId: string; readonly day: CalendarDay; readonly time?: WallTime | undefined };

/** The room offered for a new appointment: where the practitioner works nearest to that time, as far as the calendar shows. */
export const usualRoom = (
  { lines, rooms, zone }: Pick<CalendarWorld, 'lines' | 'rooms' | 'zone'>,
  { practitionerId, day, time = '12:00' }: At,
): string | null => {
  const at = millisecondsOf(instantOf(day, time, zone));
  const inUse = new Set(rooms.filter(({ active }) => active).map(({ id }) => id));
  const [nearest] = lines
    .filter((line) => line.practitionerId === practitionerId && holdsTime(line.status) && inUse.has(line.roomId ?? ''))
    .map(({ roomId, startsAt }) => ({ roomId, away: Math.abs(millisecondsOf(startsAt) - at) }))
    .sort((one, other) => one.away - other.away);
  return nearest?.roomId ?? null;
};
