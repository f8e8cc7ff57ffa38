import { sql } from 'kysely';
import type { TakenOverList } from '../../shared/client-import.ts';
import type { Client } from '../../shared/clients.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { NamingColumn } from '../store/naming-columns.ts';
import { clientRow } from './clients-repository.ts';
import type { Somebody } from './import-alike.ts';
import { foldedTag } from './tags-repository.ts';

/** SQLite binds at most 32,766 values. */
const rowsAtOnce = 500;

const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, index) => all.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce));

/** Everybody who is here, archived or not, but for who was merged into another or entered in error, by what two records of one person share. */
export const everyoneHere = async (db: Reader): Promise<readonly Somebody[]> => {
  const rows = await db
    .selectFrom('clients')
    .select(['id', 'chosen_name', 'legal_name', 'birth_date', 'phone', 'email', 'archived_at'])
    .where('merged_into', 'is', null)
    .where('in_error', '=', 0)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    clientId: row.id,
    row: null,
    chosenName: row.chosen_name,
    legalName: row.legal_name,
    birthDate: row.birth_date,
    phone: row.phone,
    email: row.email,
    archived: row.archived_at !== null,
  }));
};

/** Another as soon as anybody was added, changed or taken out. */
export const standOfClients = async (db: Reader): Promise<string> => {
  const { count, versions, newest } = await db
    .selectFrom('clients')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number>('version').as('versions'), fn.max('id').as('newest')])
    .executeTakeFirstOrThrow();
  return [count, versions, newest].join(' ');
};

/** In the words in which some client has it already, by what it is folded to. */
export const wordsOfTags = async (db: Reader): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('client_tags').select(['folded', 'words']).distinct().execute();
  return new Map(rows.map(({ folded, words }) => [folded, words]));
};

const insertTags = async (tx: Tx, clients: readonly Client[]): Promise<void> => {
  const rows = clients.flatMap(({ id, tags }) => tags.map((words) => ({ client_id: id, folded: foldedTag(words), words })));
  for (const part of inParts(rows)) await tx.insertInto('client_tags').values(part).execute();
};

const insertCustom = async (tx: Tx, clients: readonly Client[]): Promise<void> => {
  const rows = clients.flatMap(({ id, custom }) => Object.entries(custom).map(([field_id, value]) => ({ client_id: id, field_id, value })));
  for (const part of inParts(rows)) await tx.insertInto('client_custom_values').values(part).execute();
};

type Came = TakenOverList & { readonly sha256: string; readonly by: string };

export const insertImport = async (tx: Tx, { id, fileName, sha256, clients, at, by }: Came): Promise<void> => {
  await tx
    .insertInto('client_imports')
    .values({ seq: null, id, file_name: fileName, sha256, clients, at, by, undone_at: null, undone_by: null })
    .execute();
};

/** Some hundreds at a time; `came` is told how many are there by then. */
export const insertImported = async (tx: Tx, importId: string, clients: readonly Client[], came: (done: number) => void): Promise<void> => {
  let done = 0;
  for (const part of inParts(clients)) {
    await tx.insertInto('clients').values(part.map(clientRow)).execute();
    await insertTags(tx, part);
    await insertCustom(tx, part);
    await tx
      .insertInto('imported_clients')
      .values(part.map(({ id }) => ({ client_id: id, import_id: importId })))
      .execute();
    done += part.length;
    came(done);
  }
};

/** The last list that was not taken out again. */
export const lastImport = async (db: Reader): Promise<TakenOverList | null> => {
  const row = await db
    .selectFrom('client_imports')
    .select(['id', 'at', 'file_name', 'clients'])
    .where('undone_at', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, at: row.at, fileName: row.file_name, clients: row.clients } : null;
};

const ofImport = (db: Reader, importId: string) => db.selectFrom('imported_clients').select('client_id').where('import_id', '=', importId);

/** What came with a client or stands in its own form; everything else that names one was added later. */
const ownTables: readonly string[] = ['client_tags', 'client_custom_values', 'imported_clients'];

/** Clients of a list that were changed since, or that something else names by now, by name. `naming`: every column that names a client. */
export const usedSince = async (db: Reader, importId: string, naming: readonly NamingColumn[]): Promise<readonly string[]> => {
  const others = naming.filter(({ table }) => !ownTables.includes(table));
  const rows = await db
    .selectFrom('clients')
    .select('chosen_name')
    .where('id', 'in', ofImport(db, importId))
    .where(({ or, eb, exists }) =>
      or([
        eb('version', '>', 1),
        ...others.map(({ table, column }) =>
          exists(
            db
              .selectFrom(sql.table(table).as('other'))
              .select(sql.lit(1).as('one'))
              .where(sql.ref(`other.${column}`), '=', sql.ref('clients.id')),
          ),
        ),
      ]),
    )
    .orderBy('sort_name')
    .orderBy('id')
    .execute();
  return rows.map(({ chosen_name }) => chosen_name);
};

/** Takes every client of the list out, with what came with them. */
export const removeImported = async (
  tx: Tx,
  importId: string,
  { at, by }: { readonly at: string; readonly by: string },
): Promise<number> => {
  const ids = (await ofImport(tx, importId).execute()).map(({ client_id }) => client_id);
  for (const part of inParts(ids)) {
    await tx.deleteFrom('client_tags').where('client_id', 'in', part).execute();
    await tx.deleteFrom('client_custom_values').where('client_id', 'in', part).execute();
    await tx.deleteFrom('imported_clients').where('client_id', 'in', part).execute();
    await tx.deleteFrom('clients').where('id', 'in', part).execute();
  }
  await tx.updateTable('client_imports').set({ undone_at: at, undone_by: by }).where('id', '=', importId).execute();
  return ids.length;
};
