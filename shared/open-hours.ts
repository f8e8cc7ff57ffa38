import type { HoursException, OpenSpan, PractitionerHours } from './hours.ts';
import { addDays, minutesOf, momentOf, wallFrom, weekdayOf } from './schedule-time.ts';
import type { CalendarDay, Zone } from './time.ts';

/** Minutes since midnight on the wall, from and to. */
type Span = readonly [from: number, to: number];

/** Those that touch are one, in the order of the day. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const done: Span[] = [];
  for (const span of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = done.at(-1);
    if (last && span[0] <= last[1]) done.splice(-1, 1, [last[0], Math.max(last[1], span[1])]);
    else done.push(span);
  }
  return done;
};

const without = (spans: readonly Span[], gone: Span): readonly Span[] =>
  spans.flatMap(([from, to]): Span[] => {
    const parts: Span[] = [
      [from, Math.min(to, gone[0])],
      [Math.max(from, gone[1]), to],
    ];
    return parts.filter(([begin, end]) => begin < end);
  });

const spanOf = ({ from, to }: Pick<HoursException, 'from' | 'to'>): Span => [
  from === null ? 0 : minutesOf(from),
  to === null ? 1440 : minutesOf(to),
];

export type HoursWorld = { readonly hours: readonly PractitionerHours[]; readonly exceptions: readonly HoursException[] };

const exceptionsOn = ({ exceptions }: HoursWorld, practitionerId: string, day: CalendarDay): readonly HoursException[] =>
  exceptions.filter((one) => one.practitionerId === practitionerId && one.firstDay <= day && day <= one.lastDay);

/** When a practitioner is away on a day, in the order of the day. */
export const absencesOn = (world: HoursWorld, practitionerId: string, day: CalendarDay): readonly HoursException[] =>
  exceptionsOn(world, practitionerId, day)
    .filter(({ kind }) => kind === 'absent')
    .sort((one, other) => spanOf(one)[0] - spanOf(other)[0]);

/**
 * When a practitioner is there on a day: the week and what is open besides, without what they are away. Joined, in the order of the day.
 * Until somebody said their hours they are there all day.
 */
export const openOn = (world: HoursWorld, practitionerId: string, day: CalendarDay): readonly OpenSpan[] => {
  const said = world.hours.find((one) => one.practitionerId === practitionerId && one.version > 0);
  const week = said ? (said.week[weekdayOf(day) - 1] ?? []) : [{ from: '00:00', to: '24:00' }];
  const here = exceptionsOn(world, practitionerId, day);
  const open = joined([...week, ...here.filter(({ kind }) => kind === 'open')].map(spanOf));
  const left = here.filter(({ kind }) => kind === 'absent').reduce((spans, one) => without(spans, spanOf(one)), open);
  return left.map(([from, to]) => ({ from: wallFrom(from), to: wallFrom(to) }));
};

/** Days told before, for as long as somebody holds the hours they are told from. */
const daysTold = new WeakMap<HoursWorld['hours'], WeakMap<HoursWorld['exceptions'], Map<string, readonly Span[]>>>();

const toldFrom = ({ hours, exceptions }: HoursWorld): Map<string, readonly Span[]> => {
  const ofHours = daysTold.get(hours) ?? new WeakMap<HoursWorld['exceptions'], Map<string, readonly Span[]>>();
  const days = ofHours.get(exceptions) ?? new Map<string, readonly Span[]>();
  daysTold.set(hours, ofHours.set(exceptions, days));
  return days;
};

const momentsOn = (world: HoursWorld, practitionerId: string, day: CalendarDay, zone: Zone): readonly Span[] => {
  const days = toldFrom(world);
  const key = `${practitionerId} ${day} ${zone}`;
  const known = days.get(key);
  if (known) return known;
  const spans = openOn(world, practitionerId, day)
    .map(({ from, to }): Span => [momentOf(day, from, zone), momentOf(day, to, zone)])
    .filter(([from, to]) => from < to);
  days.set(key, spans);
  return spans;
};

/** The same in milliseconds of the epoch, over so many days from one on; spans that meet at midnight are one. */
export const openMoments = (
  world: HoursWorld,
  {
    practitionerId,
    firstDay,
    days,
    zone,
  }: { readonly practitionerId: string; readonly firstDay: CalendarDay; readonly days: number; readonly zone: Zone },
): readonly Span[] =>
  joined(
    Array.from({ length: days }, (_, index) => addDays(firstDay, index)).flatMap((day) => momentsOn(world, practitionerId, day, zone)),
  );
