import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { AppError } from '../../../shared/app-error.ts';
import type { OutputOf } from '../../../shared/calls.ts';
import { type FormFact, FormFact as Kept } from '../../../shared/profile.ts';
import { calendarDayFromTyped } from '../../../shared/time.ts';
import { dayWords, typedDay } from '../../dates.ts';
import { dayProblem } from '../../ui/day-problem.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { issueWords } from '../../ui/error-words.ts';

export type AskedFact = OutputOf<'profile.formFacts'>['facts'][number];

/** The practice's words as they are typed, the day in the person's own writing. */
const Typed = z.strictObject({ words: z.string(), checkedOn: z.string() }).readonly();
export type Typed = z.infer<typeof Typed>;
const All = z.record(z.string(), Typed).readonly();
export type AllTyped = z.infer<typeof All>;

export const FactsDraft = z.strictObject({ typed: All, base: All, version: z.int() }).readonly();
export type FactsDraft = z.infer<typeof FactsDraft>;

export const nothing: Typed = { words: '', checkedOn: '' };

export const typedFrom = (facts: readonly FormFact[]): AllTyped =>
  Object.fromEntries(facts.map(({ placeholder, words, checkedOn }) => [placeholder, { words, checkedOn: typedDay(checkedOn) }]));

/** A fact as it reads, so that a day written in another way is no change. */
export const factReading = (all: AllTyped, placeholder: string, t: TFunction<'forms'>): string => {
  const { words, checkedOn } = all[placeholder] ?? nothing;
  const day = calendarDayFromTyped(checkedOn);
  const plain = words.trim().normalize();
  const checked = day ? dayWords(day) : checkedOn.trim();
  return checked ? t('words.reading', { words: plain, day: checked }) : plain;
};

type Three = Pick<FactsDraft, 'typed' | 'base'> & { readonly theirs: AllTyped };

export const changedFacts = ({ typed, base }: Pick<FactsDraft, 'typed' | 'base'>, t: TFunction<'forms'>): readonly string[] =>
  Object.keys(typed).filter((one) => factReading(typed, one, t) !== factReading(base, one, t));

export const disputedFacts = ({ typed, base, theirs }: Three, t: TFunction<'forms'>): readonly string[] =>
  Object.keys(typed).filter((one) => new Set([typed, base, theirs].map((all) => factReading(all, one, t))).size === 3);

/** What was typed on top of what someone saved meanwhile: a fact not touched here takes what is saved. */
export const mergedFacts = ({ typed, base, theirs }: Three, t: TFunction<'forms'>): AllTyped => {
  const changed = changedFacts({ typed, base }, t);
  return Object.fromEntries(Object.entries(typed).map(([one, own]) => [one, changed.includes(one) ? own : (theirs[one] ?? nothing)]));
};

/** Those that are to be saved. A day without words says nothing. */
export const factsToSend = (draft: FactsDraft, t: TFunction<'forms'>): FormFact[] =>
  changedFacts(draft, t).map((placeholder) => {
    const { words, checkedOn } = draft.typed[placeholder] ?? nothing;
    return { placeholder, words, checkedOn: words.trim() === '' ? null : calendarDayFromTyped(checkedOn) };
  });

/** What a conflict brings back. */
export const SavedFacts = z.object({ version: z.int(), facts: z.array(Kept) });

type Translated = { readonly forms: TFunction<'forms'>; readonly errors: TFunction<'errors'> };

/** Days that are none, by their field, before anything is sent. */
export const dayProblems = (facts: readonly AskedFact[], typed: AllTyped, t: Translated): readonly FieldProblem[] =>
  facts
    .filter((fact) => fact.needsCheck)
    .flatMap(({ placeholder, label }) => {
      const text = dayProblem(typed[placeholder]?.checkedOn ?? '', t.errors);
      return text ? [{ field: `${placeholder}-day`, label: t.forms('words.checkedOf', { label }), text }] : [];
    });

/** What the vault would not take, by its field. */
export const refusedFacts = (
  error: AppError | null,
  facts: readonly AskedFact[],
  sent: readonly FormFact[],
  t: Translated,
): readonly FieldProblem[] => {
  const labelOf = (placeholder: string): string => facts.find((fact) => fact.placeholder === placeholder)?.label ?? placeholder;
  if (error?.code === 'invalid') {
    return error.issues.map((issue) => {
      const placeholder = sent[Number(issue.path[1])]?.placeholder ?? '';
      const isDay = issue.path[2] === 'checkedOn';
      const label = labelOf(placeholder);
      return {
        field: isDay ? `${placeholder}-day` : placeholder,
        label: isDay ? t.forms('words.checkedOf', { label }) : label,
        text: issue.problem === 'wrong-kind' ? t.forms('words.wholeYears') : issueWords(t.errors, issue),
      };
    });
  }
  if (error?.code !== 'refused' || error.reason !== 'number-not-checked' || !Array.isArray(error.details?.placeholders)) return [];
  return error.details.placeholders.map((one) => {
    const placeholder = String(one);
    return {
      field: `${placeholder}-day`,
      label: t.forms('words.checkedOf', { label: labelOf(placeholder) }),
      text: t.forms('words.notChecked'),
    };
  });
};
