import type { Problem } from './app-error.ts';
import type { ClientDetails, EmergencyContact, Guardian } from './clients.ts';
import { type CustomField, customProblem } from './custom-fields.ts';
import { type DateOrder, readDay } from './import-dates.ts';
import { contactFieldsOf, customIn, emergencyNumbers, type ImportField, type Mapping } from './import-fields.ts';

/** Why a row is not taken, beside what a form would say of the same words. */
export type RowProblem = Problem | 'date-unclear' | 'year-unclear' | 'too-many-cells';
export type Amiss = { readonly field: ImportField; readonly problem: RowProblem };

/** As a client's record would be made from it; what is too long or no mail is said by the record's own schema. */
export type ReadRow = { readonly details: Record<keyof ClientDetails, unknown>; readonly amiss: readonly Amiss[] };

export type HowToRead = {
  readonly mapping: Mapping;
  readonly dateOrder: DateOrder | null;
  readonly custom: ReadonlyMap<string, CustomField>;
};

type Cells = ReadonlyMap<ImportField, string>;

const cellsOf = (row: readonly string[], mapping: Mapping): Cells =>
  new Map(mapping.flatMap((field, column) => (field === null ? [] : [[field, (row[column] ?? '').trim()] as const])));

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** The name in the room, and the one on documents where it is another. */
const namesFrom = (cells: Cells): Pick<ClientDetails, 'chosenName' | 'legalName'> => {
  const given = (field: ImportField): string => cells.get(field) ?? '';
  const [first, last] = [given('firstName'), given('lastName')];
  const chosenName = given('chosenName') || joined(given('preferredName') || first, last) || given('legalName');
  const inFull = first === '' || last === '' ? '' : joined(first, given('middleName'), last);
  const legalName = given('legalName') || inFull;
  return { chosenName, legalName: legalName === chosenName ? '' : legalName };
};

const voicemails: Readonly<Record<string, ClientDetails['voicemail']>> = {
  '': 'not-asked',
  'not asked': 'not-asked',
  yes: 'yes',
  y: 'yes',
  true: 'yes',
  no: 'no',
  n: 'no',
  false: 'no',
};

const contactsFrom = (cells: Cells): readonly EmergencyContact[] =>
  emergencyNumbers.flatMap((number) => {
    const fields = contactFieldsOf(number);
    const [name, relation, phone] = [fields.name, fields.relation, fields.phone].map((field) => cells.get(field) ?? '') as [
      string,
      string,
      string,
    ];
    if (name === '' && relation === '' && phone === '') return [];
    return [{ name, relation, phone }];
  });

const guardianFrom = (cells: Cells): Guardian | null => {
  const given = (field: ImportField): string => cells.get(field) ?? '';
  const guardian = {
    name: given('guardianName'),
    relation: given('guardianRelation'),
    phone: given('guardianPhone'),
    email: given('guardianEmail'),
  };
  return Object.values(guardian).every((part) => part === '') ? null : guardian;
};

type Custom = { readonly custom: Readonly<Record<string, string>>; readonly amiss: readonly Amiss[] };

const yesAndNo: Readonly<Record<string, string>> = {
  yes: 'yes',
  y: 'yes',
  true: 'yes',
  '1': 'yes',
  no: 'no',
  n: 'no',
  false: 'no',
  '0': 'no',
};

/** Days and yes-and-no as the practice keeps them. */
const customValue = (
  field: CustomField,
  written: string,
  order: DateOrder | null,
): { readonly value: string } | { readonly problem: RowProblem } => {
  if (field.kind === 'yes-no') return { value: yesAndNo[written.toLowerCase()] ?? written };
  if (field.kind !== 'date') return { value: written };
  const read = readDay(written, order);
  return 'day' in read ? { value: read.day } : read;
};

const customFrom = (cells: Cells, { custom: fields, dateOrder }: HowToRead): Custom => {
  const custom: Record<string, string> = {};
  const amiss: Amiss[] = [];
  for (const [column, written] of cells) {
    const id = customIn(column);
    if (id === null || written === '') continue;
    const field = fields.get(id);
    const read = field ? customValue(field, written, dateOrder) : ({ problem: 'unknown-field' } as const);
    const problem = 'problem' in read ? read.problem : field && customProblem(field, read.value);
    if (problem) amiss.push({ field: column, problem });
    else if ('value' in read) custom[id] = read.value;
  }
  return { custom, amiss };
};

/** What one row of a list says of a client. */
export const readRow = (row: readonly string[], how: HowToRead): ReadRow => {
  const cells = cellsOf(row, how.mapping);
  const given = (field: ImportField): string => cells.get(field) ?? '';
  const born = given('birthDate') === '' ? null : readDay(given('birthDate'), how.dateOrder);
  const voicemail = voicemails[given('voicemail').toLowerCase()];
  const { custom, amiss } = customFrom(cells, how);
  const details: ReadRow['details'] = {
    ...namesFrom(cells),
    pronouns: given('pronouns'),
    birthDate: born && 'day' in born ? born.day : null,
    phone: given('phone') || given('otherPhone'),
    email: given('email'),
    contactWishes: given('contactWishes'),
    stopWord: '',
    stopGesture: '',
    voicemail: voicemail ?? 'not-asked',
    discreetWords: given('discreetWords'),
    language: given('language'),
    emergencyContacts: contactsFrom(cells),
    guardian: guardianFrom(cells),
    tags: given('tags')
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    custom,
  };
  return {
    details,
    amiss: [
      ...(born && 'problem' in born ? [{ field: 'birthDate', problem: born.problem } as const] : []),
      ...(voicemail === undefined ? [{ field: 'voicemail', problem: 'not-an-option' } as const] : []),
      ...amiss,
    ],
  };
};

const guardianFields = { name: 'guardianName', relation: 'guardianRelation', phone: 'guardianPhone', email: 'guardianEmail' } as const;

/** The column a problem of the record stands in: of a name that is put together, the first there is. */
export const fieldAt = (path: readonly (string | number)[], mapping: Mapping): ImportField => {
  const [key, second, third] = path;
  const names = ['chosenName', 'preferredName', 'firstName', 'lastName', 'legalName'] as const;
  if (key === 'chosenName') return names.find((name) => mapping.includes(name)) ?? 'chosenName';
  if (key === 'legalName') return mapping.includes('legalName') ? 'legalName' : 'firstName';
  if (key === 'phone') return mapping.includes('phone') ? 'phone' : 'otherPhone';
  if (key === 'guardian') return guardianFields[String(second) as keyof typeof guardianFields] ?? 'guardianName';
  if (key === 'custom') return `custom:${second}`;
  if (key === 'emergencyContacts') {
    const number = emergencyNumbers[Number(second)] ?? 1;
    return contactFieldsOf(number)[String(third) as 'name' | 'relation' | 'phone'] ?? contactFieldsOf(number).name;
  }
  return key as ImportField;
};
