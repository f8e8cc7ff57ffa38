import { foldForSearch } from '../../shared/clients.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { type ImportField, type Mapping, type PersonField, type Preset, presets } from '../../shared/import-fields.ts';

type Names = Partial<Record<PersonField, readonly string[]>>;

/** What columns are called anywhere, folded; the first of a field that is there is taken. */
const common: Names = {
  chosenName: ['chosen name', 'full name', 'client name', 'patient name', 'name', 'client', 'patient', 'display name'],
  firstName: ['first name', 'firstname', 'given name', 'given names', 'forename', 'legal first name'],
  middleName: ['middle name', 'middle names', 'middle initial'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'legal last name'],
  preferredName: ['preferred name', 'preferred first name', 'nickname', 'goes by', 'known as'],
  legalName: ['legal name', 'full legal name'],
  pronouns: ['pronouns', 'pronoun', 'preferred pronouns'],
  birthDate: ['birth date', 'date of birth', 'birthdate', 'dob', 'birthday'],
  phone: ['mobile phone', 'mobile', 'mobile number', 'cell phone', 'cell', 'phone', 'phone number', 'primary phone', 'telephone'],
  otherPhone: ['home phone', 'home', 'other phone', 'secondary phone', 'work phone', 'landline'],
  email: ['email', 'email address', 'e mail', 'e mail address', 'mail'],
  contactWishes: ['contact wishes', 'communication preferences', 'contact preferences'],
  voicemail: ['voicemail', 'voicemail allowed'],
  discreetWords: ['discreet wording', 'what a message may say'],
  language: ['language', 'preferred language'],
  tags: ['tags', 'labels'],
  guardianName: ['guardian', 'guardian name', 'parent guardian name'],
  guardianRelation: ['guardian relation', 'guardian relationship'],
  guardianPhone: ['guardian phone'],
  guardianEmail: ['guardian email'],
  emergency1Name: ['emergency contact 1 name', 'emergency contact name', 'emergency contact'],
  emergency1Relation: ['emergency contact 1 relation', 'emergency contact relationship', 'emergency contact relation'],
  emergency1Phone: ['emergency contact 1 phone', 'emergency contact phone', 'emergency contact number', 'emergency phone'],
  emergency2Name: ['emergency contact 2 name'],
  emergency2Relation: ['emergency contact 2 relation'],
  emergency2Phone: ['emergency contact 2 phone'],
  emergency3Name: ['emergency contact 3 name'],
  emergency3Relation: ['emergency contact 3 relation'],
  emergency3Phone: ['emergency contact 3 phone'],
  emergency4Name: ['emergency contact 4 name'],
  emergency4Relation: ['emergency contact 4 relation'],
  emergency4Phone: ['emergency contact 4 phone'],
};

/** `marks`: column names of which all of one row are there in no other list. `leaves`: names that mean something else there. */
type Known = { readonly marks: readonly (readonly string[])[]; readonly names: Names; readonly leaves?: readonly string[] };

/**
 * The column names these programs are publicly known by. They were not checked against a file that one of them wrote: what is recognised
 * is only proposed, and the person sees each column before anything is taken.
 */
const known: Readonly<Record<Preset, Known>> = {
  stillpoint: { marks: [['chosen name', 'legal name', 'contact wishes', 'archived on']], names: {} },
  jane: {
    marks: [['patient guid'], ['patient number', 'first name', 'last name']],
    names: { preferredName: ['preferred name', 'preferred first name'], birthDate: ['birth date'] },
  },
  cliniko: {
    marks: [
      ['preferred first name', 'date of birth', 'emergency contact'],
      ['first name', 'last name', 'medicare number'],
    ],
    names: { preferredName: ['preferred first name'], birthDate: ['date of birth'], phone: ['mobile phone number', 'phone number'] },
    leaves: ['title'],
  },
  simplepractice: {
    marks: [
      ['first name', 'last name', 'primary clinician'],
      ['client name', 'clinician'],
    ],
    names: { chosenName: ['client name'], preferredName: ['preferred name', 'nickname'], birthDate: ['date of birth', 'birthday'] },
    leaves: ['client'],
  },
};

const folded = (name: string): string =>
  foldForSearch(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whose list it is, by the names of its columns. */
export const presetFor = (columns: readonly string[]): Preset | null => {
  const names = new Set(columns.map(folded));
  return presets.find((preset) => known[preset].marks.some((marks) => marks.every((mark) => names.has(mark)))) ?? null;
};

/** What each column seems to be; a question of the practice's own by its very words. Each at most once. */
export const mappingFor = (columns: readonly string[], preset: Preset | null, custom: readonly CustomField[]): Mapping => {
  const own: Known = preset === null ? { marks: [], names: {} } : known[preset];
  const names = columns.map(folded).map((name) => (own.leaves?.includes(name) ? '' : name));
  const places = new Map<number, ImportField>();
  const place = (field: ImportField, called: readonly string[]): void => {
    const at = called.map((name) => names.indexOf(name)).find((column) => column >= 0 && !places.has(column));
    if (at !== undefined) places.set(at, field);
  };
  for (const [field, called] of Object.entries({ ...common, ...own.names })) place(field as PersonField, called);
  for (const { id, label, inUse } of custom) if (inUse) place(`custom:${id}`, [folded(label)]);
  return columns.map((_, column) => places.get(column) ?? null);
};

const isSaidOfSomebody = (cell: string): boolean => {
  const text = cell.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return true;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 6 && /^[\d\s()+./-]+$/.test(text);
};

/** Whether the first row is somebody: it holds a mail address, a phone number or a day, and no name of a column that is known. */
export const isSomebody = (cells: readonly string[], custom: readonly CustomField[]): boolean =>
  cells.some(isSaidOfSomebody) && mappingFor(cells, presetFor(cells), custom).every((field) => field === null);
