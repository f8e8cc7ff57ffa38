import { type AppointmentLine, holdsTime } from '../../shared/appointment.ts';
import type { Room } from '../../shared/people-and-rooms.ts';
import { instantOf, millisecondsOf, type WallTime } from '../../shared/schedule-time.ts';
import type { CalendarDay, Zone } from '../../shared/time.ts';

type At = { readonly practitionerId: string; readonly day: CalendarDay; readonly time?: WallTime | undefined };

type Booked = Pick<AppointmentLine, 'practitionerId' | 'status' | 'roomId' | 'startsAt'>;
type Seen = { readonly lines: readonly Booked[]; readonly rooms: readonly Room[]; readonly zone: Zone };

/** The room offered for a new appointment: where the practitioner works nearest to that time, as far as is seen of the calendar. */
export const usualRoom = ({ lines, rooms, zone }: Seen, { practitionerId, day, time = '12:00' }: At): string | null => {
  const at = millisecondsOf(instantOf(day, time, zone));
  const inUse = new Set(rooms.filter(({ active }) => active).map(({ id }) => id));
  const [nearest] = lines
    .filter((line) => line.practitionerId === practitionerId && holdsTime(line.status) && inUse.has(line.roomId ?? ''))
    .map(({ roomId, startsAt }) => ({ roomId, away: Math.abs(millisecondsOf(startsAt) - at) }))
    .sort((one, other) => one.away - other.away);
  return nearest?.roomId ?? null;
};
