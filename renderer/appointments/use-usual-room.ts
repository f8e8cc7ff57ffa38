import { addDays } from '../../shared/schedule-time.ts';
import { today } from '../dates.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { usualRoom } from '../ui/usual-room.ts';
import { useCall } from '../use-call.ts';
import { roomAsked } from './booking-form.ts';
import type { BookingSearch } from './booking-search.ts';

/** The room the calendar would offer, seen from a week before to a week after; undefined until that is known. The calendar is only asked where there is one to choose. */
export const useUsualRoom = (search: BookingSearch, lists: PracticeLists | null): string | null | undefined => {
  const asked = lists && roomAsked(search, lists);
  const day = asked?.day ?? today();
  const range = useCall('appointments.range', { from: addDays(day, -7), to: addDays(day, 7) }, { enabled: asked !== null });
  if (!lists || !asked || range.error) return null;
  return range.data && usualRoom({ lines: range.data.appointments, rooms: lists.rooms, zone: range.data.zone }, asked);
};
