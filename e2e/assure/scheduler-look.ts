import type { TestWorld } from '../../electron/practice/practice.test-world.ts';
import type { AppointmentTable, SeriesTable } from '../../electron/store/schedule-schema.ts';
import { Repeat } from '../../shared/recurrence.ts';
import { dayAfter, daysByCounting, wrongMoment } from './scheduler-reference.ts';

/** What the calendar holds, straight from its rows, and everything that may never be so, told without any rule of ours. */
export type Look = { readonly appointments: ReadonlyMap<string, AppointmentTable>; readonly series: readonly SeriesTable[] };

export const lookAt = async ({ open: { database } }: TestWorld): Promise<Look> => {
  const rows = await database.selectFrom('appointments').selectAll().orderBy('starts_at').orderBy('id').execute();
  return { appointments: new Map(rows.map((row) => [row.id, row])), series: await database.selectFrom('series').selectAll().execute() };
};

const free = new Set(['cancelled', 'late-cancelled', 'no-show']);
const minute = 60_000;

type Span = { readonly row: AppointmentTable; readonly start: number; readonly end: number; readonly from: number; readonly to: number };

const spanOf = (row: AppointmentTable): Span => {
  const [start, end] = [Date.parse(row.starts_at), Date.parse(row.ends_at)];
  return { row, start, end, from: start - row.before * minute, to: end + row.after * minute };
};

const clash = (one: Span, other: Span): string | null => {
  const core = one.start < other.end && other.start < one.end;
  const held = one.from < other.to && other.from < one.to;
  if (core && one.row.client_id === other.row.client_id) return 'the client twice';
  if (held && one.row.practitioner_id === other.row.practitioner_id) return 'the practitioner twice';
  return held && one.row.room_id !== null && one.row.room_id === other.row.room_id ? 'the room twice' : null;
};

/** Two that hold the same time, unless somebody gave a reason for one of them. */
export const doubleBookings = (rows: Iterable<AppointmentTable>): readonly string[] => {
  const spans = [...rows]
    .filter(({ status, overridden }) => !free.has(status) && overridden === 0)
    .map(spanOf)
    .sort((one, other) => one.from - other.from);
  const wrong: string[] = [];
  for (const [index, one] of spans.entries())
    for (let next = index + 1; next < spans.length; next += 1) {
      const other = spans[next];
      if (!other || other.from >= one.to) break;
      const what = clash(one, other);
      if (what) wrong.push(`${what}: ${one.row.id} and ${other.row.id} at ${other.row.starts_at}`);
    }
  return wrong;
};

/** The moment is what was agreed on the wall, and the length is real minutes. */
export const shiftedTimes = (rows: Iterable<AppointmentTable>): readonly string[] =>
  [...rows].flatMap((row) => {
    const [start, end] = [Date.parse(row.starts_at), Date.parse(row.ends_at)];
    const moment = wrongMoment(start, row.day, row.time, row.zone);
    return [...(moment ? [moment] : []), ...(end - start === row.minutes * minute ? [] : [`${row.id} is not ${row.minutes} minutes long`])];
  });

const ofSeries = (one: SeriesTable, rows: readonly AppointmentTable[]): readonly string[] => {
  const repeat = Repeat.parse(JSON.parse(one.repeat));
  const skipped = JSON.parse(one.skipped) as string[];
  const made = rows.map(({ series_day }) => series_day ?? '').sort();
  // One that was continued by another may have none of its own any more; that none of them is gone is looked at elsewhere.
  const first = one.continues === null ? one.first_day : (made[0] ?? '9999-12-31');
  // Of days that were over when its rule was made it makes no appointment, by however many days all were moved since.
  const since = one.continues === null ? '' : dayAfter(one.created_at.slice(0, 10), 1 + Math.max(0, -one.shift_days));
  const wanted = daysByCounting(repeat, one.first_day, one.made_until).filter((day) => day >= first && day > since);
  const there = new Set([...made, ...skipped]);
  const lost = wanted.filter((day) => !there.has(day)).map((day) => `${day} of series ${one.id} is lost`);
  const moved = rows.filter(({ own, status }) => !free.has(status) && !(JSON.parse(own) as string[]).includes('when'));
  const astray = moved
    .filter((row) => wanted.includes(row.series_day ?? '') && (row.status === 'booked' || row.status === 'confirmed'))
    .filter((row) => row.day !== dayAfter(row.series_day ?? '', one.shift_days) || row.time !== one.time)
    .map((row) => `${row.id} stands on ${row.day} ${row.time}, not where its series is`);
  return [...lost, ...astray];
};

/**
 * Days of a rule without an appointment, and appointments that are not where their series is. `now`: those that began are history; `stayed`: those
 * that may have stayed behind, because they were not ahead when their series was moved.
 */
export const lostOccurrences = ({ appointments, series }: Look, now: string, stayed: ReadonlySet<string>): readonly string[] =>
  series.flatMap((one) => {
    const rows = [...appointments.values()].filter((row) => row.series_id === one.id);
    const mayStand = new Set(rows.filter((row) => row.starts_at <= now || stayed.has(row.id)).map(({ id }) => id));
    return ofSeries(one, rows).filter((words) => !words.includes(' stands on ') || !mayStand.has(words.slice(0, 36)));
  });
