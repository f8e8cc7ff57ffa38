import type { Client } from '../../shared/clients.ts';
import { csvLine, csvMark } from '../../shared/csv-out.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { emergencyNumbers } from '../../shared/import-fields.ts';

/** The names of the columns are the file's own and never change with the language: they are how a list of ours is known again. */
type Column = { readonly name: string; readonly of: (client: Client) => string };

const contactColumns: readonly Column[] = emergencyNumbers.flatMap((number) => {
  const contactOf = ({ emergencyContacts }: Client) => emergencyContacts[number - 1];
  return [
    { name: `Emergency contact ${number} name`, of: (client: Client) => contactOf(client)?.name ?? '' },
    { name: `Emergency contact ${number} relation`, of: (client: Client) => contactOf(client)?.relation ?? '' },
    { name: `Emergency contact ${number} phone`, of: (client: Client) => contactOf(client)?.phone ?? '' },
  ];
});

const voicemails = { 'not-asked': '', yes: 'Yes', no: 'No' } as const satisfies Record<Client['voicemail'], string>;

const columns: readonly Column[] = [
  { name: 'Chosen name', of: ({ chosenName }) => chosenName },
  { name: 'Legal name', of: ({ legalName }) => legalName },
  { name: 'Pronouns', of: ({ pronouns }) => pronouns },
  { name: 'Birth date', of: ({ birthDate }) => birthDate ?? '' },
  { name: 'Phone', of: ({ phone }) => phone },
  { name: 'Email', of: ({ email }) => email },
  { name: 'Contact wishes', of: ({ contactWishes }) => contactWishes },
  { name: 'Voicemail', of: ({ voicemail }) => voicemails[voicemail] },
  { name: 'Discreet wording', of: ({ discreetWords }) => discreetWords },
  { name: 'Language', of: ({ language }) => language },
  { name: 'Stop word', of: ({ stopWord }) => stopWord },
  { name: 'Stop gesture', of: ({ stopGesture }) => stopGesture },
  ...contactColumns,
  { name: 'Guardian name', of: ({ guardian }) => guardian?.name ?? '' },
  { name: 'Guardian relation', of: ({ guardian }) => guardian?.relation ?? '' },
  { name: 'Guardian phone', of: ({ guardian }) => guardian?.phone ?? '' },
  { name: 'Guardian email', of: ({ guardian }) => guardian?.email ?? '' },
  { name: 'Tags', of: ({ tags }) => tags.join('; ') },
  { name: 'Added at', of: ({ createdAt }) => createdAt },
  { name: 'Archived on', of: ({ archivedAt }) => archivedAt ?? '' },
];

/** A field of the practice's own under its own label; out of use too, where somebody has a value. */
const customColumns = (fields: readonly CustomField[], clients: readonly Client[]): readonly Column[] =>
  fields
    .filter(({ id, inUse }) => inUse || clients.some(({ custom }) => custom[id]))
    .map(({ id, label }) => ({ name: label, of: ({ custom }) => custom[id] ?? '' }));

/** The list of clients as other programs read it. */
export const csvOf = (clients: readonly Client[], fields: readonly CustomField[]): Buffer => {
  const all = [...columns, ...customColumns(fields, clients)];
  const lines = [csvLine(all.map(({ name }) => name)), ...clients.map((client) => csvLine(all.map(({ of }) => of(client))))];
  return Buffer.from(csvMark + lines.join(''), 'utf8');
};
