import type { TFunction } from 'i18next';
import type { Issue, Problem } from '../../shared/app-error.ts';
import { ClientDetails } from '../../shared/clients.ts';
import { type CustomField, customProblem } from '../../shared/custom-fields.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { fieldOf, issueWords } from '../ui/error-words.ts';
import { tooLong } from '../ui/too-long.ts';
import { clientFields, isBlank, type LineField, lineFields, type TypedClient, valueFromTyped } from './client-typed.ts';

type Words = { readonly clients: TFunction<'clients'>; readonly errors: TFunction<'errors'> };

/** Why what was typed is no birth date, in words; null when it is one or nothing was typed. */
export const birthDateProblem = (typed: string, words: Words): string | null => {
  const day = calendarDayFromTyped(typed);
  return day && day > today() ? words.clients('wrong.future') : dayProblem(typed, words.errors);
};

const longWords = (typed: string, limit: number, { errors }: Words): string | null => {
  const long = tooLong(typed, limit);
  return long ? issueWords(errors, { path: [], problem: 'too-long', ...long }) : null;
};

const isNoMail = (typed: string): boolean => !ClientDetails.shape.email.safeParse(typed).success;

const lineProblem = (field: LineField, typed: TypedClient, words: Words): string | null => {
  const long = longWords(typed[field], field === 'contactWishes' || field === 'discreetWords' ? limits.line : limits.namePart, words);
  if (long) return long;
  if (field === 'chosenName' && typed.chosenName.trim() === '') return words.clients('wrong.noName');
  if (field === 'birthDate') return birthDateProblem(typed.birthDate, words);
  return field === 'email' && isNoMail(typed.email) ? words.errors('problem.not-an-email') : null;
};

type PersonPart = 'name' | 'relation' | 'phone' | 'email';
type Person = Readonly<Partial<Record<PersonPart, string>>>;

/** Of someone else in the record; ids of the fields begin with `of`. */
const personProblems = (of: string, person: Person, words: Words): readonly FieldProblem[] =>
  (Object.entries(person) as [PersonPart, string][]).flatMap(([part, typed]) => {
    const missing = part === 'name' && !shows(typed) ? words.clients('wrong.noPerson') : null;
    const mail = part === 'email' && isNoMail(typed) ? words.errors('problem.not-an-email') : null;
    const text = longWords(typed, limits.namePart, words) ?? missing ?? mail;
    return text ? [{ field: `${of}-${part}`, label: words.clients(`person.${part}`), text }] : [];
  });

/** What is wrong with what was typed into a field of the practice's own, in words. */
const customWords = (field: CustomField, typed: string, words: Words): string | null => {
  const long = longWords(typed, limits.line, words);
  if (long) return long;
  const problem: Problem | null = customProblem(field, valueFromTyped(typed, field.kind));
  if (!problem) return null;
  if (field.kind === 'date') return dayProblem(typed, words.errors) ?? words.errors('problem.not-a-day');
  return field.kind === 'number' ? words.clients('wrong.number') : words.errors(`problem.${problem}`);
};

const customProblems = (typed: TypedClient, was: TypedClient, fields: readonly CustomField[], words: Words): readonly FieldProblem[] =>
  fields.flatMap((field) => {
    const value = typed.custom[field.id] ?? '';
    // What stood before stays good: an option may have been taken out since.
    const text = field.inUse && value !== (was.custom[field.id] ?? '') ? customWords(field, value, words) : null;
    return text ? [{ field: `custom-${field.id}`, label: field.label, text }] : [];
  });

const tagProblems = (typed: TypedClient, words: Words): readonly FieldProblem[] => {
  const text = typed.tags.map((tag) => longWords(tag, limits.tag, words)).find((one) => one !== null);
  return text ? [{ field: 'tags', label: words.clients('field.tags'), text }] : [];
};

type Asked = { readonly typed: TypedClient; readonly was: TypedClient; readonly fields: readonly CustomField[] };

/** What keeps this from being saved, in the order of the form. */
export const clientProblems = ({ typed, was, fields }: Asked, words: Words): readonly FieldProblem[] =>
  clientFields.flatMap((field): readonly FieldProblem[] => {
    if (field === 'emergencyContacts')
      return typed.emergencyContacts.flatMap((one, index) => (isBlank(one) ? [] : personProblems(`emergency-${index}`, one, words)));
    if (field === 'guardian') return typed.guardian && !isBlank(typed.guardian) ? personProblems('guardian', typed.guardian, words) : [];
    if (field === 'tags') return tagProblems(typed, words);
    if (field === 'custom') return customProblems(typed, was, fields, words);
    const line = lineFields.find((one) => one === field);
    const text = line ? lineProblem(line, typed, words) : null;
    return text ? [{ field, label: words.clients(`field.${field}`), text }] : [];
  });

/** What the vault found wrong, beside the fields. */
export const refusedProblems = (issues: readonly Issue[], fields: readonly CustomField[], words: Words): readonly FieldProblem[] =>
  issues.map((issue) => {
    const name = fieldOf(issue);
    const own = fields.find(({ id }) => id === name);
    const field = clientFields.find((one) => one === name);
    const label = own ? own.label : field ? words.clients(`field.${field}`) : name;
    return { field: own ? `custom-${name}` : name, label, text: issueWords(words.errors, issue) };
  });
