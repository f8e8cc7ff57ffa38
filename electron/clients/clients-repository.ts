import { sql } from 'kysely';
import { type Client, type ClientDetails, type ClientRow, foldForSearch, searchTextOf } from '../../shared/clients.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ClientTable } from '../store/schema.ts';

const toClient = (row: ClientTable): Client => ({
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
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  archivedAt: row.archived_at,
  stopRehearsedAt: row.stop_rehearsed_at,
});

const toColumns = (
  details: ClientDetails,
): Omit<ClientTable, 'id' | 'version' | 'created_at' | 'updated_at' | 'archived_at' | 'stop_rehearsed_at'> => ({
  chosen_name: details.chosenName,
  legal_name: details.legalName,
  pronouns: details.pronouns,
  birth_date: details.birthDate,
  phone: details.phone,
  email: details.email,
  contact_wishes: details.contactWishes,
  stop_word: details.stopWord,
  stop_gesture: details.stopGesture,
  // A name of marks alone folds to nothing; it still needs its place in the list.
  sort_name: foldForSearch(details.chosenName) || details.chosenName,
  search_text: searchTextOf(details),
});

export const clientOf = async (db: Reader, id: string): Promise<Client | null> => {
  const row = await db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toClient(row) : null;
};

export const insertClient = async (tx: Tx, client: Client): Promise<void> => {
  await tx
    .insertInto('clients')
    .values({
      ...toColumns(client),
      id: client.id,
      version: client.version,
      created_at: client.createdAt,
      updated_at: client.updatedAt,
      archived_at: client.archivedAt,
      stop_rehearsed_at: client.stopRehearsedAt,
    })
    .execute();
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
      stop_rehearsed_at: client.stopRehearsedAt,
    })
    .where('id', '=', client.id)
    .where('version', '=', client.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

export type Search = { readonly parts: readonly string[]; readonly archived: boolean; readonly limit: number; readonly offset: number };

/** Clients in whose searchable text every part is found, by name, with how many there are in all. */
export const clientsFound = async (db: Reader, search: Search): Promise<{ readonly clients: ClientRow[]; readonly total: number }> => {
  const found = search.parts.reduce(
    (query, part) => query.where(sql<boolean>`instr(search_text, ${part}) > 0`),
    db.selectFrom('clients').where('archived_at', search.archived ? 'is not' : 'is', null),
  );
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ids = found.select('id').orderBy('sort_name').orderBy('id').limit(search.limit).offset(search.offset);
  const rows = await db
    .selectFrom('clients')
    .select(['id', 'chosen_name', 'legal_name', 'pronouns', 'birth_date', 'phone', 'email', 'archived_at'])
    .where('id', 'in', ids)
    .orderBy('sort_name')
    .orderBy('id')
    .execute();
  const clients = rows.map((row) => ({
    id: row.id,
    chosenName: row.chosen_name,
    legalName: row.legal_name,
    pronouns: row.pronouns,
    birthDate: row.birth_date,
    phone: row.phone,
    email: row.email,
    archivedAt: row.archived_at,
  }));
  return { clients, total };
};
