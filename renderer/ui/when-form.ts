import type { TFunction } from 'i18next';
import { z } from 'zod';
import { type AppointmentLine, When } from '../../shared/appointment.ts';
import { Minutes } from '../../shared/people-and-rooms.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import { type CalendarDay, calendarDayFromTyped } from '../../shared/time.ts';
import { here, typedDay } from '../dates.ts';
import { dayProblem } from './day-problem.ts';
import type { FieldProblem } from './error-summary.tsx';
import { timeProblem, wallTimeFromTyped } from './time-typed.ts';

/** Where and when as it is typed: day, time and length in the person's own writing; no room is an empty one. */
export const TypedWhen = z
  .strictObject({ day: z.string(), time: z.string(), minutes: z.string(), practitionerId: z.string(), roomId: z.string() })
  .readonly();
export type TypedWhen = z.infer<typeof TypedWhen>;
export type WhenField = keyof TypedWhen;

export type WhenMinutes = When & { readonly minutes: number };

type Placed = Pick<AppointmentLine, 'startsAt' | 'minutes' | 'practitionerId' | 'roomId'>;

/** In the practice's zone, which the calls read it in; the row may have been booked in another. @param to where it is to go instead */
export const typedWhen = (line: Placed, to: Partial<WhenMinutes> = {}): TypedWhen => {
  const { day, time, minutes, practitionerId, roomId } = { ...line, ...wallAt(line.startsAt, here().zone), ...to };
  return { day: typedDay(day), time, minutes: String(minutes), practitionerId, roomId: roomId ?? '' };
};

/** A length of time: whole minutes, as many as an appointment may have. */
export const minutesFromTyped = (typed: string): number | null => {
  const minutes = /^\s*\d{1,4}\s*$/.test(typed) ? Minutes.safeParse(Number(typed)) : null;
  return minutes?.success ? minutes.data : null;
};

const isFar = (day: CalendarDay): boolean => !When.shape.day.safeParse(day).success;

/** Null while a part is not there or cannot be read. */
export const whenFrom = (typed: TypedWhen): WhenMinutes | null => {
  const day = calendarDayFromTyped(typed.day);
  const time = wallTimeFromTyped(typed.time);
  const minutes = minutesFromTyped(typed.minutes);
  if (!day || !time || !minutes || typed.practitionerId === '' || isFar(day)) return null;
  return { day, time, minutes, practitionerId: typed.practitionerId, roomId: typed.roomId || null };
};

type Words = { readonly t: TFunction<'appointments'>; readonly errors: TFunction<'errors'> };

const whichDayProblem = (typed: string, { t, errors }: Words): string | null => {
  if (typed.trim() === '') return t('when.dayNeeded');
  const day = calendarDayFromTyped(typed);
  return day && isFar(day) ? t('when.dayFar') : dayProblem(typed, errors);
};

const minutesProblem = (typed: string, t: TFunction<'appointments'>): string | null => {
  if (typed.trim() === '') return t('when.minutesNeeded');
  if (minutesFromTyped(typed)) return null;
  const whole = /^\s*[+-]?\d+\s*$/.test(typed) ? Number(typed) : null;
  if (whole === null) return t('when.minutesUnclear');
  return whole > 720 ? t('when.minutesLong') : t('when.minutesShort');
};

/** What keeps this from being a time, in the order of the form. */
export const whenProblems = (typed: TypedWhen, words: Words): readonly FieldProblem[] => {
  const { t } = words;
  const found: readonly (readonly [WhenField, string | null])[] = [
    ['practitionerId', typed.practitionerId === '' ? t('when.practitionerNeeded') : null],
    ['day', whichDayProblem(typed.day, words)],
    ['time', typed.time.trim() === '' ? t('when.timeNeeded') : timeProblem(typed.time, t)],
    ['minutes', minutesProblem(typed.minutes, t)],
  ];
  return found.flatMap(([field, text]) => (text ? [{ field, label: t(`when.${field}`), text }] : []));
};
