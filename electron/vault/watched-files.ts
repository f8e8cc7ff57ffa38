import { type BigIntStats, closeSync, openSync, readSync, statSync } from 'node:fs';
import { pagesOf, readTags, renewTags, rootOf, withoutLogged } from '../store/page-tags.ts';
import { followWal, walOf } from '../store/wal-frames.ts';
import type { Vouched } from './anchor-slot.ts';
import { keepTagsBeside } from './kept-tags.ts';

const saltIn = (database: string): Buffer => {
  const salt = Buffer.alloc(16);
  const file = openSync(database, 'r');
  try {
    readSync(file, salt, 0, salt.length, 0);
  } finally {
    closeSync(file);
  }
  return salt;
};

export type Stand = 'ours' | 'replaced' | 'overwritten';

export const statOf = (path: string): BigIntStats | null => statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
/** Which file it is, whatever its name. */
export const fileIn = (stats: BigIntStats | null): string | null => stats && `${stats.dev}:${stats.ino}`;
const stamp = (stats: BigIntStats | null): string | null => stats && `${stats.size}:${stats.mtimeNs}`;

export type WatchedFiles = {
  /** After a commit. */
  readonly advance: () => void;
  /** The database's own file is about to be written to. */
  readonly unsettle: () => void;
  /** It was written to: what was committed to the log since then stands in it, or in the log still. */
  readonly settle: () => void;
  readonly vouched: () => Vouched;
  /** Of every page, as it was settled last. */
  readonly tags: () => Buffer;
  /** Under their names lie the files that are open, and nobody else wrote to the database. */
  readonly stand: () => Stand;
  /** Another connection to the same database was opened: it has a log of its own. */
  readonly reopened: () => void;
  /** Whether that file is the log that is open. */
  readonly isLog: (path: string) => boolean;
};

/** Keeps up with what the anchor is to vouch for while the practice is open. `known`: the tags of all pages, where they were just read. */
export const watchFiles = (database: string, generation: () => number, known: Buffer | null): WatchedFiles => {
  const wal = followWal(database);
  const salt = saltIn(database);
  let tags = known ?? readTags(database);
  let root = rootOf(tags);
  let settled = true;
  /** `isKept`: which pages it leaves out can be read beside it. */
  let rest: { readonly root: Buffer; readonly isKept: boolean } | null = null;
  wal.sync();
  const file = fileIn(statOf(database));
  let written = stamp(statOf(database));
  const settle = (): void => {
    wal.sync();
    wal.advance();
    tags = renewTags(database, tags, wal.moved());
    wal.taken();
    root = rootOf(tags);
    settled = true;
    rest = null;
    written = stamp(statOf(database));
  };
  /**
   * Whether the log could be read is no reason to refuse what was saved: then nothing is vouched for until it is settled again, which is
   * tried at the next commit. A log that began anew by then no longer tells what was moved from the one before it.
   */
  const advance = (): void => {
    try {
      wal.advance();
      if (!settled) settle();
    } catch {
      settled = false;
      if (rest?.isKept === false) rest = null;
    }
  };
  let log: string | null = null;
  /** It is made with the first thing that is written to it. */
  const meetLog = (): void => {
    log ??= fileIn(statOf(walOf(database)));
  };
  const isLogHere = (): boolean => {
    const stats = statOf(walOf(database));
    // Until a move of the log is counted it may be shorter than what was committed to it.
    const least = settled ? wal.vouched().length : 0;
    return log === null || (fileIn(stats) === log && (stats?.size ?? 0n) >= BigInt(least));
  };
  /** A file that was only touched is looked at once. */
  const isAsWritten = (stats: BigIntStats | null): boolean => {
    if (stamp(stats) === written) return true;
    if (!readTags(database).equals(tags)) return false;
    written = stamp(stats);
    return true;
  };
  /** Which pages may change is kept beside it: with the log that says so too is gone once all is moved. */
  const restOf = (others: Buffer): typeof rest => ({ root: rootOf(others), isKept: keepTagsBeside(database, others) });
  advance();
  meetLog();
  return {
    advance: () => {
      meetLog();
      advance();
    },
    unsettle: () => {
      advance();
      rest = settled ? restOf(withoutLogged(tags, wal.logged())) : null;
      settled = false;
    },
    settle,
    vouched: () => ({ settled, rest: rest?.root ?? null, root, pages: pagesOf(tags), wal: wal.vouched(), generation: generation(), salt }),
    tags: () => tags,
    stand: () => {
      const stats = statOf(database);
      if (fileIn(stats) !== file || !isLogHere()) return 'replaced';
      // A move of the log that failed in the middle left pages of ours that nobody has counted yet.
      return !settled || isAsWritten(stats) ? 'ours' : 'overwritten';
    },
    reopened: () => {
      log = null;
      meetLog();
    },
    isLog: (path) => log !== null && fileIn(statOf(path)) === log,
  };
};
