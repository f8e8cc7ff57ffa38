import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Repeat } from '../../shared/recurrence.ts';
import { weekdayOf } from '../../shared/schedule-time.ts';
import { type CalendarDay, calendarDayFromTyped } from '../../shared/time.ts';
import { typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';

export const repeatUnits = ['day', 'week', 'month', 'year'] as const;
export const repeatEnds = ['count', 'on', 'never'] as const;

/** A rule as it is typed; of the ends only the chosen one counts. */
export const TypedRepeat = z
  .strictObject({
    on: z.boolean(),
    every: z.string(),
    unit: z.enum(repeatUnits),
    weekdays: z.array(z.int().min(1).max(7)).readonly(),
    monthBy: z.enum(['day', 'weekday']),
    end: z.enum(repeatEnds),
    count: z.string(),
    until: z.string(),
  })
  .readonly();
export type TypedRepeat = z.infer<typeof TypedRepeat>;

export const onceOnly: TypedRepeat = {
  on: false,
  every: '1',
  unit: 'week',
  weekdays: [],
  monthBy: 'day',
  end: 'count',
  count: '10',
  until: '',
};

export const typedRepeat = ({ end, ...repeat }: Repeat): TypedRepeat => ({
  ...onceOnly,
  ...repeat,
  on: true,
  every: String(repeat.every),
  end: end.kind,
  ...(end.kind === 'count' ? { count: String(end.count) } : {}),
  ...(end.kind === 'on' ? { until: typedDay(end.day) } : {}),
});

const wholeFrom = (typed: string, most: number): number | null => {
  const whole = /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : 0;
  return whole >= 1 && whole <= most ? whole : null;
};

const endFrom = ({ end, count, until }: TypedRepeat): Repeat['end'] | null => {
  if (end === 'never') return { kind: 'never' };
  if (end === 'count') {
    const times = wholeFrom(count, 1_000);
    return times ? { kind: 'count', count: times } : null;
  }
  const day = calendarDayFromTyped(until);
  return day ? { kind: 'on', day } : null;
};

/** Null while a part cannot be read; `start` is the first day, whose weekday counts where none was chosen. */
export const repeatFrom = (typed: TypedRepeat, start: CalendarDay | null): Repeat | null => {
  const every = wholeFrom(typed.every, 99);
  const end = endFrom(typed);
  if (!every || !end) return null;
  const chosen = [...typed.weekdays].sort((one, other) => one - other);
  const weekdays = typed.unit !== 'week' ? [] : chosen.length > 0 || !start ? chosen : [weekdayOf(start)];
  return { every, unit: typed.unit, weekdays, monthBy: typed.monthBy, end };
};

type Words = { readonly t: TFunction<'appointments'>; readonly errors: TFunction<'errors'>; readonly start: CalendarDay | null };

const endProblem = (typed: TypedRepeat, { t, errors, start }: Words): readonly FieldProblem[] => {
  if (typed.end === 'count' && !wholeFrom(typed.count, 1_000))
    return [{ field: 'count', label: t('repeat.count'), text: t('repeat.countUnclear') }];
  if (typed.end !== 'on') return [];
  const day = calendarDayFromTyped(typed.until);
  const before = day && start && day < start ? t('repeat.untilBefore') : null;
  const text = typed.until.trim() === '' ? t('repeat.untilNeeded') : (dayProblem(typed.until, errors) ?? before);
  return text ? [{ field: 'until', label: t('repeat.until'), text }] : [];
};

/** What keeps this from being a rule. */
export const repeatProblems = (typed: TypedRepeat, words: Words): readonly FieldProblem[] => {
  if (!typed.on) return [];
  const every = wholeFrom(typed.every, 99)
    ? []
    : [{ field: 'every', label: words.t('repeat.every'), text: words.t('repeat.everyUnclear') }];
  return [...every, ...endProblem(typed, words)];
};
