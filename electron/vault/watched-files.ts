import { closeSync, openSync, readSync } from 'node:fs';
import { pagesOf, readTags, renewTags, rootOf } from '../store/page-tags.ts';
import { followWal } from '../store/wal-frames.ts';
import type { Vouched } from './anchor-slot.ts';

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
};

/** Keeps up with what the anchor is to vouch for while the practice is open. `known`: the tags of all pages, where they were just read. */
export const watchFiles = (database: string, generation: () => number, known: Buffer | null): WatchedFiles => {
  const wal = followWal(database);
  const salt = saltIn(database);
  let tags = known ?? readTags(database);
  let root = rootOf(tags);
  let settled = true;
  wal.sync();
  /** Whether the log could be read is no reason to refuse what was saved: then nothing is vouched for until it is settled again. */
  const advance = (): void => {
    try {
      wal.advance();
    } catch {
      settled = false;
    }
  };
  advance();
  return {
    advance,
    unsettle: () => {
      advance();
      settled = false;
    },
    settle: () => {
      wal.sync();
      wal.advance();
      tags = renewTags(database, tags, wal.takeWritten());
      root = rootOf(tags);
      settled = true;
    },
    vouched: () => ({ settled, root, pages: pagesOf(tags), wal: wal.vouched(), generation: generation(), salt }),
    tags: () => tags,
  };
};
