import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import type { CrisisNumbers } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, calendarDayFromTyped } from '../../shared/time.ts';
import { today, typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { fieldOf, issueWords } from '../ui/error-words.ts';
import { tooLong } from '../ui/too-long.ts';

export type CrisisSettings = OutputOf<'crisis.settings'>;

export const numberFields = ['emergency', 'crisis', 'text', 'note'] as const;
export type NumberField = (typeof numberFields)[number];
const needed: readonly NumberField[] = ['emergency', 'crisis'];

/** Numbers as they are typed. That somebody checked them is never kept: it is said anew each time. */
export const Draft = z.strictObject({
  numbers: z.strictObject({ emergency: z.string(), crisis: z.string(), text: z.string(), note: z.string() }),
  /** Day they were checked on, as it is typed. */
  day: z.string(),
  version: z.int(),
});
export type Draft = z.infer<typeof Draft>;

export const numbersIn = ({ emergency, crisis, text, note }: CrisisNumbers): CrisisNumbers => ({ emergency, crisis, text, note });

/** A day checked is the day of today until another one is typed: whoever comes here checks again. */
export const draftFrom = ({ saved, version }: Pick<CrisisSettings, 'saved' | 'version'>): Draft => ({
  numbers: saved ? numbersIn(saved) : { emergency: '', crisis: '', text: '', note: '' },
  day: typedDay(today()),
  version,
});

type Words = { readonly crisis: TFunction<'crisis'>; readonly errors: TFunction<'errors'> };

const numberProblem = (field: NumberField, typed: string, errors: TFunction<'errors'>): string | null => {
  const long = tooLong(typed, limits.line);
  if (long) return errors('problem.too-long', long);
  return needed.includes(field) && !shows(typed) ? errors('problem.required') : null;
};

const checkedDayProblem = (typed: string, { crisis, errors }: Words): string | null => {
  const day: CalendarDay | null = calendarDayFromTyped(typed);
  if (day !== null) return day > today() ? crisis('settings.dayToCome') : null;
  return dayProblem(typed, errors) ?? errors('problem.required');
};

/** What keeps the numbers from being saved, each with its field. */
export const problemsOf = (draft: Draft, confirmed: boolean, words: Words): readonly FieldProblem[] => {
  const day = checkedDayProblem(draft.day, words);
  return [
    ...numberFields.flatMap((field): FieldProblem[] => {
      const text = numberProblem(field, draft.numbers[field], words.errors);
      return text ? [{ field, label: words.crisis(`settings.${field}`), text }] : [];
    }),
    ...(day ? [{ field: 'day', label: words.crisis('settings.day'), text: day }] : []),
    ...(confirmed ? [] : [{ field: 'confirmed', label: words.crisis('settings.check'), text: words.crisis('settings.toConfirm') }]),
  ];
};

/** What the vault found amiss, beside the field it is about. */
export const refusedProblems = (error: AppError | null, words: Words): readonly FieldProblem[] => {
  if (error?.code === 'refused' && error.reason === 'day-in-future')
    return [{ field: 'day', label: words.crisis('settings.day'), text: words.crisis('settings.dayToCome') }];
  if (error?.code !== 'invalid') return [];
  return error.issues.map((issue) => {
    const field = numberFields.find((one) => one === fieldOf(issue));
    return {
      field: field ?? 'day',
      label: words.crisis(field ? `settings.${field}` : 'settings.day'),
      text: issueWords(words.errors, issue),
    };
  });
};

/** Somebody saved meanwhile: what stands now. */
export const meanwhileIn = (error: AppError | null): number | null =>
  error?.code === 'conflict' ? (z.object({ version: z.int() }).safeParse(error.current).data?.version ?? null) : null;
