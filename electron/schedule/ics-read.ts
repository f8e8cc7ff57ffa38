import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/app-error.ts';
import { type IcsEvent, mostEvents } from '../../shared/calendar.ts';
import { addDays, millisecondsOf } from '../../shared/schedule-time.ts';
import { type CalendarDay, instantFrom, startOfDay, type Zone } from '../../shared/time.ts';
import { eventsIn, zonesIn } from './ics-components.ts';
import { eventFrom, momentOf, type ParsedEvent, type Problem } from './ics-event.ts';
import { wallsOf } from './ics-rule.ts';
import { zoneAt, zonesOfFile } from './ics-zones.ts';

/** Days before and after today of which events are taken; of those that repeat, no others. */
export const daysAround = 370;
/** The days one rule gives within that, and the rules counted in one file. */
const mostDaysEach = 1_000;
const mostRules = 1_000;
const eventsAtATime = 200;

/** An event as the window sees it, but for the clients of its name and whether it was taken before. `key`: what it is known by ever after. */
export type FoundEvent = Omit<IcsEvent, 'clients' | 'taken'> & { readonly key: string };

export type Calendar = {
  readonly events: readonly FoundEvent[];
  /** How many are over since before the first day that is looked at, or have no day within. */
  readonly outside: number;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
};

type Ground = { readonly zone: Zone; readonly from: number; readonly until: number };
/** What stands in the list for an event, or for one of its days. */
type Line = { readonly occurrence: Occurrence | null; readonly problem: Problem | null };
type Occurrence = { readonly wall: Temporal.PlainDateTime; readonly moment: number };

const endOf = ({ start, length, days }: ParsedEvent, { wall, moment }: Occurrence, { zone }: Ground): number =>
  start?.isDay ? zoneAt(zone).momentOf(wall.add({ days })) : moment + length;

/** Its days within the time that is looked at, without those that are left out or stand elsewhere in the file. */
const occurrencesOf = (event: ParsedEvent, moved: ReadonlySet<number>, ground: Ground): readonly Occurrence[] | Problem => {
  const { start, rule, extra, excluded } = event;
  if (!start) return 'no-start';
  const isIn = ({ wall, moment }: Occurrence): boolean =>
    moment >= ground.from &&
    moment <= ground.until &&
    !moved.has(moment) &&
    !excluded.moments.has(moment) &&
    !excluded.days.has(wall.toPlainDate().toString());
  const momentAt = start.zone.momentOf;
  const walls =
    rule === null ? [start.wall] : wallsOf(rule, { start: start.wall, momentOf: momentAt, from: ground.from, until: ground.until });
  if (walls === 'too-many') return 'too-many-days';
  if (walls === 'unreadable') return 'unreadable';
  const all = [
    ...walls.map((wall) => ({ wall, moment: momentAt(wall) })),
    ...extra.map((stamp) => ({ wall: stamp.wall, moment: momentOf(stamp) })),
  ];
  const once = new Map(all.filter(isIn).map((one) => [one.moment, one]));
  return once.size > mostDaysEach ? 'too-many-days' : [...once.values()].sort((one, other) => one.moment - other.moment);
};

const repeats = ({ rule, extra }: ParsedEvent): boolean => rule !== null || extra.length > 0;

const isOver = (event: ParsedEvent, ground: Ground): boolean => {
  if (event.start === null || repeats(event)) return false;
  const moment = momentOf(event.start);
  return Math.max(moment, endOf(event, { wall: event.start.wall, moment }, ground)) < ground.from;
};

/** Which events of the file are one after another copy of the same, by their place; the days of a series are told apart. */
const nameOf = ({ uid, insteadOf }: ParsedEvent): string => `${uid} ${insteadOf ?? ''}`;

/** As it is, for the eyes of whoever looks into the file one day; a very long one by its hash. */
const keyOf = (name: string): string => (name.length <= 300 ? name : createHash('sha256').update(name).digest('hex'));

const asFound = (event: ParsedEvent, index: number, at: Line, ground: Ground): FoundEvent => {
  const { start, uid, summary } = event;
  const own = start ? { wall: start.wall, moment: momentOf(start) } : null;
  const shown = at.occurrence ?? own;
  const end = shown ? endOf(event, shown, ground) : null;
  const startsAt = shown ? instantFrom(shown.moment) : null;
  const day = event.insteadOf ?? (repeats(event) ? shown?.moment : undefined);
  return {
    index,
    uid: uid.slice(0, 255),
    summary,
    startsAt,
    endsAt: end === null || shown === null || end < shown.moment ? null : instantFrom(end),
    allDay: start?.isDay ?? false,
    floating: start !== null && !start.isDay && start.zone.isFloating,
    repeats: repeats(event) || event.insteadOf !== null,
    problem: at.problem,
    key: keyOf(`${uid === '' ? `${startsAt} ${summary}` : uid}${day === undefined ? '' : ` ${instantFrom(day)}`}`),
  };
};

/** The events of a file, those that are long over only counted. @throws Refusal ics-too-many */
const parsedFrom = async (
  bytes: Uint8Array,
  ground: Ground,
): Promise<{ readonly events: readonly ParsedEvent[]; readonly outside: number }> => {
  const named = zonesOfFile(await zonesIn(bytes));
  const zones = { named, here: zoneAt(ground.zone) };
  const events: ParsedEvent[] = [];
  let [outside, found] = [0, 0];
  for await (const raw of eventsIn(bytes)) {
    if (++found % eventsAtATime === 0) await nextTurn();
    const event = eventFrom(raw, zones);
    // What stands for a day of a series takes that day's place, whenever it is itself.
    if (isOver(event, ground) && event.insteadOf === null) outside += 1;
    else if (events.push(event) > mostEvents) throw new Refusal('ics-too-many');
  }
  if (found === 0) throw new Refusal('ics-empty');
  return { events, outside };
};

/**
 * What is in a calendar file (RFC 5545), each day of what repeats as an event of its own. Nothing in it is trusted: what cannot be read or
 * counted is told with the event, and the rest is taken. `today` is the day where the practice is.
 * @throws Refusal ics-empty, ics-too-many
 */
export const readCalendar = async (
  bytes: Uint8Array,
  { zone, today }: { readonly zone: Zone; readonly today: CalendarDay },
): Promise<Calendar> => {
  const [from, until] = [addDays(today, -daysAround), addDays(today, daysAround)];
  const ground = { zone, from: millisecondsOf(startOfDay(from, zone)), until: millisecondsOf(startOfDay(until, zone, 1)) - 1 };
  const { events, outside } = await parsedFrom(bytes, ground);
  const moved = new Map<string, Set<number>>();
  for (const { uid, insteadOf } of events)
    if (insteadOf !== null && uid !== '') moved.set(uid, (moved.get(uid) ?? new Set<number>()).add(insteadOf));

  const found: FoundEvent[] = [];
  const seen = new Set<string>();
  let [rules, none] = [0, 0];
  const linesOf = (event: ParsedEvent): readonly Line[] => {
    const isCopy = event.uid !== '' && seen.has(nameOf(event));
    seen.add(nameOf(event));
    const problem = event.problem ?? (isCopy ? 'duplicate-uid' : null);
    if (!repeats(event) || (problem !== null && problem !== 'too-long'))
      return isOver(event, ground) ? [] : [{ occurrence: null, problem }];
    const days = ++rules > mostRules ? 'too-many-days' : occurrencesOf(event, moved.get(event.uid) ?? new Set(), ground);
    return typeof days === 'string' ? [{ occurrence: null, problem: days }] : days.map((occurrence) => ({ occurrence, problem }));
  };
  for (const event of events) {
    const lines = linesOf(event);
    if (lines.length === 0) none += 1;
    for (const line of lines) found.push(asFound(event, found.length, line, ground));
    if (found.length > mostEvents) throw new Refusal('ics-too-many');
    if (repeats(event) && rules % 20 === 0) await nextTurn();
  }
  return { events: found, outside: outside + none, from, until };
};
