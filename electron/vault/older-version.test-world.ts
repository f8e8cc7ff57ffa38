import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { queryLayer } from '../store/dialect.ts';
import { migrate, migrations } from '../store/migrate.ts';
import { type Connection, openDatabase } from '../store/open.ts';
import { keysFrom } from './envelope.ts';
import { readHeader } from './header.ts';
import { passphrase } from './vault.test-world.ts';
import { wayIn } from './ways-in.ts';

const newest = Object.keys(migrations).sort().at(-1) ?? '';

const namesIn = (connection: Connection, sql: string): string[] =>
  (connection.prepare(sql).all() as { readonly name: string }[]).map(({ name }) => name);

/** A search's own tables fill themselves with it. */
const tablesOf = (connection: Connection): string[] =>
  namesIn(
    connection,
    `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
     and name not like 'sqlite_%' and name not like 'kysely%'`,
  );

/** The number of a row of a search leads from it to what was found. */
const columnsOf = (connection: Connection, table: string): string[] => [
  ...namesIn(connection, `select 'rowid' as name from pragma_table_list where name = '${table}' and type = 'virtual'`),
  ...namesIn(connection, `select name from pragma_table_info('${table}')`),
];

/** The rows as the older tables hold them: what the newest migration added is not there. */
const copyRows = (from: Connection, to: Connection): void => {
  to.pragma('foreign_keys = off');
  for (const table of tablesOf(to)) {
    const columns = columnsOf(to, table);
    const row = to.prepare(`insert or replace into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
    for (const values of from
      .prepare(`select ${columns.join(', ')} from "${table}"`)
      .raw()
      .all() as unknown[][])
      row.run(...values);
  }
};

/** The closed practice's file as the version before the newest migration left it. */
export const asOlderVersion = async (folder: string): Promise<void> => {
  const header = readHeader(folder);
  const way = header ? await wayIn(header, 'passphrase', passphrase) : null;
  if (!header || !way) throw new Error('does not open');
  const [file, older] = [join(folder, 'practice.db'), join(folder, 'older.db')];
  const key = keysFrom(way.dataKey, header.practiceId).database;
  const now = openDatabase(file, key, { create: false });
  const before = openDatabase(older, key, { create: true });
  await migrate(queryLayer(before), Object.fromEntries(Object.entries(migrations).filter(([name]) => name < newest)));
  copyRows(now, before);
  for (const connection of [now, before]) connection.close();
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(older, file);
};
