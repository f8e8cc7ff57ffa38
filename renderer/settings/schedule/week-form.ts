import type { TFunction } from 'i18next';
import { z } from 'zod';
import { type OpenSpan, PractitionerHours, type WeekHours } from '../../../shared/hours.ts';
import { minutesOf } from '../../../shared/schedule-time.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { wallEndFromTyped, wallTimeFromTyped } from '../../ui/time-typed.ts';
import type { Standing } from './use-editing.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

const TypedSpan = z.strictObject({ from: z.string(), to: z.string() });
/** The times of a day as they are typed; a closed day has none. */
const TypedDay = z.array(TypedSpan);
export type TypedSpan = z.infer<typeof TypedSpan>;
export type TypedDay = z.infer<typeof TypedDay>;

export const TypedWeek = z.strictObject({
  monday: TypedDay,
  tuesday: TypedDay,
  wednesday: TypedDay,
  thursday: TypedDay,
  friday: TypedDay,
  saturday: TypedDay,
  sunday: TypedDay,
});
export type TypedWeek = z.infer<typeof TypedWeek>;

/** As many as the contract keeps of a day. */
export const mostSpans = 6;

const eachDay = <V>(of: (index: number) => V): Readonly<Record<Weekday, V>> =>
  Object.fromEntries(weekdays.map((weekday, index) => [weekday, of(index)])) as Record<Weekday, V>;

const usual: TypedDay = [{ from: '09:00', to: '17:00' }];

/** The hours as they were said; a usual week to begin with where nobody said any. */
export const weekStanding = ({ version, week }: PractitionerHours): Standing<Weekday, TypedDay> => ({
  version,
  typed: eachDay((index): TypedDay => {
    if (version === 0) return index < 5 ? usual : [];
    return [...(week[index] ?? [])];
  }),
});

export const weekStandingIn = (current: unknown): Standing<Weekday, TypedDay> | null => {
  const hours = PractitionerHours.safeParse(current).data;
  return hours ? weekStanding(hours) : null;
};

const isUntouched = ({ from, to }: TypedSpan): boolean => from.trim() === '' && to.trim() === '';

type Read = { readonly index: number; readonly from: string | null; readonly to: string | null };

const readDay = (day: TypedDay): readonly Read[] =>
  day.flatMap((span, index) => (isUntouched(span) ? [] : [{ index, from: wallTimeFromTyped(span.from), to: wallEndFromTyped(span.to) }]));

/** What is kept; lines nothing was typed in count as none. */
export const weekFrom = (typed: Readonly<Record<Weekday, TypedDay>>): WeekHours =>
  weekdays.map((weekday) =>
    readDay(typed[weekday])
      .flatMap(({ from, to }): OpenSpan[] => (from && to ? [{ from, to }] : []))
      .sort((one, other) => minutesOf(one.from) - minutesOf(other.from)),
  );

export type SpanProblem = { readonly weekday: Weekday; readonly index: number; readonly end: 'from' | 'to'; readonly code: SpanCode };
type SpanCode = 'noTime' | 'backwards' | 'overlap';

const problemOf = ({ from, to }: Read, others: readonly Read[]): Pick<SpanProblem, 'end' | 'code'> | null => {
  if (!from) return { end: 'from', code: 'noTime' };
  if (!to) return { end: 'to', code: 'noTime' };
  if (minutesOf(to) <= minutesOf(from)) return { end: 'to', code: 'backwards' };
  const overlaps = others.some(
    (other) => other.from && other.to && minutesOf(other.from) < minutesOf(to) && minutesOf(from) < minutesOf(other.to),
  );
  return overlaps ? { end: 'from', code: 'overlap' } : null;
};

/** What keeps the week from being saved. Of two that overlap the later line is named. */
export const spanProblems = (typed: Readonly<Record<Weekday, TypedDay>>): readonly SpanProblem[] =>
  weekdays.flatMap((weekday) => {
    const read = readDay(typed[weekday]);
    return read.flatMap((one, place) => {
      const problem = problemOf(one, read.slice(0, place));
      return problem ? [{ weekday, index: one.index, ...problem }] : [];
    });
  });

export const spanField = (weekday: Weekday, index: number, end: 'from' | 'to'): string => `${weekday}-${index}-${end}`;

/** `Monday, from`; further times of the day with their number. */
export const spanLabel = (t: TFunction<'schedule'>, day: string, index: number, end: 'from' | 'to'): string =>
  index === 0 ? t(`setup.hours.${end}`, { day }) : t(`setup.hours.${end}Next`, { day, number: index + 1 });

export const weekProblems = (
  typed: Readonly<Record<Weekday, TypedDay>>,
  t: TFunction<'schedule'>,
  nameOf: (weekday: Weekday) => string,
): readonly FieldProblem[] =>
  spanProblems(typed).map(({ weekday, index, end, code }) => ({
    field: spanField(weekday, index, end),
    label: spanLabel(t, nameOf(weekday), index, end),
    text: t(`setup.hours.wrong.${code}`),
  }));
