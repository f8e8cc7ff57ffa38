import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBeside } from '../../electron/store/copy-beside.ts';
import type { Connection } from '../../electron/store/open.ts';
import type { PracticeKeys } from './kept-records.ts';

/** Sees whether anything of the practice changed, without asking the application. */
export type Watch = {
  /** What is different from the time before, in words; null when nothing is. */
  readonly changes: () => string | null;
  /** Takes what is there now for granted. */
  readonly accept: () => void;
  readonly close: () => void;
};

/** The door, the journal and the log are there to be written to by what was refused; SQLite's own files follow the database. */
const besides = /^(practice\.(locked|door\.json|lock|lock-journal|anchor|db-wal|db-shm)|stillpoint\.log(\.1)?)$/;

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => !besides.test(name))
      .map((name) => {
        const { size, mtimeMs, ino } = statSync(join(folder, name));
        return [name, `${size} ${mtimeMs} ${ino}`];
      }),
  );

const firstDifference = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string | null =>
  [...new Set([...before.keys(), ...after.keys()])].find((name) => before.get(name) !== after.get(name)) ?? null;

/** For a practice that is not open: its files. */
export const watchFiles = (folder: string): Watch => {
  let known = filesIn(folder);
  return {
    changes: () => firstDifference(known, filesIn(folder)),
    accept: () => {
      known = filesIn(folder);
    },
    close: () => undefined,
  };
};

/** What was refused stands in the trail, and each entry is a commit. */
const ofTheTrail: ReadonlySet<string> = new Set(['audit', 'trail_days', 'commits']);

const tablesOf = (db: Connection): string[] =>
  (db.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all() as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !ofTheTrail.has(name));

const contentOf = (db: Connection): Map<string, string> =>
  new Map(
    tablesOf(db).map((name) => {
      const hash = createHash('sha256');
      for (const row of db.prepare(`select * from "${name}"`).raw().iterate() as Iterable<unknown[]>)
        for (const value of row) hash.update(value instanceof Uint8Array ? value : String(value)).update('\u0000');
      return [name, hash.digest('hex')];
    }),
  );

const versionOf = (db: Connection): number => Number(db.pragma('data_version', { simple: true }));

/** For an open one: every row of every table, over a connection of its own, which writes nothing. */
export const watchRecords = (folder: string, keys: PracticeKeys): Watch => {
  const db = openBeside(join(folder, 'practice.db'), keys.database);
  const files = { header: join(folder, 'practice.header.json'), copy: join(folder, 'practice.header.copy.json') };
  const headers = (): string => readFileSync(files.header, 'utf8') + readFileSync(files.copy, 'utf8');
  let version = versionOf(db);
  let known = contentOf(db);
  let knownHeaders = headers();
  return {
    changes: () => {
      if (headers() !== knownHeaders) return 'the header';
      const at = versionOf(db);
      if (at === version) return null;
      version = at;
      return firstDifference(known, contentOf(db));
    },
    accept: () => {
      knownHeaders = headers();
      const at = versionOf(db);
      if (at === version) return;
      version = at;
      known = contentOf(db);
    },
    close: () => db.close(),
  };
};
