/**
 * What a permission permits, told a second time from the rules (domain.md 5.1 to 5.3), by other means than the gate: days are numbers, months
 * are counted by hand, the day of a moment comes from the calendar of the runtime.
 */

export type Held = {
  readonly id: string;
  readonly who: string;
  readonly ways: readonly string[];
  readonly kinds: readonly string[];
  readonly measures: readonly string[];
  readonly purposes: readonly string[];
  readonly isPart2: boolean;
  /** A moment; null where nobody signed. */
  readonly signed: string | null;
  /** The first day it does not count any more. */
  readonly ends: string | null;
  /** Taken back, its event came, or another in its place. */
  readonly isOver: boolean;
};

export type Wanted = {
  readonly who: string;
  readonly way: string;
  readonly kinds: readonly string[];
  readonly measures: readonly string[];
  readonly purpose: string;
  readonly part2: boolean;
};

export type Here = { readonly day: string; readonly zone: string; readonly place: string };

const calendars = new Map<string, Intl.DateTimeFormat>();
export const dayThere = (moment: string, zone: string): string => {
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  calendars.set(zone, calendar);
  return calendar.format(new Date(moment));
};

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The same day of a later month, or its last where it is too short; as YYYYMMDD. */
const monthsAfter = (day: string, months: number): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const all = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(all / 12), all % 12];
  const longest = (lengths[toMonth] ?? 31) + (toMonth === 1 && isLeap(toYear) ? 1 : 0);
  return toYear * 10_000 + (toMonth + 1) * 100 + Math.min(date, longest);
};
const asNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** Whether it counts on this day, whatever is asked of it. */
export const counts = (held: Held, here: Here): boolean => {
  if (held.signed === null || held.isOver) return false;
  const today = asNumber(here.day);
  if (held.ends !== null && today >= asNumber(held.ends)) return false;
  if (held.isPart2) return true;
  const signed = dayThere(held.signed, here.zone);
  return today <= monthsAfter(signed, here.place === 'CA-ON' ? 6 : 12);
};

const holdsAll = (held: readonly string[], wanted: readonly string[]): boolean => !wanted.some((one) => !held.includes(one));

/** Those on which it may go. */
export const covering = (all: readonly Held[], wanted: Wanted, here: Here): readonly Held[] =>
  all.filter(
    (held) =>
      !held.isPart2 &&
      held.who === wanted.who &&
      held.ways.includes(wanted.way) &&
      held.purposes.includes(wanted.purpose) &&
      holdsAll(held.kinds, wanted.kinds) &&
      holdsAll(held.measures, wanted.measures) &&
      counts(held, here),
  );

/** The permissions of their own for what 42 CFR Part 2 protects. */
export const coveringPart2 = (all: readonly Held[], wanted: Wanted, here: Here): readonly Held[] =>
  all.filter((held) => held.isPart2 && held.who === wanted.who && held.ways.includes(wanted.way) && counts(held, here));
