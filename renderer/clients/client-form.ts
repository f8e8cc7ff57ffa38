import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Issue } from '../../shared/app-error.ts';
import { ClientDetails } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { dayWords, today, typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { fieldOf, issueWords } from '../ui/error-words.ts';
import { tooLong } from '../ui/too-long.ts';

export const clientFields = [
  'chosenName',
  'legalName',
  'pronouns',
  'birthDate',
  'phone',
  'email',
  'contactWishes',
  'stopWord',
  'stopGesture',
] as const;
export type ClientField = (typeof clientFields)[number];

/** The form as it is typed: the birth date in the person's own writing. */
export const TypedClient = z.record(z.enum(clientFields), z.string()).readonly();
export type TypedClient = z.infer<typeof TypedClient>;

export const emptyClient: TypedClient = {
  chosenName: '',
  legalName: '',
  pronouns: '',
  birthDate: '',
  phone: '',
  email: '',
  contactWishes: '',
  stopWord: '',
  stopGesture: '',
};

export const typedFrom = (details: ClientDetails): TypedClient => ({ ...detailsOnly(details), birthDate: typedDay(details.birthDate) });

/** The fields of the form out of a whole record. */
export const detailsOnly = (client: ClientDetails): ClientDetails => ({
  chosenName: client.chosenName,
  legalName: client.legalName,
  pronouns: client.pronouns,
  birthDate: client.birthDate,
  phone: client.phone,
  email: client.email,
  contactWishes: client.contactWishes,
  stopWord: client.stopWord,
  stopGesture: client.stopGesture,
});

export const detailsFrom = (typed: TypedClient): ClientDetails => ({ ...typed, birthDate: calendarDayFromTyped(typed.birthDate) });

type Words = { readonly clients: TFunction<'clients'>; readonly errors: TFunction<'errors'> };

/** Why what was typed is no birth date, in words; null when it is one or nothing was typed. */
export const birthDateProblem = (typed: string, words: Words): string | null => {
  const day = calendarDayFromTyped(typed);
  return day && day > today() ? words.clients('wrong.future') : dayProblem(typed, words.errors);
};

const fieldTooLong = (field: ClientField, typed: TypedClient): Issue | null => {
  const limit = field === 'contactWishes' ? limits.line : limits.namePart;
  const long = tooLong(typed[field], limit);
  return long ? { path: [field], problem: 'too-long', ...long } : null;
};

/** What keeps this from being saved, in the order of the form. */
export const clientProblems = (typed: TypedClient, words: Words): readonly FieldProblem[] =>
  clientFields.flatMap((field) => {
    const text = ((): string | null => {
      const long = fieldTooLong(field, typed);
      if (long) return issueWords(words.errors, long);
      if (field === 'chosenName' && typed.chosenName.trim() === '') return words.clients('wrong.noName');
      if (field === 'birthDate') return birthDateProblem(typed.birthDate, words);
      if (field === 'email' && !ClientDetails.shape.email.safeParse(typed.email).success) return words.errors('problem.not-an-email');
      return null;
    })();
    return text ? [{ field, label: words.clients(`field.${field}`), text }] : [];
  });

/** What the vault found wrong, beside the fields. */
export const refusedProblems = (issues: readonly Issue[], words: Words): readonly FieldProblem[] =>
  issues.map((issue) => {
    const name = fieldOf(issue);
    const field = clientFields.find((one) => one === name);
    return { field: name, label: field ? words.clients(`field.${field}`) : name, text: issueWords(words.errors, issue) };
  });

/** A field as it reads, so that a birth date written in another way is no change. */
export const readingOf = (field: ClientField, client: TypedClient): string => {
  const day = field === 'birthDate' ? calendarDayFromTyped(client.birthDate) : null;
  return day ? dayWords(day) : client[field].trim().normalize();
};

type Three = { readonly base: TypedClient; readonly typed: TypedClient; readonly theirs: TypedClient };

/** What was typed on top of what someone saved meanwhile: a field not touched here takes what is saved. */
export const mergedClient = ({ base, typed, theirs }: Three): TypedClient =>
  Object.fromEntries(
    clientFields.map((field) => [field, readingOf(field, typed) === readingOf(field, base) ? theirs[field] : typed[field]]),
  ) as TypedClient;

/** Fields changed on both sides, and not to the same: only the person can say which. */
export const disputedFields = ({ base, typed, theirs }: Three): readonly ClientField[] =>
  clientFields.filter((field) => new Set([base, typed, theirs].map((one) => readingOf(field, one))).size === 3);
