import { isAhead, lastBookable, type OwnPart } from './appointment.ts';
import type { Scope } from './appointments.ts';
import { type KeptAppointment, type KeptSeries, placedAt } from './kept-appointment.ts';
import { daysOf, longestSeries, type Repeat, seriesAhead } from './recurrence.ts';
import { addDays, daysBetween, type WallTime, weekdayOf } from './schedule-time.ts';
import type { CalendarDay, Instant, Zone } from './time.ts';

/** Up to which day a series without an end is made from a day on: never beyond what can be booked. */
export const aheadFrom = (day: CalendarDay): CalendarDay => addDays(day, Math.min(seriesAhead, daysBetween(day, lastBookable)));

/** Up to which day a series is made: all of it, or a year ahead where it has no end. */
export const madeUntil = ({ end }: Repeat, start: CalendarDay, today: CalendarDay): CalendarDay =>
  end.kind === 'never' ? aheadFrom(start > today ? start : today) : lastBookable;

/** The days of a new series, or why there cannot be one. One that would be cut is refused as too long. */
export const daysToMake = (
  repeat: Repeat,
  start: CalendarDay,
  today: CalendarDay,
  until: CalendarDay = madeUntil(repeat, start, today),
): readonly CalendarDay[] | 'series-empty' | 'series-too-long' => {
  const { end } = repeat;
  const days = daysOf(repeat, start, until);
  const isCut = (end.kind === 'on' && end.day > lastBookable) || (end.kind === 'count' && days.length < end.count);
  if (days.length > longestSeries || isCut) return 'series-too-long';
  return days.length === 0 ? 'series-empty' : days;
};

const unitDays = { day: 1, week: 7 } as const;

/**
 * From where the rule may be counted as well, so that one that goes on for years is not counted from its first day: a later day in the same
 * step. Months and years are counted from the first day, which alone says whether its weekday is the fourth or the last.
 */
const laterStart = ({ repeat, firstDay }: KeptSeries, day: CalendarDay): CalendarDay => {
  if (repeat.unit === 'month' || repeat.unit === 'year') return firstDay;
  const step = repeat.every * unitDays[repeat.unit];
  return addDays(firstDay, Math.max(0, Math.floor(daysBetween(firstDay, day) / step)) * step);
};

/** Days of the rule that are not made yet, up to this one. */
export const daysStillToMake = (series: KeptSeries, until: CalendarDay): readonly CalendarDay[] =>
  daysOf(series.repeat, laterStart(series, series.madeUntil), until).filter((day) => day > series.madeUntil);

/** The rule as a person reads it: by the days it gives now, and counting from the first appointment that is its own. */
export const shownRepeat = ({ repeat, firstDay, shiftDays }: KeptSeries, first: CalendarDay): Repeat => {
  const shift = ((shiftDays % 7) + 7) % 7;
  const weekdays = repeat.weekdays.map((weekday) => ((weekday - 1 + shift) % 7) + 1);
  if (repeat.end.kind === 'on') return { ...repeat, weekdays, end: { ...repeat.end, day: addDays(repeat.end.day, shiftDays) } };
  if (repeat.end.kind === 'never' || first <= firstDay) return { ...repeat, weekdays };
  const gone = daysOf(repeat, firstDay, addDays(first, -1)).length;
  return { ...repeat, weekdays, end: { ...repeat.end, count: Math.max(1, repeat.end.count - gone) } };
};

/** What is to be otherwise with an appointment, by its parts; those that stay are not named. */
export type Change = {
  readonly when?: { readonly day: CalendarDay; readonly time: WallTime; readonly zone: Zone };
  readonly minutes?: number;
  readonly practitioner?: string;
  readonly room?: string | null;
  readonly service?: Pick<KeptAppointment, 'serviceId' | 'before' | 'after' | 'price'>;
  readonly note?: string;
};

const partsOf = (change: Change): readonly OwnPart[] => Object.keys(change) as OwnPart[];

const only = (change: Change, parts: readonly OwnPart[]): Change =>
  Object.fromEntries(Object.entries(change).filter(([part]) => parts.includes(part as OwnPart)));

type Values = Pick<KeptAppointment, 'practitionerId' | 'roomId' | 'serviceId' | 'before' | 'after' | 'price' | 'note'>;

/** Everything of a change that is not about when. */
const withValues = <T extends Values>(kept: T, { practitioner, room, service, note }: Change): T => ({
  ...kept,
  ...(practitioner === undefined ? {} : { practitionerId: practitioner }),
  ...(room === undefined ? {} : { roomId: room }),
  ...(service ?? {}),
  ...(note === undefined ? {} : { note }),
});

/** @param day the one it falls on, where the change is of when */
const changed = (kept: KeptAppointment, change: Change, day: CalendarDay): KeptAppointment => {
  const after = withValues(kept, change);
  if (change.when === undefined && change.minutes === undefined) return after;
  const { time, zone } = change.when ?? kept;
  return { ...after, ...placedAt(change.when ? day : kept.day, time, zone, change.minutes ?? kept.minutes) };
};

/** One alone; in a series it is from now on its own in what was changed. */
export const changeOne = (kept: KeptAppointment, change: Change): KeptAppointment => ({
  ...changed(kept, change, change.when?.day ?? kept.day),
  own: kept.seriesId === null ? [] : [...new Set([...kept.own, ...partsOf(change)])],
});

/** Whether it may be changed with the others of its series: it is ahead, and did not begin. */
export const goesWith = ({ status, startsAt }: KeptAppointment, now: Instant): boolean => isAhead(status) && startsAt > now;

export const inScope = (scope: Scope, chosen: KeptAppointment, row: KeptAppointment): boolean => {
  if (scope === 'this') return row.id === chosen.id;
  return scope === 'all' || (row.seriesDay ?? '') >= (chosen.seriesDay ?? '');
};

/** By how many days all are moved away from the rule, once the chosen one falls on the day asked for. */
const shiftAfter = (series: KeptSeries, chosen: KeptAppointment, { when }: Change): number =>
  when && chosen.seriesDay !== null ? daysBetween(chosen.seriesDay, when.day) : series.shiftDays;

export type Pair = { readonly before: KeptAppointment; readonly after: KeptAppointment };

const values = (kept: KeptAppointment): string =>
  JSON.stringify([
    ...[kept.startsAt, kept.endsAt, kept.day, kept.time, kept.zone, kept.practitionerId, kept.roomId],
    ...[kept.serviceId, kept.before, kept.after, kept.price, kept.note],
  ]);

/**
 * Which appointments of a series a change is for, and how they are after it. Parts changed for one alone stay, and so do whole ones that
 * began, ended or will not take place. The chosen one takes all of it and is its own no longer in these parts.
 */
export const changeMany = (
  { series, rows, chosen }: { readonly series: KeptSeries; readonly rows: readonly KeptAppointment[]; readonly chosen: KeptAppointment },
  change: Change,
  scope: Scope,
  now: Instant,
): { readonly pairs: readonly Pair[]; readonly kept: number } => {
  const shift = shiftAfter(series, chosen, change);
  const parts = partsOf(change);
  const asked = rows.filter((row) => inScope(scope, chosen, row));
  const pairs = asked.flatMap((before): Pair[] => {
    if (before.id === chosen.id) {
      const own = before.own.filter((part) => !parts.includes(part));
      return [{ before, after: { ...changed(before, change, change.when?.day ?? before.day), own } }];
    }
    if (!goesWith(before, now) || before.seriesDay === null) return [];
    const theirs = parts.filter((part) => !before.own.includes(part));
    const after = changed(before, only(change, theirs), addDays(before.seriesDay, shift));
    return values(after) === values(before) ? [] : [{ before, after }];
  });
  return { pairs, kept: asked.length - pairs.length };
};

/** What a series gives from now on. */
export const changedSeries = (series: KeptSeries, chosen: KeptAppointment, change: Change): KeptSeries => ({
  ...withValues(series, change),
  ...(change.when ? { time: change.when.time, zone: change.when.zone } : {}),
  ...(change.minutes === undefined ? {} : { minutes: change.minutes }),
  shiftDays: shiftAfter(series, chosen, change),
});

/** The end of a rule that is over by a day, else that day. */
const earlierEnd = ({ repeat, firstDay }: KeptSeries, day: CalendarDay): Repeat['end'] => {
  const { end } = repeat;
  const isOver = end.kind === 'on' ? end.day < day : end.kind === 'count' && daysOf(repeat, firstDay, day).length >= end.count;
  return isOver ? end : { kind: 'on', day };
};

/** A series that ends before a day of its rule; one that ended earlier goes on no longer for it. */
export const endedBefore = (series: KeptSeries, day: CalendarDay): KeptSeries => ({
  ...series,
  version: series.version + 1,
  repeat: { ...series.repeat, end: earlierEnd(series, addDays(day, -1)) },
  skipped: series.skipped.filter((one) => one < day),
  goesOn: false,
});

/** The series that goes on from a day of the rule; it still counts from the same first day, so that every second week stays the same weeks. */
export const continuedFrom = (series: KeptSeries, day: CalendarDay, id: string, at: Instant): KeptSeries => ({
  ...series,
  id,
  version: 1,
  skipped: series.skipped.filter((one) => one >= day),
  continues: series.id,
  createdAt: at,
});

export type NewRule = {
  /** Ahead, and still days of the rule. */
  readonly stay: readonly KeptAppointment[];
  /** Began, ended or will not take place: nothing is made there again, nor by a rule after this one. */
  readonly settled: readonly KeptAppointment[];
  /** Ahead, on days the rule no longer gives. */
  readonly gone: readonly KeptAppointment[];
  readonly newDays: readonly CalendarDay[];
  /** All that the edit was for. */
  readonly asked: number;
};

/** From which day of the old rule on another one holds: the chosen one's, or that of the first that is ahead. */
export const ruleStart = (chosen: KeptAppointment, rows: readonly KeptAppointment[], scope: Scope, now: Instant): CalendarDay => {
  const ahead = rows.filter((row) => row.id === chosen.id || (scope === 'all' && goesWith(row, now)));
  return ahead.flatMap(({ seriesDay }) => seriesDay ?? []).sort()[0] ?? chosen.day;
};

const weekdaysOf = ({ weekdays }: Repeat, start: CalendarDay): readonly number[] =>
  weekdays.length > 0 ? [...new Set(weekdays)].sort() : [weekdayOf(start)];

/** All of a rule but its end, as it is from a day of it on. */
const stepsOf = (repeat: Repeat, start: CalendarDay): string => {
  const { every, unit, monthBy } = repeat;
  return JSON.stringify([every, unit, unit === 'week' ? weekdaysOf(repeat, start) : unit === 'month' ? monthBy : null]);
};

type RuleFrom = Pick<KeptSeries, 'repeat' | 'firstDay' | 'shiftDays' | 'madeUntil' | 'skipped'>;

/**
 * What a series that goes on by the rule asked for counts from. Where only the end is otherwise, it is the rule it was: a last Tuesday that is
 * also a fourth one stays the last, those moved together stay where they were moved, and days left out stay left out.
 */
export const ruleFrom = (series: KeptSeries, repeat: Repeat, from: CalendarDay, today: CalendarDay): RuleFrom => {
  const { shiftDays } = series;
  const start = addDays(from, shiftDays);
  const isSame = stepsOf(repeat, start) === stepsOf(shownRepeat(series, from), start);
  if (!isSame) return { repeat, firstDay: start, shiftDays: 0, madeUntil: madeUntil(repeat, start, today), skipped: [] };

  const firstDay = laterStart(series, from);
  const gone = daysOf({ ...series.repeat, end: { kind: 'never' } }, firstDay, addDays(from, -1)).length;
  const skipped = series.skipped.filter((day) => day >= from);
  const as = (end: Repeat['end'], until: CalendarDay): RuleFrom => {
    return { repeat: { ...series.repeat, end }, firstDay, shiftDays, madeUntil: until, skipped };
  };
  const { end } = repeat;
  if (end.kind === 'count') return as({ ...end, count: end.count + gone }, lastBookable);
  if (end.kind === 'on') return as({ ...end, day: addDays(end.day, -shiftDays) }, lastBookable);
  return as(end, series.goesOn ? series.madeUntil : addDays(madeUntil(repeat, start, today), -shiftDays));
};

/** What becomes of the appointments of a series from a day of its old rule on, once another rule gives these days, moved together by `shiftDays`. */
export const underRule = (
  { series, rows }: { readonly series: KeptSeries; readonly rows: readonly KeptAppointment[] },
  {
    from,
    days,
    shiftDays = 0,
    now,
  }: { readonly from: CalendarDay; readonly days: readonly CalendarDay[]; readonly shiftDays?: number; readonly now: Instant },
): NewRule => {
  const given = new Set(days);
  const asked = rows.filter(({ seriesDay }) => seriesDay !== null && seriesDay >= from);
  const dayOf = (row: KeptAppointment): CalendarDay => addDays(row.seriesDay ?? row.day, series.shiftDays - shiftDays);
  const placed = asked.map((row) => ({ ...row, seriesDay: dayOf(row) }));
  const taken = new Set(placed.map(({ seriesDay }) => seriesDay));
  const onDays = placed.filter(({ seriesDay }) => given.has(seriesDay));
  return {
    stay: onDays.filter((row) => goesWith(row, now)),
    settled: placed.filter((row) => !goesWith(row, now)),
    gone: asked.filter((row) => goesWith(row, now) && !given.has(dayOf(row))),
    newDays: days.filter((day) => !taken.has(day)),
    asked: asked.length,
  };
};
