import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Issue } from '../../shared/app-error.ts';
import { ContactDetails, contactKinds } from '../../shared/contacts.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import type { FieldProblem } from './error-summary.tsx';
import { fieldOf, issueWords } from './error-words.ts';
import { tooLong } from './too-long.ts';

export const contactFields = ['kind', 'name', 'profession', 'organisation', 'phone', 'email', 'address', 'note'] as const;
export type ContactField = (typeof contactFields)[number];
export type ContactTextField = Exclude<ContactField, 'kind'>;

/** The form as it is typed. */
export const TypedContact = z
  .strictObject({
    kind: z.enum(contactKinds),
    name: z.string(),
    profession: z.string(),
    organisation: z.string(),
    phone: z.string(),
    email: z.string(),
    address: z.string(),
    note: z.string(),
  })
  .readonly();
export type TypedContact = z.infer<typeof TypedContact>;

export const emptyContact: TypedContact = {
  kind: 'person',
  name: '',
  profession: '',
  organisation: '',
  phone: '',
  email: '',
  address: '',
  note: '',
};

/** The fields of the form out of a whole record. */
export const typedContact = (contact: ContactDetails): TypedContact => ({
  kind: contact.kind,
  name: contact.name,
  profession: contact.profession,
  organisation: contact.organisation,
  phone: contact.phone,
  email: contact.email,
  address: contact.address,
  note: contact.note,
});

type Words = { readonly contacts: TFunction<'contacts'>; readonly errors: TFunction<'errors'> };

const limitOf = (field: ContactTextField): number => {
  if (field === 'note') return limits.paragraph;
  return field === 'address' ? limits.line : limits.namePart;
};

/** What the field is called: of a place other things are asked than of a person. */
export const contactLabel = (t: TFunction<'contacts'>, field: ContactField, kind: TypedContact['kind']): string => {
  if (field === 'name' || field === 'profession') return t(`field.${field}.${kind}`);
  return t(`field.${field}`);
};

/** What keeps this from being saved, in the order of the form. */
export const contactProblems = (typed: TypedContact, words: Words): readonly FieldProblem[] =>
  contactFields.flatMap((field) => {
    if (field === 'kind') return [];
    const label = contactLabel(words.contacts, field, typed.kind);
    const long = tooLong(typed[field], limitOf(field));
    if (long) return [{ field, label, text: issueWords(words.errors, { path: [field], problem: 'too-long', ...long }) }];
    if (field === 'name' && !shows(typed.name)) return [{ field, label, text: words.contacts('wrong.noName') }];
    if (field === 'email' && !ContactDetails.shape.email.safeParse(typed.email.trim()).success)
      return [{ field, label, text: words.errors('problem.not-an-email') }];
    return [];
  });

/** What the vault found wrong, beside the fields. */
export const contactRefused = (issues: readonly Issue[], kind: TypedContact['kind'], words: Words): readonly FieldProblem[] =>
  issues.map((issue) => {
    const name = fieldOf(issue);
    const field = contactFields.find((one) => one === name);
    return { field: name, label: field ? contactLabel(words.contacts, field, kind) : name, text: issueWords(words.errors, issue) };
  });

/** A field as it reads. */
export const contactReading = (t: TFunction<'contacts'>, field: ContactField, contact: TypedContact): string =>
  field === 'kind' ? t(`kind.${contact.kind}`) : contact[field].trim().normalize();

const sameField = (field: ContactField, one: TypedContact, other: TypedContact): boolean =>
  one[field].trim().normalize() === other[field].trim().normalize();

/** Which fields of two differ. */
export const differingFields = (one: TypedContact, other: TypedContact): readonly ContactField[] =>
  contactFields.filter((field) => !sameField(field, one, other));

/** Each field from the one it is to be taken from. */
export const contactTakenFrom = (from: (field: ContactField) => TypedContact): TypedContact =>
  TypedContact.parse(Object.fromEntries(contactFields.map((field) => [field, from(field)[field]])));

type Three = { readonly base: TypedContact; readonly typed: TypedContact; readonly theirs: TypedContact };

/** What was typed on top of what someone saved meanwhile: a field not touched here takes what is saved. */
export const mergedContact = ({ base, typed, theirs }: Three): TypedContact =>
  contactTakenFrom((field) => (sameField(field, typed, base) ? theirs : typed));

/** Fields changed on both sides, and not to the same: only the person can say which. */
export const disputedContactFields = ({ base, typed, theirs }: Three): readonly ContactField[] =>
  contactFields.filter((field) => !sameField(field, base, typed) && !sameField(field, base, theirs) && !sameField(field, typed, theirs));
