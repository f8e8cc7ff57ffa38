import type { TFunction } from 'i18next';
import { z } from 'zod';
import { type ExceptionDetails, exceptionKinds } from '../../../shared/hours.ts';
import { limits } from '../../../shared/limits.ts';
import { addDays, minutesOf } from '../../../shared/schedule-time.ts';
import { calendarDayFromTyped } from '../../../shared/time.ts';
import { dayProblem } from '../../ui/day-problem.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { wallEndFromTyped, wallTimeFromTyped } from '../../ui/time-typed.ts';
import { tooLong } from '../../ui/too-long.ts';

export const absenceFields = ['practitionerId', 'kind', 'firstDay', 'lastDay', 'part', 'from', 'to', 'note'] as const;
export type AbsenceField = (typeof absenceFields)[number];

/** An absence, or an opening besides, as it is typed. `part`: of the day. */
export const TypedAbsence = z.strictObject({
  practitionerId: z.string(),
  kind: z.enum(exceptionKinds),
  firstDay: z.string(),
  lastDay: z.string(),
  part: z.enum(['whole', 'times']),
  from: z.string(),
  to: z.string(),
  note: z.string(),
});
export type TypedAbsence = z.infer<typeof TypedAbsence>;

export const newAbsence = (practitionerId: string): TypedAbsence => ({
  practitionerId,
  kind: 'absent',
  firstDay: '',
  lastDay: '',
  part: 'whole',
  from: '',
  to: '',
  note: '',
});

/** Days that may be away at once. */
const mostDays = 400;

/** What is kept; null while something is no day or no time. Without a last day it is one day. */
export const absenceFrom = (typed: TypedAbsence): ExceptionDetails | null => {
  const firstDay = calendarDayFromTyped(typed.firstDay);
  const lastDay = typed.lastDay.trim() === '' ? firstDay : calendarDayFromTyped(typed.lastDay);
  const whole = typed.part === 'whole';
  const from = whole ? null : wallTimeFromTyped(typed.from);
  const to = whole ? null : wallEndFromTyped(typed.to);
  if (!firstDay || !lastDay || (!whole && (!from || !to))) return null;
  const { practitionerId, kind, note } = typed;
  return { practitionerId, kind, firstDay, lastDay, from, to, note };
};

type Words = { readonly schedule: TFunction<'schedule'>; readonly errors: TFunction<'errors'> };

const lastDayProblem = ({ firstDay, lastDay }: TypedAbsence, { schedule, errors }: Words): string | null => {
  const [first, last] = [calendarDayFromTyped(firstDay), calendarDayFromTyped(lastDay)];
  if (!first || !last) return dayProblem(lastDay, errors);
  if (last < first) return schedule('setup.away.wrong.backwards');
  return last > addDays(first, mostDays - 1) ? schedule('setup.away.wrong.tooMany') : null;
};

const toProblem = ({ from, to }: TypedAbsence, schedule: TFunction<'schedule'>): string | null => {
  const [begins, ends] = [wallTimeFromTyped(from), wallEndFromTyped(to)];
  if (!ends) return schedule('setup.hours.wrong.noTime');
  return begins && minutesOf(ends) <= minutesOf(begins) ? schedule('setup.hours.wrong.backwards') : null;
};

const problemOf = (field: AbsenceField, typed: TypedAbsence, words: Words): string | null => {
  const { schedule, errors } = words;
  switch (field) {
    case 'firstDay':
      return typed.firstDay.trim() === '' ? errors('problem.required') : dayProblem(typed.firstDay, errors);
    case 'lastDay':
      return lastDayProblem(typed, words);
    case 'from':
      return typed.part === 'times' && !wallTimeFromTyped(typed.from) ? schedule('setup.hours.wrong.noTime') : null;
    case 'to':
      return typed.part === 'times' ? toProblem(typed, schedule) : null;
    case 'note': {
      const long = tooLong(typed.note, limits.line);
      return long ? errors('problem.too-long', long) : null;
    }
    case 'practitionerId':
      return typed.practitionerId === '' ? errors('problem.required') : null;
    case 'kind':
    case 'part':
      return null;
  }
};

/** What keeps it from being saved, in the order of the form. */
export const absenceProblems = (typed: TypedAbsence, words: Words): readonly FieldProblem[] =>
  absenceFields.flatMap((field) => {
    const text = problemOf(field, typed, words);
    return text ? [{ field, label: words.schedule(`setup.away.field.${field}`), text }] : [];
  });
