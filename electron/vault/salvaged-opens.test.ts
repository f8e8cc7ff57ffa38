import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import type { Call } from '../../shared/call.ts';
import { calls } from '../../shared/calls.ts';
import { secondHere } from '../backup/second.test-world.ts';
import { makeDemo } from '../practice/demo.ts';
import { flagsOf, type House, openHouse } from '../practice/house.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';
import { asked } from '../store/asked.test-world.ts';
import type { Database } from '../store/dialect.ts';
import { pageBytes } from '../store/page-tags.ts';
import { intactPages } from '../store/salvage-pages.ts';
import { schemaIn, walkTree } from '../store/salvage-trees.ts';
import { lostWords } from '../store/stand-ins.ts';
import { keysFrom } from './envelope.ts';
import { intactHeaders } from './header.ts';
import { databaseFile } from './making.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';
import { wayIn } from './ways-in.ts';

/** The whole demo, and each time nearly every call that reads. */
const perTest = { timeout: 120_000 };

const world = vaultWorld('salvaged-opens');
const { ok, open, folder } = world;

let whole = '';
/** Of each document what its bytes are known by. */
let hashes = new Map<string, string>();
/** Of each table the pages it stands on, overflow included. */
let pagesOf = new Map<string, readonly number[]>();

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'stillpoint-salvaged-whole-'));
  const house = openHouse(flagsOf([`--data=${whole}`, '--now=2026-11-24T10:00:00Z']), 'trial', {
    dialog: async () => null,
    announce: () => undefined,
    ended: () => undefined,
    second: secondHere,
    content: clinicalContent(),
  });
  await makeDemo(house.dispatch);
  const papers = await all(world.practiceOf(house).database, 'select id, sha256 from documents');
  hashes = new Map(papers.map(({ id, sha256 }) => [String(id), String(sha256)]));
  await house.vault.close();
  const [header] = intactHeaders(whole);
  if (!header) throw new Error('no header');
  const way = await wayIn(header, 'passphrase', passphrase);
  if (!way) throw new Error('not opened');
  const { pages } = intactPages(databaseFile(whole), keysFrom(way.dataKey, header.practiceId).database, null);
  const tables = schemaIn(pages).rows.filter(({ type }) => type === 'table');
  pagesOf = new Map(tables.map(({ name, root }) => [name, [...walkTree(pages, root).visited]]));
}, 120_000);
afterAll(() => rmSync(whole, { recursive: true, force: true }));

/** The demo as it was closed, with every page of these tables overwritten. */
const without = (tables: readonly string[]): void => {
  cpSync(whole, folder(), { recursive: true });
  const bytes = readFileSync(databaseFile(folder()));
  for (const table of tables) {
    const pages = pagesOf.get(table) ?? [];
    expect([table, pages.length]).not.toEqual([table, 0]);
    for (const page of pages) bytes.fill(0x5a, (page - 1) * pageBytes, page * pageBytes);
  }
  writeFileSync(databaseFile(folder()), bytes);
};

const all = (db: Database, query: string) => asked<Record<string, unknown>>(db, query);

/** Names of rows of every table: what came last, which is where stand-ins are, and some of the others. */
const idsIn = async (db: Database): Promise<readonly string[]> => {
  const tables = await all(
    db,
    "select name from pragma_table_list where schema = 'main' and type = 'table' and wr = 0 and name not like 'sqlite_%'",
  );
  const found = new Set<string>();
  for (const { name } of tables) {
    const columns = await all(
      db,
      `select name from pragma_table_info('${name}') where name in ('id', 'client_id', 'session_id', 'document_id', 'note_id')`,
    );
    for (const { name: column } of columns) {
      for (const { value } of await all(db, `select ${column} as value from ${name} order by rowid desc limit 1`))
        if (value) found.add(String(value));
    }
  }
  return [...found];
};

const reading = Object.entries(calls).filter(
  ([name, one]) =>
    (one as unknown as Call).states.includes('open') &&
    ((one as unknown as Call).audit === 'none' || ((one as unknown as Call).audit as { by: string }).by === 'dispatch') &&
    !/^(?:vault\.|backup\.|uploads\.|documents\.(?:print|save|export)|.*\.(?:choose\w*|chooseFile))/.test(name),
);

/** Inputs that the contract takes, made of what its fields are called. */
const inputsOf = (one: Call, ids: readonly string[]): readonly unknown[] => {
  const shape = Object.keys((one.input as unknown as { shape?: object }).shape ?? {});
  const plain = { query: '', from: '2026-11-01', to: '2026-12-31', day: '2026-11-24', on: '2026-11-24', month: '2026-11' };
  const base = Object.fromEntries(shape.flatMap((key) => (key in plain ? [[key, plain[key as keyof typeof plain]]] : [])));
  const own = shape.filter((key) => /(?:^id|Id)$/.test(key));
  const many = shape.filter((key) => /(?:^ids|Ids)$/.test(key));
  const made = own.length === 0 ? [{ ...base, ...Object.fromEntries(many.map((key) => [key, ids.slice(0, 20)])) }] : [];
  const each = own.length === 0 ? [] : ids.map((id) => ({ ...base, ...Object.fromEntries(own.map((key) => [key, id])) }));
  return [...made, ...each].filter((input) => one.input.safeParse(input).success);
};

/** Every call that reads, of every record that may be asked for: what went wrong inside, if anything. */
const amiss = async (house: House): Promise<readonly string[]> => {
  const ids = await idsIn(world.practiceOf(house).database);
  const wrong: string[] = [];
  let answered = 0;
  for (const [name, one] of reading) {
    for (const input of inputsOf(one as unknown as Call, ids)) {
      const reply = (await house.dispatch(name, input)) as Reply<unknown>;
      if (reply.ok) answered += 1;
      else if (reply.error.code === 'unexpected' || reply.error.code === 'unavailable' || reply.error.code === 'invalid')
        wrong.push(`${name} ${JSON.stringify(input)}: ${JSON.stringify(reply.error)}`);
    }
  }
  expect(answered).toBeGreaterThan(300);
  return wrong;
};

const foreign = (house: House) => all(world.practiceOf(house).database, 'select * from pragma_foreign_key_check');

describe('a practice that was salvaged', () => {
  test.each([
    [['clients', 'sessions', 'notes', 'note_templates', 'custom_fields']],
    [['documents', 'contacts', 'keyholders', 'practitioners', 'services', 'rooms', 'appointments']],
    [['audit', 'consents', 'releases', 'letters', 'findings', 'handovers', 'series', 'incidents']],
  ])('without %s: what is left belongs to something, and everything opens', perTest, async (tables) => {
    without(tables.filter((table) => (pagesOf.get(table)?.length ?? 0) > 0));
    const house = open('2026-11-24T13:00:00Z');
    await ok(house, 'vault.unlock', { passphrase, readOnly: true });
    expect(await foreign(house)).toEqual([]);
    expect(await amiss(house)).toEqual([]);
    // A copy that somebody has of a paper is known, though the paper itself, or its entry, is lost.
    const papers = await all(
      world.practiceOf(house).database,
      'select documents.id, sha256, digest from documents join audit on audit.seq = audit_seq',
    );
    expect(papers.length).toBe(hashes.size);
    expect(papers.filter(({ id, sha256, digest }) => hashes.get(String(id)) !== sha256 || digest !== sha256)).toEqual([]);
  });

  test('names who is lost, keeps all that was theirs, and goes on as any practice does', perTest, async () => {
    without(['clients', 'handovers', 'letters']);
    const secret = { kind: 'passphrase', text: passphrase } as const;
    const report = await ok(open('2026-11-24T13:00:00Z'), 'vault.salvage', { secret });
    expect([report.stoodIn > 3, report.aside > 0]).toEqual([true, true]);
    const next = open('2026-11-24T14:00:00Z');
    await ok(next, 'backup.restore', { id: report.id, secret });
    const house = open('2026-11-24T15:00:00Z');
    await ok(house, 'vault.unlock', { passphrase });
    const { clients } = await ok(house, 'clients.search', { query: 'lost damage' });
    expect(clients.map(({ chosenName }) => chosenName)).toContain(lostWords.client);
    expect(await foreign(house)).toEqual([]);
    const [lost] = clients;
    if (!lost) throw new Error('nobody');
    const { id, version, createdAt, updatedAt, archivedAt, inError, stopRehearsedAt, ...details } = await ok(house, 'clients.get', {
      id: lost.id,
    });
    void [createdAt, updatedAt, archivedAt, inError, stopRehearsedAt];
    const renamed = await ok(house, 'clients.update', { id, version, details: { ...details, chosenName: 'Maya Rosario' } });
    expect(renamed.chosenName).toBe('Maya Rosario');
    const aside = await all(world.practiceOf(house).database, 'select from_table from salvage_aside');
    expect(aside.length).toBe(report.aside);
    await house.vault.close();
    // A second damage takes none of it.
    const again = open('2026-11-24T16:00:00Z');
    await ok(again, 'vault.unlock', { passphrase, readOnly: true });
    expect((await all(world.practiceOf(again).database, 'select from_table from salvage_aside')).length).toBe(report.aside);
  });
});
