import { type AppointmentLine, holdsTime, isAhead } from '../../shared/appointment.ts';
import { millisecondsOf } from '../../shared/schedule-time.ts';
import { type Instant, instantFrom } from '../../shared/time.ts';

/** What stands on Today, from top to bottom: appointments, the time kept around them, and where the day is. */
export type DayRow =
  | { readonly kind: 'appointment'; readonly line: AppointmentLine }
  | { readonly kind: 'buffer'; readonly key: string; readonly from: Instant; readonly minutes: number }
  | { readonly kind: 'now' };

const minute = 60_000;

const startOf = ({ startsAt }: AppointmentLine): number => millisecondsOf(startsAt);
const endOf = ({ endsAt }: AppointmentLine): number => millisecondsOf(endsAt);

/** An appointment between the times that are kept for it. */
const around = (line: AppointmentLine): readonly DayRow[] => {
  const { id, before, after, endsAt, status } = line;
  const kept = (part: 'before' | 'after', from: Instant, minutes: number): readonly DayRow[] =>
    minutes > 0 && holdsTime(status) ? [{ kind: 'buffer', key: `${id} ${part}`, from, minutes }] : [];
  const begins = instantFrom(startOf(line) - before * minute);
  return [...kept('before', begins, before), { kind: 'appointment', line }, ...kept('after', endsAt, after)];
};

const beginOf = (row: DayRow): number | null => {
  if (row.kind === 'now') return null;
  return row.kind === 'buffer' ? millisecondsOf(row.from) : startOf(row.line);
};

/** In the order of time; `now` stands before the first that has not begun. A day without any has no rows. */
export const dayRows = (lines: readonly AppointmentLine[], now: number): readonly DayRow[] => {
  const rows = lines.flatMap(around);
  if (rows.length === 0) return [];
  const ahead = rows.findIndex((row) => (beginOf(row) ?? now) > now);
  const place = ahead === -1 ? rows.length : ahead;
  return [...rows.slice(0, place), { kind: 'now' }, ...rows.slice(place)];
};

/** The one the person is with or sees next: who is here before the one whose time it is. Null when the day is over. */
export const nextUp = (lines: readonly AppointmentLine[], now: number): AppointmentLine | null =>
  lines.find(({ status }) => status === 'in-session') ??
  lines.find(({ status }) => status === 'arrived') ??
  lines.find((line) => isAhead(line.status) && endOf(line) > now) ??
  null;

/** It should be over, and nobody has said what became of it. */
export const isLeftOpen = (line: AppointmentLine, now: number): boolean => isAhead(line.status) && endOf(line) <= now;

/** Those who treat on this day, in the order of their lanes. */
export const lanesOf = (lines: readonly AppointmentLine[], order: readonly string[]): readonly string[] => {
  const there = new Set(lines.map(({ practitionerId }) => practitionerId));
  return order.filter((id) => there.has(id));
};
