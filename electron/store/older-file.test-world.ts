import { queryLayer } from './dialect.ts';
import { migrate, migrations } from './migrate.ts';
import { type Connection, openDatabase } from './open.ts';

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

/** At `older` what the closed file holds, as the version before the newest migration would have left it. */
export const writeOlderFile = async (file: string, older: string, key: Buffer): Promise<void> => {
  const now = openDatabase(file, key, { create: false });
  const before = openDatabase(older, key, { create: true });
  await migrate(queryLayer(before), Object.fromEntries(Object.entries(migrations).filter(([name]) => name < newest)));
  copyRows(now, before);
  for (const connection of [now, before]) connection.close();
};
