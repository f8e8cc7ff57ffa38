import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';
import { type Database, queryLayer } from './dialect.ts';
import { migrate, migrations } from './migrate.ts';
import { type Connection, openInMemory } from './open.ts';

const names = Object.keys(migrations);
const upTo = (last: string): Record<string, Migration> => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));

const fresh = (): { readonly connection: Connection; readonly db: Database } => {
  const connection = openInMemory();
  return { connection, db: queryLayer(connection) };
};

const schemaOf = (connection: Connection): string =>
  `${(connection.prepare("select sql from sqlite_schema where sql is not null and name not like 'kysely%' order by type desc, name").all() as { sql: string }[]).map((row) => row.sql.replace(/\n {4}/g, '\n  ').replace(/\n {2}\) strict/, '\n) strict')).join(';\n\n')};\n`;

/** A row of every table there is, as an old practice would have it. */
const rows: readonly string[] = [
  "insert into profile values (1, 3, 'Alder Room', '12 Mill Lane', 'Hana Lindqvist', 'RMT', 'no. 1', 'CA-ON', 'America/Toronto', 'letter')",
  "insert into keyholders values ('k', 'w', 'Hana', 'owner', '2026-11-24T00:00:00.000Z')",
  "insert into audit values (1, '2026-11-24T00:00:00.000Z', 'k', 'practice-created', null, null, null, zeroblob(32))",
  "insert into clients values ('c', 1, 'Maya', '', '', null, '', '', '', '', '', 'maya', 'maya', 't', 't', null)",
  "insert into documents values ('d', 'c', 'consent', 'Consent', 't', hex(zeroblob(32)), 1, x'25')",
  "insert into consents values ('s', 'c', 'd', 'informed-consent', '1.1.0', '1.1.0', 'Consent', 't', 'k', hex(zeroblob(32)), '', '{}', '[]')",
  'insert into chain_keys values (1, zeroblob(32), zeroblob(32))',
  "insert into drafts values ('k', 'new-client', 'New client', '/clients/new', '{}', 't')",
];

const fill = (connection: Connection): void => {
  for (const row of rows) {
    const table = row.split(' ')[2];
    const known = connection.prepare('select 1 from sqlite_schema where name = ?').get(table);
    if (known && !connection.prepare(`select 1 from ${table}`).get()) connection.exec(row);
  }
};

const contents = (connection: Connection): unknown =>
  (
    connection.prepare("select name from sqlite_schema where type = 'table' and name not like 'kysely%' order by name").all() as {
      name: string;
    }[]
  ).map(({ name }) => [name, connection.prepare(`select * from ${name}`).all()]);

test('schema.sql is what the migrations make', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  const kept = join(import.meta.dirname, 'schema.sql');
  if (process.env.WRITE_SCHEMA) writeFileSync(kept, schemaOf(connection));
  expect(schemaOf(connection)).toBe(readFileSync(kept, 'utf8'));
  expect(schemaOf(connection).match(/CREATE TABLE/g)).toHaveLength(schemaOf(connection).match(/\) strict/g)?.length ?? 0);
});

test.each(names.slice(1).map((name, index) => [names[index] ?? '', name]))(
  'from %s with rows in it to %s: nothing is lost',
  async (before, after) => {
    const { connection, db } = fresh();
    await migrate(db, upTo(before));
    fill(connection);
    const was = contents(connection) as [string, unknown][];
    await migrate(db, upTo(after));
    expect(contents(connection)).toEqual(expect.arrayContaining(was));
    fill(connection);
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  },
);

test.each([
  [
    'throws half-way',
    async (db: Parameters<Migration['up']>[0]) => {
      await sql`create table half (a text) strict`.execute(db);
      await sql`update clients set chosen_name = 'changed'`.execute(db);
      throw new Error('half-way');
    },
  ],
  [
    'leaves references broken',
    async (db: Parameters<Migration['up']>[0]) => {
      await sql`delete from clients`.execute(db);
    },
  ],
] as const)('a step that %s leaves the old state, and the practice opens again', async (_, up) => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  const was = [contents(connection), schemaOf(connection)];
  await expect(migrate(db, { ...migrations, '9999-broken': { up } })).rejects.toThrow();
  expect([contents(connection), schemaOf(connection)]).toEqual(was);
  await migrate(db);
  expect([contents(connection), schemaOf(connection)]).toEqual(was);
});

test('a file with steps from a newer version is not touched', async () => {
  const { db } = fresh();
  await migrate(db, { ...migrations, '9999-newer': { up: async () => undefined } });
  await expect(migrate(db)).rejects.toThrow('made-by-newer-version');
});

test('what is signed or recorded cannot be changed, the trail not even shortened', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  for (const statement of [
    "update audit set actor = 'x'",
    'delete from audit',
    "update documents set title = 'x'",
    'update consents set answers = \'{"a":1}\'',
    "insert or replace into audit values (1, 't', 'x', 'x', null, null, null, zeroblob(32))",
  ]) {
    expect(() => connection.exec(statement)).toThrow(/append-only|immutable/);
  }
});
