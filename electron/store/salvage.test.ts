import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { queryLayer } from './dialect.ts';
import { migrate } from './migrate.ts';
import { type Connection, openDatabase, openInMemory } from './open.ts';
import { salvageRows } from './salvage.ts';
import { intactPages } from './salvage-pages.ts';
import { rootsIn } from './salvage-tables.ts';
import { type SchemaRow, walkTree } from './salvage-trees.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const key = randomBytes(32);
const idOf = (number: number): string => `01a20cc8-8f2f-71c5-ba8f-${String(number).padStart(12, '0')}`;
const rows = 90;

/** A file of the newest step with what a test puts in; rules between rows are another matter. */
const madeWith = async (fill: (db: Connection) => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'salvage-'));
  folders.push(folder);
  const path = join(folder, 'practice.db');
  const db = openDatabase(path, key, { create: true });
  await migrate(queryLayer(db));
  db.pragma('foreign_keys = OFF');
  fill(db);
  const roots = rootsIn(db);
  db.close();
  return { folder, path, roots };
};

const signals = (db: Connection): void => {
  const insert = db.prepare('insert into stop_signals (id, client_id, word, gesture, agreed_at, agreed_by) values (?, ?, ?, ?, ?, ?)');
  for (let number = 1; number <= rows; number += 1) {
    insert.run(idOf(number), idOf(9_000 + number), 'red', 'a raised hand', '2026-11-24T09:00:00Z', idOf(8_000));
  }
};
const tags = (db: Connection): void => {
  const insert = db.prepare('insert into client_tags (client_id, folded, words) values (?, ?, ?)');
  const client = db.prepare(
    `insert into clients (id, version, chosen_name, legal_name, pronouns, phone, email, contact_wishes, stop_word, stop_gesture, sort_name,
       search_text, created_at, updated_at) values (?, 1, 'A', '', '', '', '', '', '', '', '', '', '2026-11-24', '2026-11-24')`,
  );
  for (let number = 1; number <= rows; number += 1) {
    client.run(idOf(9_000 + number));
    insert.run(idOf(9_000 + number), 'evening', 'Evening');
  }
};

/** What comes back where the part of the schema is lost that says where those tables begin. */
const withoutSchemaOf = async (path: string, tables: readonly string[], remembered: readonly SchemaRow[]) => {
  const intact = intactPages(path, key, null);
  const pages = new Map(intact.pages);
  const isOf = (name: unknown): boolean => tables.includes(String(name));
  const lost = walkTree(intact.pages, 1).rows.filter(({ values: [type, name] }) => type === 'table' && isOf(name));
  for (const page of lost.flatMap((row) => row.pages)) if (page !== 1) pages.delete(page);
  expect(lost).toHaveLength(tables.length);
  expect(pages.size).toBeLessThan(intact.pages.size);
  const target = openInMemory();
  await migrate(queryLayer(target));
  salvageRows({ ...intact, pages }, target, remembered);
  const counts = tables.map((table) => (target.prepare(`select count(*) as n from "${table}"`).get() as { n: number }).n);
  target.close();
  return counts;
};

describe('where the schema is damaged', () => {
  const alike = ['stop_signals', 'stop_rehearsals'];

  it('what was remembered says whose rows they are, although two tables look the same', async () => {
    const { path, roots } = await madeWith(signals);
    expect(await withoutSchemaOf(path, alike, roots)).toEqual([rows, 0]);
  });

  it('nothing is put where it may not belong: without it, or where it speaks of another file, they are lost', async () => {
    const { path, roots } = await madeWith(signals);
    expect(await withoutSchemaOf(path, alike, [])).toEqual([0, 0]);
    expect(
      await withoutSchemaOf(
        path,
        alike,
        roots.map((one) => ({ ...one, root: one.root + 1 })),
      ),
    ).toEqual([0, 0]);
  });

  it('rows of one shape are told apart by what they belong to', async () => {
    const { path } = await madeWith(tags);
    expect(await withoutSchemaOf(path, ['client_tags', 'client_custom_values'], [])).toEqual([rows, 0]);
  });
});
