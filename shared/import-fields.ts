import { z } from 'zod';
import type { limits } from './limits.ts';

const contactParts = ['Name', 'Relation', 'Phone'] as const;
type ContactPart = (typeof contactParts)[number];
type ContactField = `emergency${1 | 2 | 3 | 4}${ContactPart}`;

const contactNumbers = [1, 2, 3, 4] as const satisfies { readonly length: typeof limits.emergencyContacts };
const contactFields = contactNumbers.flatMap((number) => contactParts.map((part): ContactField => `emergency${number}${part}`));

const plainFields = [
  'chosenName',
  'firstName',
  'middleName',
  'lastName',
  'preferredName',
  'legalName',
  'pronouns',
  'birthDate',
  'phone',
  'otherPhone',
  'email',
  'contactWishes',
  'voicemail',
  'discreetWords',
  'language',
  'tags',
  'guardianName',
  'guardianRelation',
  'guardianPhone',
  'guardianEmail',
] as const;

/**
 * What a column of a list can be, beside an answer to a question of the practice's own (`custom:` and its id). The stop signal is not among
 * them: it is agreed in the room, and what a file says of it was agreed with nobody here.
 */
export const personFields = [...plainFields, ...contactFields] as const;
export type PersonField = (typeof personFields)[number];

export const contactFieldsOf = (number: (typeof contactNumbers)[number]): Readonly<Record<Lowercase<ContactPart>, ContactField>> => ({
  name: `emergency${number}Name`,
  relation: `emergency${number}Relation`,
  phone: `emergency${number}Phone`,
});
export const emergencyNumbers = contactNumbers;

const customField = /^custom:[0-9a-f-]{36}$/;
export const ImportField = z.union([z.enum(personFields), z.string().regex(customField)]);
export type ImportField = z.infer<typeof ImportField>;

/** The question of the practice's own a column answers, or null. */
export const customIn = (field: ImportField): string | null => (field.startsWith('custom:') ? field.slice('custom:'.length) : null);

/** More columns than any list of people has. */
export const mostColumns = 200;

/** What each column is, in their order; null for what is left out. No two are the same, or one would be lost. */
export const Mapping = z
  .array(ImportField.nullable())
  .max(mostColumns)
  .refine((fields) => {
    const chosen = fields.filter((field) => field !== null);
    return new Set(chosen).size === chosen.length;
  }, 'not-an-option')
  .readonly();
export type Mapping = z.infer<typeof Mapping>;

/** Lists whose columns are known by their names. */
export const presets = ['stillpoint', 'jane', 'cliniko', 'simplepractice'] as const;
export type Preset = (typeof presets)[number];
