import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import { pageBytes } from '../store/page-tags.ts';
import { byHand } from '../store/tampering.test-world.ts';
import { frameBytes } from '../store/wal-frames.ts';
import { anchorFile, openAnchor, unsettleAnchor } from './anchor.ts';
import { judgeFiles } from './files-found.ts';
import { keepTags } from './kept-tags.ts';
import { databaseFile } from './making.ts';
import { watchFiles } from './watched-files.ts';

const keys = { database: Buffer.alloc(32, 1), audit: Buffer.alloc(32, 2), anchor: Buffer.alloc(32, 3) };
let folder = '';
/** The files at the moment the log is about to be moved, and just after it was; the anchor says the same in both. */
type Moment = { readonly database: Buffer; readonly log: Buffer; readonly anchor: Buffer };
let before: Moment;
let after: Moment;
/** Once the anchor vouches for it again. */
let settled: Moment;
/** The database before the log was moved the time before. */
let first: Buffer;

const moment = (): Moment => ({
  database: readFileSync(databaseFile(folder)),
  log: readFileSync(`${databaseFile(folder)}-wal`),
  anchor: readFileSync(anchorFile(folder)),
});

const room = (name: string): string =>
  `insert into rooms (id, version, name, note, active, created_at) values ('${name}', 1, '${name}', '${'words '.repeat(200)}', 1, '')`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-cut-off-'));
  const path = databaseFile(folder);
  const fresh = openLayer(openDatabase(path, keys.database, { create: true }));
  await migrate(fresh.database);
  await fresh.closeWhole();
  const layer = openLayer(openDatabase(path, keys.database, { create: false }));
  const files = watchFiles(path, () => 1, null);
  keepTags(folder, files.tags());
  const anchor = openAnchor({
    path: anchorFile(folder),
    key: keys.anchor,
    clock: () => Date.parse('2026-11-24T10:00:00Z'),
    known: await layer.committed(),
    files,
  });
  layer.follow({
    ...anchor,
    settle: (checkpoint) =>
      anchor.settle(() => {
        before = moment();
        checkpoint();
        after = moment();
      }),
  });
  const save = (name: string): Promise<void> => layer.database.transaction().execute((tx) => byHand(tx, room(name)));
  for (const name of ['Ash', 'Birch', 'Cedar']) await save(name);
  await layer.settled();
  first = moment().database;
  await layer.database.transaction().execute((tx) => byHand(tx, 'update locking set idle_minutes = 9'));
  await layer.settled();
  keepTags(folder, files.tags());
  for (const name of ['Dogwood', 'Elm', 'Fir', 'Gorse']) await save(name);
  await layer.settled();
  settled = moment();
  await layer.database.destroy();
  anchor.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lay = ({ database, log, anchor }: Moment): void => {
  writeFileSync(databaseFile(folder), database);
  writeFileSync(`${databaseFile(folder)}-wal`, log);
  writeFileSync(anchorFile(folder), anchor);
};
const judged = (one: Moment) => {
  lay(one);
  return judgeFiles({ folder, keys, generation: 1 });
};
const kinds = (one: Moment): readonly string[] => judged(one).findings.map(({ kind }) => kind);

const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray((page - 1) * pageBytes, page * pageBytes);
const pagesIn = (bytes: Buffer): number[] => Array.from({ length: bytes.length / pageBytes }, (_, index) => index + 1);
/** Every one that is in the log or was changed, and some of the many others. */
const someOf = (pages: readonly number[]): number[] =>
  pages.filter((page) => inLog().has(page) || page % 9 === 0 || !pageOf(first, page).equals(pageOf(after.database, page)));
const inLog = (): ReadonlySet<number> =>
  new Set(
    Array.from({ length: Math.floor((before.log.length - 32) / frameBytes) }, (_, index) =>
      before.log.readUInt32BE(32 + index * frameBytes),
    ),
  );
const moved = (pages: readonly number[], torn: number): Buffer => {
  const bytes = Buffer.from(before.database);
  const grown = Buffer.concat([bytes, Buffer.alloc(Math.max(0, after.database.length - bytes.length))]);
  for (const page of pages) pageOf(after.database, page).copy(grown, (page - 1) * pageBytes, 0, page === pages.at(-1) ? torn : pageBytes);
  return grown;
};

describe('cut off while the log is moved', () => {
  test('before, in the middle with any of its pages moved and the last one torn, or after: nothing is amiss', () => {
    expect(inLog().size).toBeGreaterThan(3);
    expect([kinds(before), kinds(after), kinds({ ...after, log: before.log })]).toEqual([[], [], []]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...inLog()]), fc.nat(pageBytes), (pages, torn) => {
        expect(kinds({ ...before, database: moved(pages, torn) })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('any other page that is not what it was is named: an older one, a changed bit, one that is missing', () => {
    const others = pagesIn(before.database).filter((page) => !inLog().has(page));
    expect(others.length).toBeGreaterThan(10);
    for (const page of someOf(others)) {
      const database = Buffer.from(before.database);
      const at = page * pageBytes - 20;
      database[at] = (database[at] ?? 0) ^ 1;
      expect([page, kinds({ ...before, database })]).toEqual([page, ['pages-damaged']]);
    }
    expect(kinds({ ...before, database: before.database.subarray(0, (Math.max(...others) - 1) * pageBytes) })).not.toEqual([]);
  });

  test('once all of it is moved, any other page that is not what it was is named, and one bit of those that were moved', () => {
    let looked = 0;
    for (const page of someOf(pagesIn(after.database))) {
      const database = Buffer.from(after.database);
      database[page * pageBytes - 1] = (database[page * pageBytes - 1] ?? 0) ^ 1;
      expect([page, kinds({ ...after, database })]).toEqual([page, ['pages-damaged']]);
      if (inLog().has(page) || page > first.length / pageBytes || pageOf(first, page).equals(pageOf(after.database, page))) continue;
      looked += 1;
      pageOf(first, page).copy(database, (page - 1) * pageBytes);
      expect([page, kinds({ ...after, database })]).toEqual([page, ['pages-older']]);
    }
    expect(looked).toBeGreaterThan(0);
  });

  test('a log that is cut short or changed is named; of one that is gone whole the trail tells', () => {
    for (const bytes of [32, 32 + frameBytes, before.log.length - frameBytes]) {
      expect([bytes, kinds({ ...before, log: before.log.subarray(0, bytes) })]).toEqual([bytes, ['log-lost']]);
    }
    const log = Buffer.from(before.log);
    log[32 + 24 + 100] = (log[32 + 24 + 100] ?? 0) ^ 1;
    expect(kinds({ ...before, log })).toEqual(['log-changed']);
  });

  test('an opening that is cut off while it moves the log of a crash comes to the same', () => {
    lay(before);
    // As a crash leaves it: the anchor vouches for database and log, and is then told that the database is written to.
    const { rest } = judgeFiles({ folder, keys, generation: 1 });
    unsettleAnchor(anchorFile(folder), keys.anchor, rest);
    const anchor = readFileSync(anchorFile(folder));
    expect([kinds({ ...before, anchor }), kinds({ ...after, anchor })]).toEqual([[], []]);
    unsettleAnchor(anchorFile(folder), keys.anchor, null);
    // A migration writes what nobody can know beforehand.
    expect(kinds({ ...after, database: first, anchor: readFileSync(anchorFile(folder)) })).toEqual([]);
  });

  test('a log that a power cut brings back once it was moved is nothing; one that would change a page is', () => {
    const back = judged({ ...settled, log: before.log });
    expect([back.findings, back.beyond]).toEqual([[], 0]);
    const ends = Array.from({ length: Math.floor((before.log.length - 32) / frameBytes) }, (_, index) => 32 + index * frameBytes).filter(
      (at) => before.log.readUInt32BE(at + 4) > 0,
    );
    const firstCommit = before.log.subarray(0, (ends[0] ?? 0) + frameBytes);
    expect(judged({ ...settled, log: firstCommit }).beyond).toBe(1);
    const twoCommits = before.log.subarray(0, (ends[1] ?? 0) + frameBytes);
    expect(kinds({ ...settled, log: twoCommits })).toEqual(['log-changed']);
  });
});
