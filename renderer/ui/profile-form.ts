import type { TFunction } from 'i18next';
import type { Issue } from '../../shared/app-error.ts';
import { limits } from '../../shared/limits.ts';
import { Place, type ProfileDetails } from '../../shared/profile.ts';
import { Zone } from '../../shared/time.ts';
import type { FieldProblem } from './error-summary.tsx';
import { fieldOf, issueWords } from './error-words.ts';

export const profileFields = [
  'practiceName',
  'address',
  'practitionerName',
  'credential',
  'licenceWords',
  'place',
  'zone',
  'paper',
] as const;
export type ProfileField = (typeof profileFields)[number];

const lengths: Partial<Record<ProfileField, number>> = {
  practiceName: limits.namePart,
  address: limits.line,
  practitionerName: limits.namePart,
  credential: limits.line,
  licenceWords: limits.line,
};
const needed: readonly ProfileField[] = ['practiceName', 'practitionerName'];

const issueOf = (field: ProfileField, details: ProfileDetails): Omit<Issue, 'path'> | null => {
  const value = details[field].trim().normalize();
  const limit = lengths[field];
  if (limit !== undefined && value.length > limit) return { problem: 'too-long', limit, length: value.length };
  if (needed.includes(field) && value.length === 0) return { problem: 'required' };
  if (field === 'place') {
    const whole = details.place.includes('-') || !['US', 'CA', 'GB'].includes(details.place);
    return Place.safeParse(details.place).success && whole ? null : { problem: 'required' };
  }
  if (field === 'zone' && !Zone.safeParse(details.zone).success) return { problem: details.zone ? 'not-a-zone' : 'required' };
  return null;
};

/** What keeps these fields from being saved, in their order. */
export const profileIssues = (details: ProfileDetails, fields: readonly ProfileField[]): readonly Issue[] =>
  fields.flatMap((field) => {
    const issue = issueOf(field, details);
    return issue ? [{ ...issue, path: [field] }] : [];
  });

export const profileProblems = (
  issues: readonly Issue[],
  words: { readonly errors: TFunction<'errors'>; readonly settings: TFunction<'settings'> },
): readonly FieldProblem[] =>
  issues.map((issue) => {
    const name = fieldOf(issue);
    const field = profileFields.find((one) => one === name);
    return { field: name, label: field ? words.settings(`field.${field}`) : name, text: issueWords(words.errors, issue) };
  });

export const emptyProfile = (zone: string): ProfileDetails => ({
  practiceName: '',
  address: '',
  practitionerName: '',
  credential: '',
  licenceWords: '',
  place: '',
  zone,
  paper: 'a4',
});
