import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openInMemory } from '../../electron/store/open.ts';
import { announcedChance } from './chance.ts';
import { okOf } from './headless-process.ts';
import { keysOf, type PracticeKeys } from './kept-records.ts';
import { inWords, type Look, lookThrough, withHouse } from './own-house.ts';
import { closedPractice, copyOf, startTrial } from './trial.ts';
import { passphrase } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const later = '2026-11-23T09:30:00Z';
const perTest = { timeout: 120_000 };

let base: string;
let keys: PracticeKeys;
let whole: Look;
let remove: () => void;

beforeAll(async () => {
  ({ folder: base, remove } = await closedPractice(now));
  keys = await keysOf(base, passphrase);
  whole = await withHouse(base, later, lookThrough);
  return () => remove();
});

const database = (folder: string): string => join(folder, 'practice.db');

/** Opens a harmed copy in a process of its own, which must still answer afterwards. */
const lookAfter = async (
  harm: (folder: string) => void,
): Promise<{ readonly found: string; readonly exact: boolean; readonly folder: string }> => {
  const folder = copyOf(base);
  harm(folder);
  const vault = startTrial({ data: folder, now: later });
  const look = await lookThrough(vault);
  await okOf(vault.call('vault.status', {}));
  await vault.end();
  return { found: inWords(look), exact: JSON.stringify(look) === JSON.stringify(whole), folder };
};

const overwrite = (path: string, change: (bytes: Buffer) => Buffer): void => {
  writeFileSync(path, change(readFileSync(path)));
};

const flipped = (bytes: Buffer, place: number, bit: number): Buffer => {
  bytes[place] = bytes[place]! ^ bit;
  return bytes;
};

const plainDatabase = (path: string): void => {
  rmSync(path);
  const db = openInMemory();
  db.prepare("attach database ? as plain key ''").run(path);
  db.exec('create table plain.clients (name text)');
  db.close();
};

const harms: readonly (readonly [name: string, harm: (folder: string) => void, found: string])[] = [
  ['missing', (folder) => rmSync(database(folder)), 'status: database-missing'],
  ['empty', (folder) => truncateSync(database(folder), 0), 'unlock: database-damaged'],
  ['cut inside its first page', (folder) => truncateSync(database(folder), 1000), 'unlock: database-damaged'],
  ['cut to its first page', (folder) => truncateSync(database(folder), 4096), 'unlock: database-damaged'],
  ['all zeros', (folder) => overwrite(database(folder), (bytes) => bytes.fill(0)), 'unlock: database-damaged'],
  ['text', (folder) => writeFileSync(database(folder), 'not a database\n'.repeat(1000)), 'unlock: database-damaged'],
  ['one without a key', (folder) => plainDatabase(database(folder)), 'unlock: database-damaged'],
];

describe('a database that is', () => {
  it.each(harms)('%s is named, left as it was found, and the process answers on', perTest, async (_, harm, found) => {
    let before: Buffer | null = null;
    const look = await lookAfter((folder) => {
      harm(folder);
      before = existsSync(database(folder)) ? readFileSync(database(folder)) : null;
    });
    const after = existsSync(database(look.folder)) ? readFileSync(database(look.folder)) : null;
    expect({ found: look.found, untouched: JSON.stringify(after) === JSON.stringify(before) }).toEqual({ found, untouched: true });
  });

  it('cut to half is named when it is opened or read', perTest, async () => {
    const { found } = await lookAfter((folder) =>
      truncateSync(database(folder), 4096 * Math.floor(readFileSync(database(folder)).length / 8192)),
    );
    expect(found).toMatch(/^(unlock|reading): database-damaged$/);
  });

  it('of another practice is named', perTest, async () => {
    const other = await closedPractice(now);
    onTestFinished(() => other.remove());
    const { found } = await lookAfter((folder) => copyFileSync(database(other.folder), database(folder)));
    expect(found).toBe('unlock: database-damaged');
  });

  it('made by a newer version is named', perTest, async () => {
    const { found } = await lookAfter((folder) => {
      const db = openDatabase(database(folder), keys.database, { create: false });
      db.exec("insert into kysely_migration (name, timestamp) values ('9999-from-later', '2030-01-01T00:00:00.000Z')");
      db.close();
    });
    expect(found).toBe('unlock: made-by-newer-version');
  });

  it('accompanied by a write-ahead log of garbage opens with every record', perTest, async () => {
    const { found, exact } = await lookAfter((folder) => writeFileSync(`${database(folder)}-wal`, randomBytes(100_000)));
    expect({ found, exact }).toEqual({ found: 'open', exact: true });
  });
});

describe('one flipped bit', () => {
  it('in each of the first pages and in random ones is found, or what it holds is unused', perTest, async () => {
    const chance = announcedChance('bit flips in the database');
    const pages = readFileSync(database(base)).length / 4096;
    const places = [
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((page) => page * 4096 + chance.below(4096)),
      ...Array.from({ length: 12 }, () => chance.below(pages * 4096)),
    ];
    const wrong: unknown[] = [];
    let detected = 0;
    for (const place of places) {
      const folder = copyOf(base);
      const bit = 1 << chance.below(8);
      overwrite(database(folder), (bytes) => flipped(bytes, place, bit));
      const look = await withHouse(folder, later, lookThrough);
      if (/^(unlock|reading): database-damaged$/.test(inWords(look))) detected += 1;
      else if (JSON.stringify(look) !== JSON.stringify(whole)) wrong.push({ place, bit, found: inWords(look) });
    }
    console.log(
      `bit flips in the database: ${places.length} trials, ${detected} named, ${places.length - detected - wrong.length} on unused pages, ${wrong.length} escapes`,
    );
    expect({ seed: chance.seed, wrong, detectsAny: detected > 0 }).toEqual({ seed: chance.seed, wrong: [], detectsAny: true });
  });
});

describe('a practice that is open elsewhere', () => {
  it('says so, and opens once the other process is gone', perTest, async () => {
    const folder = copyOf(base);
    const first = startTrial({ data: folder, now: later });
    await okOf(first.call('vault.unlock', { passphrase }));
    const second = startTrial({ data: folder, now: later });
    const found = await lookThrough(second);
    await first.kill();
    expect([inWords(found), inWords(await lookThrough(second))]).toEqual(['status: open-elsewhere', 'open']);
  });

  it('is not claimed because the lock file itself was damaged', perTest, async () => {
    const { found, exact } = await lookAfter((folder) => writeFileSync(join(folder, 'practice.lock'), randomBytes(5000)));
    expect({ found, exact }).toEqual({ found: 'open', exact: true });
  });
});
