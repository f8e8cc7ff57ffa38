import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { DayConflicts } from '../../shared/appointments.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import type { FieldProblem } from './error-summary.tsx';
import { tooLong } from './too-long.ts';

/** What the person chose about days on which something is in the way. */
export const Despite = z.strictObject({ way: z.enum(['', 'anyway', 'skip']), reason: z.string() }).readonly();
export type Despite = z.infer<typeof Despite>;

export const undecided: Despite = { way: '', reason: '' };

const Refused = z.object({ days: z.array(DayConflicts) });

/** The days that a call was refused for; none when it was refused for something else. */
export const refusedDays = (error: AppError | null): readonly DayConflicts[] =>
  error?.code === 'refused' && error.reason === 'appointment-conflicts' ? (Refused.safeParse(error.details).data?.days ?? []) : [];

/** As the calls take it; without conflicts no reason is kept. */
export const despiteInput = (
  { way, reason }: Despite,
  days: readonly DayConflicts[],
): { readonly override: string | null; readonly skip: boolean } => {
  if (days.length === 0) return { override: null, skip: false };
  return { override: way === 'anyway' ? reason : null, skip: way === 'skip' };
};

type Words = { readonly t: TFunction<'appointments'>; readonly errors: TFunction<'errors'> };

/** What is still to say before it can be booked over what is in the way. */
export const despiteProblems = (
  { way, reason }: Despite,
  { days, t, errors }: Words & { readonly days: readonly DayConflicts[] },
): readonly FieldProblem[] => {
  if (days.length === 0 || way === 'skip') return [];
  if (way === '') return [{ field: 'despite', label: t('despite.label'), text: t('despite.needed') }];
  const long = tooLong(reason, limits.paragraph);
  if (long) return [{ field: 'reason', label: t('despite.reason'), text: errors('problem.too-long', long) }];
  return shows(reason) ? [] : [{ field: 'reason', label: t('despite.reason'), text: t('despite.reasonNeeded') }];
};
