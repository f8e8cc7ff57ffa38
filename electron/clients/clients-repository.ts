import { sql } from 'kysely';
import { z } from 'zod';
import { Refusal } from '../../shared/app-error.ts';
import { type Client, ClientDetails, type ClientRow, foldForSearch, searchTextOf } from '../../shared/clients.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ClientTable } from '../store/schema.ts';
import { writeCustomValues } from './custom-fields-repository.ts';
import { foldedTag, writeTags } from './tags-repository.ts';

const { voicemail: Voicemail, emergencyContacts: EmergencyContacts, guardian: Guardian } = ClientDetails.shape;

/** What stands in tables of its own, read with the row: the tags as an array in their order, the custom values by field. */
const tagsOfRow = sql<string>`(select json_group_array(words) from (select words from client_tags where client_id = clients.id order by folded))`;
const customOfRow = sql<string>`(select json_group_object(field_id, value) from client_custom_values where client_id = clients.id)`;
/** Why a record is marked as entered in error, from the newest word on it; null while it is not. */
const errorOfRow = sql<string | null>`iif(clients.in_error = 0, null, (select json_object('at', client_errors.at, 'byName', keyholders.name,
  'reason', reason) from client_errors join keyholders on keyholders.id = client_errors.by where client_id = clients.id order by seq desc limit 1))`;
const WordsOfRow = z.array(z.string());
const CustomOfRow = z.record(z.string(), z.string());

const ErrorOfRow = z.strictObject({ at: z.string(), byName: z.string(), reason: z.string() }).nullable();

type RowOfClient = ClientTable & { readonly tags: string; readonly custom: string; readonly error: string | null };

const toClient = (row: RowOfClient): Client => ({
  id: row.id,
  version: row.version,
  chosenName: row.chosen_name,
  legalName: row.legal_name,
  pronouns: row.pronouns,
  birthDate: row.birth_date,
  phone: row.phone,
  email: row.email,
  contactWishes: row.contact_wishes,
  stopWord: row.stop_word,
  stopGesture: row.stop_gesture,
  voicemail: Voicemail.parse(row.voicemail),
  discreetWords: row.discreet_words,
  language: row.language,
  emergencyContacts: EmergencyContacts.parse(JSON.parse(row.emergency_contacts)),
  guardian: Guardian.parse(JSON.parse(row.guardian ?? 'null')),
  tags: WordsOfRow.parse(JSON.parse(row.tags)),
  custom: CustomOfRow.parse(JSON.parse(row.custom)),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  archivedAt: row.archived_at,
  inError: ErrorOfRow.parse(JSON.parse(row.error ?? 'null')),
  stopRehearsedAt: row.stop_rehearsed_at,
});

const toColumns = (
  details: ClientDetails,
): Omit<
  ClientTable,
  'id' | 'version' | 'created_at' | 'updated_at' | 'archived_at' | 'stop_rehearsed_at' | 'merged_into' | 'in_error'
> => ({
  chosen_name: details.chosenName,
  legal_name: details.legalName,
  pronouns: details.pronouns,
  birth_date: details.birthDate,
  phone: details.phone,
  email: details.email,
  contact_wishes: details.contactWishes,
  stop_word: details.stopWord,
  stop_gesture: details.stopGesture,
  voicemail: details.voicemail,
  discreet_words: details.discreetWords,
  language: details.language,
  emergency_contacts: JSON.stringify(details.emergencyContacts),
  guardian: details.guardian && JSON.stringify(details.guardian),
  // A name of marks alone folds to nothing; it still needs its place in the list.
  sort_name: foldForSearch(details.chosenName) || details.chosenName,
  search_text: searchTextOf(details),
});

const wholeRows = (db: Reader) =>
  db
    .selectFrom('clients')
    .selectAll()
    .select([tagsOfRow.as('tags'), customOfRow.as('custom'), errorOfRow.as('error')]);

/** Of a record that was merged nothing is read or written any more: its papers lie in another. @throws Refusal client-merged */
export const clientOf = async (db: Reader, id: string): Promise<Client | null> => {
  const row = await wholeRows(db).where('id', '=', id).executeTakeFirst();
  if (row && row.merged_into !== null) throw new Refusal('client-merged', { intoId: row.merged_into });
  return row ? toClient(row) : null;
};

const writeApart = async (tx: Tx, { id, tags, custom }: Client): Promise<void> => {
  await writeTags(tx, id, tags);
  await writeCustomValues(tx, id, custom);
};

/** Every client by name, with the archived or without; nobody who was merged into another or entered in error. */
export const allClients = async (db: Reader, { archived }: { readonly archived: boolean }): Promise<readonly Client[]> => {
  const all = wholeRows(db).where('merged_into', 'is', null).where('in_error', '=', 0);
  const rows = await (archived ? all : all.where('archived_at', 'is', null)).orderBy('sort_name').orderBy('id').execute();
  return rows.map(toClient);
};

/** The whole row of a client; tags and custom values stand apart. */
export const clientRow = (client: Client): ClientTable => ({
  ...toColumns(client),
  id: client.id,
  version: client.version,
  created_at: client.createdAt,
  updated_at: client.updatedAt,
  archived_at: client.archivedAt,
  stop_rehearsed_at: client.stopRehearsedAt,
  merged_into: null,
  in_error: Number(client.inError !== null),
});

export const insertClient = async (tx: Tx, client: Client): Promise<void> => {
  await tx.insertInto('clients').values(clientRow(client)).execute();
  await writeApart(tx, client);
};

/** Writes the client over the row of the version before; false when that row has moved on. */
export const replaceClient = async (tx: Tx, client: Client): Promise<boolean> => {
  const result = await tx
    .updateTable('clients')
    .set({
      ...toColumns(client),
      version: client.version,
      updated_at: client.updatedAt,
      archived_at: client.archivedAt,
      in_error: Number(client.inError !== null),
      stop_rehearsed_at: client.stopRehearsedAt,
    })
    .where('id', '=', client.id)
    .where('version', '=', client.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await writeApart(tx, client);
  return true;
};

export type Search = {
  readonly parts: readonly string[];
  readonly tags: readonly string[];
  readonly archived: boolean;
  readonly inError: boolean;
  readonly limit: number;
  readonly offset: number;
};

const rowColumns = ['id', 'chosen_name', 'legal_name', 'pronouns', 'birth_date', 'phone', 'email', 'archived_at'] as const;

const toClientRow = (row: Pick<ClientTable, (typeof rowColumns)[number]> & { readonly tags: string }): ClientRow => ({
  id: row.id,
  chosenName: row.chosen_name,
  legalName: row.legal_name,
  pronouns: row.pronouns,
  birthDate: row.birth_date,
  phone: row.phone,
  email: row.email,
  tags: WordsOfRow.parse(JSON.parse(row.tags)),
  archivedAt: row.archived_at,
});

/** Who is here, who is archived, or whom there never was; who is here is found along an index alone. */
const whichList = (db: Reader, { archived, inError }: Search) => {
  const all = db.selectFrom('clients');
  if (inError) return all.where('in_error', '=', 1);
  if (!archived) return all.where('archived_at', 'is', null);
  return all.where('archived_at', 'is not', null).where('merged_into', 'is', null).where('in_error', '=', 0);
};

/** Clients in whose searchable text every part is found and who have every tag, by name, with how many there are in all. */
export const clientsFound = async (db: Reader, search: Search): Promise<{ readonly clients: ClientRow[]; readonly total: number }> => {
  const which = whichList(db, search);
  const withParts = search.parts.reduce((query, part) => query.where(sql<boolean>`instr(search_text, ${part}) > 0`), which);
  const found = search.tags.reduce(
    (query, tag) =>
      query.where(sql<boolean>`exists (select 1 from client_tags where client_id = clients.id and folded = ${foldedTag(tag)})`),
    withParts,
  );
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ids = found.select('id').orderBy('sort_name').orderBy('id').limit(search.limit).offset(search.offset);
  const rows = await db
    .selectFrom('clients')
    .select(rowColumns)
    .select(tagsOfRow.as('tags'))
    .where('id', 'in', ids)
    .orderBy('sort_name')
    .orderBy('id')
    .execute();
  return { clients: rows.map(toClientRow), total };
};

type Traces = { readonly birthDate: string | null; readonly phoneEnd: string | null; readonly email: string };

/** Those who share a birth date, the end of a phone number or a mail: more than are alike, and never one fewer. */
export const clientsSharing = async (db: Reader, { birthDate, phoneEnd, email }: Traces): Promise<readonly ClientRow[]> => {
  const shared = [phoneEnd ?? '', foldForSearch(email)].filter((part) => part !== '');
  const rows = await db
    .selectFrom('clients')
    .select(rowColumns)
    .select(tagsOfRow.as('tags'))
    .where('merged_into', 'is', null)
    .where('in_error', '=', 0)
    .where(({ eb, or }) =>
      or([
        ...(birthDate === null ? [] : [eb('birth_date', '=', birthDate)]),
        ...shared.map((part) => sql<boolean>`instr(search_text, ${part}) > 0`),
      ]),
    )
    .orderBy('sort_name')
    .orderBy('id')
    .execute();
  return rows.map(toClientRow);
};
