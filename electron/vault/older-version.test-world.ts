import { join } from 'node:path';
import { queryLayer } from '../store/dialect.ts';
import { migrate, migrations } from '../store/migrate.ts';
import { type Connection, openDatabase, openInMemory } from '../store/open.ts';
import { keysFrom } from './envelope.ts';
import { readHeader } from './header.ts';
import { passphrase } from './vault.test-world.ts';
import { wayIn } from './ways-in.ts';

const last = '0004-trail-and-drafts';
const schemaNames = (connection: Connection): readonly { readonly type: string; readonly name: string }[] =>
  connection
    .prepare("select type, name from sqlite_schema where name not like 'sqlite_%' and name not like 'kysely%' order by type")
    .all() as {
    type: string;
    name: string;
  }[];

/** The closed practice's file as the version before the newest migration left it. */
export const asOlderVersion = async (folder: string): Promise<void> => {
  const header = readHeader(folder);
  const way = header ? await wayIn(header, 'passphrase', passphrase) : null;
  if (!header || !way) throw new Error('does not open');
  const before = openInMemory();
  await migrate(queryLayer(before), Object.fromEntries(Object.entries(migrations).filter(([name]) => name < last)));
  const known = new Set(schemaNames(before).map(({ name }) => name));
  const connection = openDatabase(join(folder, 'practice.db'), keysFrom(way.dataKey, header.practiceId).database, { create: false });
  for (const { type, name } of schemaNames(connection)) if (!known.has(name)) connection.exec(`drop ${type} if exists ${name}`);
  connection.prepare('delete from kysely_migration where name = ?').run(last);
  connection.close();
};
