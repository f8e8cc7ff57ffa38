import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { eventProblems } from '../../shared/calendar.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Property, RawEvent } from './ics-components.ts';
import { utc, type WallZone } from './ics-zones.ts';

export type Problem = (typeof eventProblems)[number];

/** A time as an event gives it: on the wall of a zone, at midnight there for a whole day. */
type Stamp = { readonly wall: Temporal.PlainDateTime; readonly isDay: boolean; readonly zone: WallZone };

/** An event as the file has it, its times made moments (milliseconds of the epoch). */
export type ParsedEvent = {
  readonly uid: string;
  readonly summary: string;
  readonly problem: Problem | null;
  readonly isCancelled: boolean;
  readonly start: Stamp | null;
  /** Milliseconds from start to end; of whole days in days, since a day may have 23 hours. */
  readonly length: number;
  readonly days: number;
  readonly rule: string | null;
  readonly extra: readonly Stamp[];
  readonly excluded: { readonly days: ReadonlySet<CalendarDay>; readonly moments: ReadonlySet<number> };
  /** Which day of an event that repeats this one stands for. */
  readonly insteadOf: number | null;
};

export type Zones = { readonly named: (name: string) => WallZone | null; readonly here: WallZone };

/** A time nobody can tell the moment of. */
class Unknown extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Signs that change the direction or the line of what stands around them are no part of a title. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const longestTitle = 500;
const mostDates = 3_000;
const years = { first: 1970, last: 2199 } as const;

const stampFrom = (value: unknown, parameters: Property[1], zones: Zones): Stamp => {
  const [, day, time, seconds, mark] = /^(\d{4}-\d{2}-\d{2})(?:T(?:(\d{2}:\d{2}):(\d{2})?|::)(Z?))?$/.exec(textOf(value)) ?? [];
  if (day === undefined) throw new Unknown('unreadable');
  const wall = readWall(`${day}T${time ?? '00:00'}:${seconds === '60' ? '59' : (seconds ?? '00')}`);
  if (wall.year < years.first || wall.year > years.last) throw new Unknown('unreadable');
  if (time === undefined) return { wall, isDay: true, zone: zones.here };
  if (mark === 'Z') return { wall, isDay: false, zone: utc };
  const name = textOf(parameters.tzid);
  const zone = name === '' ? { ...zones.here, isFloating: true } : zones.named(name);
  if (!zone) throw new Unknown('unknown-zone');
  return { wall, isDay: false, zone };
};

const readWall = (text: string): Temporal.PlainDateTime => {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    throw new Unknown('unreadable');
  }
};

export const momentOf = ({ wall, zone }: Stamp): number => {
  const moment = zone.momentOf(wall);
  if (!Number.isFinite(moment)) throw new Unknown('unknown-zone');
  return moment;
};

const secondsOfDay = 86_400;
/** Longer is as much too long, and may be more than a date can tell. */
const longest = 4_000 * secondsOfDay;

const secondsIn = (value: unknown): number => {
  try {
    return Math.max(-longest, Math.min(longest, ICAL.Duration.fromString(textOf(value)).toSeconds()));
  } catch {
    throw new Unknown('unreadable');
  }
};

/** The end of an event without one is the end of its day, or its beginning (RFC 5545, 3.6.1). */
const lengthFrom = (start: Stamp, end: Stamp | null, duration: Property | undefined): Pick<ParsedEvent, 'length' | 'days'> => {
  if (end) {
    const days = start.wall.toPlainDate().until(end.wall.toPlainDate(), { largestUnit: 'days' }).days;
    return { length: momentOf(end) - momentOf(start), days: start.isDay ? days : 0 };
  }
  const seconds = duration ? secondsIn(duration[3]) : start.isDay ? secondsOfDay : 0;
  return { length: seconds * 1_000, days: start.isDay ? Math.ceil(seconds / secondsOfDay) : 0 };
};

/** Half a day is the longest appointment there is, five minutes the shortest; time away may be longer, but not a year. */
const lengthProblem = (start: Stamp, { length, days }: Pick<ParsedEvent, 'length' | 'days'>): Problem | null => {
  const minutes = length / 60_000;
  if (length < 0 || days < 0) return 'ends-before-start';
  if (minutes > 366 * 24 * 60) return 'too-many-days';
  if (start.isDay) return days === 0 ? 'too-short' : null;
  return minutes < 5 ? 'too-short' : minutes > 720 ? 'too-long' : null;
};

const nothing: Omit<ParsedEvent, 'uid' | 'summary' | 'problem' | 'isCancelled'> = {
  start: null,
  length: 0,
  days: 0,
  rule: null,
  extra: [],
  excluded: { days: new Set(), moments: new Set() },
  insteadOf: null,
};

const timesOf = (all: (name: string) => readonly Property[], zones: Zones): Omit<ParsedEvent, 'uid' | 'summary' | 'isCancelled'> => {
  const first = (name: string): Stamp | null => {
    const [property] = all(name);
    return property ? stampFrom(property[3], property[1], zones) : null;
  };
  /** A period (RFC 5545, 3.3.9) counts with its beginning. */
  const each = (name: string): readonly Stamp[] =>
    all(name).flatMap(([, parameters, , ...values]) =>
      values.map((value) => stampFrom(Array.isArray(value) ? value[0] : value, parameters, zones)),
    );
  const start = first('dtstart');
  if (!start) throw new Unknown('no-start');
  momentOf(start);
  const [rule] = all('rrule');
  const [extra, excluded, instead] = [each('rdate'), each('exdate'), first('recurrence-id')];
  extra.forEach(momentOf);
  if (extra.length > mostDates || excluded.length > mostDates) throw new Unknown('unreadable');
  const lasts = lengthFrom(start, first('dtend'), all('duration')[0]);
  return {
    start,
    ...lasts,
    problem: lengthProblem(start, lasts),
    rule: rule ? textOf(rule[3]) : null,
    extra,
    excluded: {
      days: new Set(excluded.filter(({ isDay }) => isDay).map(({ wall }) => wall.toPlainDate().toString())),
      moments: new Set(excluded.filter(({ isDay }) => !isDay).map(momentOf)),
    },
    insteadOf: instead ? momentOf(instead) : null,
  };
};

/** Nothing here throws: what cannot be read is told with the event. */
export const eventFrom = ({ properties, isBroken }: RawEvent, zones: Zones): ParsedEvent => {
  const all = (name: string): readonly Property[] => properties.filter(([own]) => own === name);
  const uid = clean(textOf(all('uid')[0]?.[3]));
  const summary = clean(textOf(all('summary')[0]?.[3]))
    .slice(0, longestTitle)
    .toWellFormed();
  const isCancelled = textOf(all('status')[0]?.[3]).toUpperCase() === 'CANCELLED';
  const known = { uid, summary, isCancelled };
  try {
    const times = timesOf(all, zones);
    return { ...known, ...times, problem: isBroken ? 'unreadable' : isCancelled ? 'cancelled' : times.problem };
  } catch (failure) {
    const problem = isBroken || !(failure instanceof Unknown) ? 'unreadable' : failure.problem;
    return { ...known, ...nothing, problem };
  }
};
