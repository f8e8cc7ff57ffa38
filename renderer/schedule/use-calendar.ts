import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { HoursWorld } from '../../shared/open-hours.ts';
import { openOn } from '../../shared/open-hours.ts';
import type { Practitioner, Room } from '../../shared/people-and-rooms.ts';
import { addDays } from '../../shared/schedule-time.ts';
import type { CalendarDay, Zone } from '../../shared/time.ts';
import { useCall } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';
import { daysOfView, shownOfWeek, type View } from './calendar-days.ts';
import { clockOf, onWall } from './day-clock.ts';
import { type Column, type ColumnKind, practitionerColumns, roomColumns } from './lanes.ts';

/** Everything the calendar draws and judges by. */
export type CalendarWorld = {
  readonly zone: Zone;
  readonly today: CalendarDay;
  readonly lines: readonly AppointmentLine[];
  readonly hours: HoursWorld;
  readonly practitioners: readonly Practitioner[];
  /** Who is in, if they treat here. */
  readonly own: string | null;
  readonly rooms: readonly Room[];
  readonly columns: readonly Column[];
  readonly days: readonly CalendarDay[];
};

type Asked = { readonly view: View; readonly day: CalendarDay; readonly by: ColumnKind };

type Calendar = {
  readonly world: CalendarWorld | null;
  readonly error: AppError | null;
  readonly again: () => void;
};

const none: readonly never[] = [];
const noHours: HoursWorld = { hours: none, exceptions: none };

/** Somebody works on the day, as far as they said, or something is booked on it. */
const isUsed = ({ lines, hours, practitioners, zone }: Omit<CalendarWorld, 'columns' | 'days'>, day: CalendarDay): boolean => {
  const clock = clockOf(day, zone);
  return (
    practitioners.some(({ id, active }) => active && openOn(hours, id, day).length > 0) ||
    lines.some(({ startsAt, endsAt }) => onWall(clock, Date.parse(startsAt), Date.parse(endsAt)) !== null)
  );
};

/** Asks for the days of a view. While other days are on their way the people and rooms stay as they are. */
export const useCalendar = ({ view, day, by }: Asked): Calendar => {
  const { t } = useTranslation('schedule');
  const asked = useMemo(() => daysOfView(view, day), [view, day]);
  const [from, to] = [asked[0] ?? day, asked.at(-1) ?? day];
  const range = useCall('appointments.range', { from, to }, { keep: true });
  const hours = useCall('hours.get', { from: addDays(from, -1), to: addDays(to, 3) }, { keep: true });
  const people = useCall('practitioners.list', {});
  const rooms = useCall('rooms.list', {});
  useEachDay(range.again);
  const parts = [range, hours, people, rooms];
  const world = useMemo(() => {
    if (!people.data || !rooms.data || !range.data) return null;
    const { appointments: lines, zone } = range.data;
    const known = {
      zone,
      today: range.data.today,
      lines,
      hours: hours.data ?? noHours,
      practitioners: people.data.practitioners,
      own: people.data.own,
      rooms: rooms.data.rooms,
    };
    const columns = by === 'room' ? roomColumns(known.rooms, lines, t('calendar.noRoom')) : practitionerColumns(known.practitioners, lines);
    return { ...known, columns, days: view === 'week' ? shownOfWeek(asked, (one) => isUsed(known, one)) : asked };
  }, [range.data, hours.data, people.data, rooms.data, view, asked, by, t]);
  return {
    world,
    error: parts.find(({ error }) => error !== null)?.error ?? null,
    again: () => void Promise.all(parts.map((part) => part.again())),
  };
};
