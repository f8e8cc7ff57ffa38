import { type Client, legalNameOf } from '../../shared/clients.ts';
import { type CustomField, customValuesOf } from '../../shared/custom-fields.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import type { Frame } from './pdf-frame.ts';
import { words } from './record-paper-words.ts';

export type PersonToPrint = { readonly client: Client; readonly fields: readonly CustomField[]; readonly zone: Zone };

type Facts = readonly (readonly [string, string])[];

export const there = (facts: Facts): Facts => facts.filter(([, value]) => shows(value));

/** The name that stands on documents. */
export const printedName = ({ client }: PersonToPrint): string => legalNameOf(client);

const customWords = ({ kind }: CustomField, value: string): string => {
  if (kind === 'date') return dayWords(value);
  return kind === 'yes-no' ? words.yesNo(value === 'yes') : value;
};

/** Whom to call, who speaks for them, tags, and what the practice asks itself. */
const furtherOf = ({ client, fields }: PersonToPrint): Facts => [
  ...client.emergencyContacts.map(
    ({ name, relation, phone }) => [words.emergency, [name, relation, phone].filter(shows).join(', ')] as const,
  ),
  [
    words.guardian,
    Object.values(client.guardian ?? {})
      .filter(shows)
      .join(', '),
  ],
  [words.tags, client.tags.join(', ')],
  ...customValuesOf(fields, client).map(({ field, value }) => [field.label, customWords(field, value)] as const),
];

/** The first chapter: who it is about. */
export const drawPerson = (frame: Frame, record: PersonToPrint): void => {
  const { client, zone } = record;
  const name = printedName(record);
  frame.facts(
    there([
      [words.name, name],
      [words.called, client.chosenName === name ? '' : client.chosenName],
      [words.pronouns, client.pronouns],
      [words.born, client.birthDate ? dayWords(client.birthDate) : ''],
      [words.phone, client.phone],
      [words.email, client.email],
      [words.wishes, client.contactWishes],
      [words.voicemail, words.voicemails[client.voicemail]],
      [words.discreet, client.discreetWords],
      [words.language, client.language],
      [words.stop, [client.stopWord, client.stopGesture].filter(shows).join(', ')],
      ...furtherOf(record),
      [words.since, dayWords(dayIn(client.createdAt, zone))],
      [words.archived, client.archivedAt ? dayWords(dayIn(client.archivedAt, zone)) : ''],
    ]),
    'body',
  );
};
