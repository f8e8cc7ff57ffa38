import type { TFunction } from 'i18next';
import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import { placeholdersUnknown } from '../../../shared/reminder-words.ts';
import { ReminderSettings } from '../../../shared/reminders.ts';
import { shows } from '../../../shared/text.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { tooLong } from '../../ui/too-long.ts';
import type { Standing } from './use-editing.ts';

export const reminderFields = ['daysBefore', 'words'] as const;
export type ReminderField = (typeof reminderFields)[number];

export const TypedReminder = z.strictObject({ daysBefore: z.string(), words: z.string() });
export type TypedReminder = z.infer<typeof TypedReminder>;

export const typedReminder = ({ daysBefore, words }: ReminderSettings): TypedReminder => ({ daysBefore: String(daysBefore), words });

export const reminderFrom = ({ daysBefore, words }: TypedReminder): ReminderSettings => ({ daysBefore: Number(daysBefore), words });

const Kept = ReminderSettings.extend({ version: z.int(), isOwn: z.boolean() });

/** What a conflict brought. */
export const reminderStanding = (current: unknown): Standing<ReminderField, string> | null => {
  const kept = Kept.safeParse(current).data;
  return kept ? { version: kept.version, typed: typedReminder(kept) } : null;
};

/** As they were typed, in their braces. */
export const bracesOf = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');

type Words = { readonly t: TFunction<'reminders'>; readonly errors: TFunction<'errors'> };

export const reminderProblems = ({ words }: TypedReminder, { t, errors }: Words): readonly FieldProblem[] => {
  const long = tooLong(words, limits.paragraph);
  const unknown = placeholdersUnknown(words);
  const unknownWords = unknown.length > 0 ? t('set.unknown', { count: unknown.length, names: bracesOf(unknown) }) : null;
  const text = !shows(words) ? t('set.required') : long ? errors('problem.too-long', long) : unknownWords;
  return text ? [{ field: 'words', label: t('set.words'), text }] : [];
};
