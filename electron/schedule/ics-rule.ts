import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '../../shared/time.ts';

/** The steps of one rule that are counted; a daily one is through with this after 27 years. */
const mostSteps = 10_000;

const numbers = (least: number, most: number) => {
  const within = (text: string): boolean =>
    /^[+-]?\d{1,4}$/.test(text) && Math.abs(Number(text)) >= least && Math.abs(Number(text)) <= most;
  return (value: string): boolean => value.split(',').every(within);
};

/** Parts of a rule (RFC 5545, 3.3.10) and what each may say; of the times of day one alone, so that there is at most one event a day. */
const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value),
  INTERVAL: (value) => /^[1-9]\d{0,3}$/.test(value),
  COUNT: (value) => /^[1-9]\d{0,5}$/.test(value),
  UNTIL: (value) => /^\d{8}(T\d{6}Z?)?$/.test(value),
  WKST: (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value),
  BYDAY: (value) => value.split(',').every((day) => /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/.test(day)),
  BYMONTH: numbers(1, 12),
  BYMONTHDAY: numbers(1, 31),
  BYYEARDAY: numbers(1, 366),
  BYWEEKNO: numbers(1, 53),
  BYSETPOS: numbers(1, 366),
};

type Rule = ReadonlyMap<string, string>;

/** `too-many`: more often than once a day. */
const ruleFrom = (text: string): Rule | 'unreadable' | 'too-many' => {
  const rule = new Map(
    text
      .toUpperCase()
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()] as const),
  );
  if (/^(HOURLY|MINUTELY|SECONDLY)$/.test(rule.get('FREQ') ?? '')) return 'too-many';
  if (['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((part) => rule.get(part)?.includes(','))) return 'too-many';
  // A single one says again what the beginning says.
  for (const part of ['BYHOUR', 'BYMINUTE', 'BYSECOND']) rule.delete(part);
  return rule.has('FREQ') && [...rule].every(([part, value]) => parts[part]?.(value)) ? rule : 'unreadable';
};

const day = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;

/** How far the rule goes: to the end of a day on the wall, or to a moment. */
const endOf = (until: string | undefined): { readonly day: CalendarDay | null; readonly moment: number | null } => {
  if (until === undefined) return { day: null, moment: null };
  if (!until.endsWith('Z')) return { day: day(until), moment: null };
  const time = `${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}`;
  return { day: null, moment: Temporal.Instant.from(`${day(until)}T${time}Z`).epochMilliseconds };
};

export type Days = {
  readonly start: Temporal.PlainDateTime;
  readonly momentOf: (wall: Temporal.PlainDateTime) => number;
  /** Milliseconds of the epoch: what is looked at, the beginning and the end with it. */
  readonly from: number;
  readonly until: number;
};

const wallInUtc = (moment: number, daysLater: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO('UTC').add({ days: daysLater });

/**
 * When a rule repeats something, on the wall, within a time. It is counted on the wall as if that were UTC and each is made a moment after,
 * so that a change of clocks moves none. The first is among them whether or not the rule gives it, as calendars do.
 */
export const wallsOf = (
  text: string,
  { start, momentOf, from, until }: Days,
): readonly Temporal.PlainDateTime[] | 'unreadable' | 'too-many' => {
  const rule = ruleFrom(text);
  if (typeof rule === 'string') return rule;
  try {
    const end = endOf(rule.get('UNTIL'));
    const counted = [...rule].filter(([part]) => part !== 'UNTIL').map(([part, value]) => `${part}=${value}`);
    const repeat = new RRuleTemporal({
      rruleString: counted.join(';'),
      dtstart: start.toZonedDateTime('UTC'),
      tzid: 'UTC',
      maxIterations: mostSteps,
      includeDtstart: true,
      cache: false,
    });
    const walls = repeat
      .between(wallInUtc(from, -1), wallInUtc(until, 1), true)
      .map((found) => Temporal.PlainDateTime.from(found.toString().slice(0, 19)));
    return walls.filter((wall) => {
      const moment = momentOf(wall);
      const isBefore = (end.moment === null || moment <= end.moment) && (end.day === null || wall.toPlainDate().toString() <= end.day);
      return isBefore && moment >= from && moment <= until;
    });
  } catch (failure) {
    return failure instanceof Error && /iterations|evaluations/i.test(failure.message) ? 'too-many' : 'unreadable';
  }
};
