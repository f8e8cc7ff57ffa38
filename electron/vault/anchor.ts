import { closeSync, fdatasyncSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AnchorState } from '../../shared/audit.ts';
import { syncFolder } from '../practice/atomic-file.ts';
import type { Committed, Ledger } from '../store/dialect.ts';
import { newestSlot, type Slot, slotBytes, slotOf, type Vouched } from './anchor-slot.ts';
import { fileIn, type Stand, statOf, type WatchedFiles } from './watched-files.ts';

export const anchorName = 'practice.anchor';
export const anchorFile = (folder: string): string => join(folder, anchorName);

/** With what it says of the files beside it; null for a file that is missing, damaged or of another key. */
export const readWholeAnchor = (path: string, key: Buffer): Slot | null => {
  try {
    return newestSlot(key, readFileSync(path));
  } catch {
    return null;
  }
};

/** What it says of the trail. */
export const readAnchor = (path: string, key: Buffer): AnchorState | null => {
  const slot = readWholeAnchor(path, key);
  if (!slot) return null;
  const { vouched: _, ...state } = slot;
  return state;
};

const isSame = (one: Buffer | null, other: Buffer | null): boolean => (one === null ? other === null : other !== null && one.equals(other));

/**
 * The database is about to be written to by an opening, a migration: until it is settled nothing is said of its pages but `rest`, those
 * that are not in the log. An anchor that cannot be read is left as it is, so that what is amiss with it is still seen.
 */
export const unsettleAnchor = (path: string, key: Buffer, rest: Buffer | null): void => {
  const slot = readWholeAnchor(path, key);
  if (!slot?.vouched || (!slot.vouched.settled && isSame(slot.vouched.rest, rest))) return;
  const bytes = slotOf(key, { ...slot, head: Buffer.from(slot.head, 'hex') }, Date.parse(slot.at), {
    ...slot.vouched,
    settled: false,
    rest,
  });
  const file = openSync(path, 'r+');
  try {
    for (const index of [slot.commits % 2, 1 - (slot.commits % 2)]) {
      writeSync(file, bytes, 0, slotBytes, index * slotBytes);
      fdatasyncSync(file);
    }
  } finally {
    closeSync(file);
  }
};

export type Anchor = Required<Omit<Ledger, 'standing'>> & {
  /** Whether what lies under the names of the practice's files, the anchor's own among them, is what is open. */
  readonly stand: () => Stand;
  /** Another connection to the same database was opened. */
  readonly reopened: () => void;
  /** Whether that file is the log that is open. */
  readonly isLog: (path: string) => boolean;
  readonly read: () => AnchorState | null;
  /** The data key was renewed: lets go of the file while `swap` puts another in its place, and goes on with that one from what is true of it. */
  readonly renewed: (key: Buffer, known: Committed, swap: () => WatchedFiles) => void;
  /** The database was closed, which may have moved the end of its log into it: vouches for what lies there now. */
  readonly rest: () => void;
  /** What an opening found settled is vouched for before anything is written: a log begun anew would else be held against the one before it. */
  readonly vouch: () => void;
  /** Of every page of the database, as it was settled last. */
  readonly tags: () => Buffer | null;
  /** How many commits the anchor of a backup knows; null where it is not of this key. */
  readonly commitsIn: (bytes: Buffer) => number | null;
  readonly close: () => void;
};

type Opening = {
  readonly path: string;
  readonly key: Buffer;
  readonly clock: () => number;
  /** What is true of the file, where the anchor may be brought up to it; null where they disagree, until the trail has taken that in. */
  readonly known: Committed | null;
  /** What it vouches for besides the trail; nothing where a trail alone is tried. */
  readonly files?: WatchedFiles | null;
};

const openForWriting = (path: string): number => {
  closeSync(openSync(path, 'a', 0o600));
  return openSync(path, 'r+');
};

/**
 * The open anchor. A slot is written after each commit and before it is acknowledged, in turn with the other one, so that a torn write
 * leaves the one before. A write that failed is made up for before the next commit, or there is none: the database is never two ahead.
 */
export const openAnchor = ({ path, key: first, clock, known: agreed, files: given = null }: Opening): Anchor => {
  let handle: number | null = openForWriting(path);
  let key = Buffer.from(first);
  let known = agreed;
  let files = given;
  let written = readAnchor(path, key)?.commits ?? null;

  /** Once, however it ends: a closed number may soon be another file's. */
  const letGo = (): void => {
    const held = handle;
    handle = null;
    if (held !== null) closeSync(held);
  };
  const put = (bytes: Buffer, index: number): void => {
    if (handle === null) throw new Error('the anchor is closed');
    writeSync(handle, bytes, 0, slotBytes, index * slotBytes);
    fdatasyncSync(handle);
  };
  const slot = (now: Committed, vouched: Vouched | null = files?.vouched() ?? null): Buffer => slotOf(key, now, clock(), vouched);
  const write = (now: Committed): void => {
    const index = now.commits % 2;
    put(slot(now), index);
    // A slot that claims a later commit than there is would win over this one.
    if (written === null || written > now.commits) put(Buffer.alloc(slotBytes), 1 - index);
    if (written === null) syncFolder(dirname(path));
    written = now.commits;
  };
  /** Both slots: were the newer one torn, the older would still vouch for a file that is being written to. */
  const writeUnsettled = (now: Committed): void => {
    put(slot(now), now.commits % 2);
    put(slot(now), 1 - (now.commits % 2));
    written = now.commits;
  };
  const settle = (checkpoint: () => void): void => {
    if (!files || !known) {
      checkpoint();
      return;
    }
    files.unsettle();
    writeUnsettled(known);
    try {
      checkpoint();
    } finally {
      files.settle();
      write(known);
    }
  };
  const isHere = (): boolean => handle !== null && fileIn(fstatSync(handle, { bigint: true })) === fileIn(statOf(path));
  return {
    read: () => readAnchor(path, key),
    stand: () => {
      const stand = files?.stand() ?? 'ours';
      return stand === 'ours' && !isHere() ? 'replaced' : stand;
    },
    reopened: () => files?.reopened(),
    isLog: (log) => files?.isLog(log) ?? false,
    settle,
    rest: () => settle(() => undefined),
    vouch: () => {
      if (known && files) write(known);
    },
    tags: () => files?.tags() ?? null,
    commitsIn: (bytes) => newestSlot(key, bytes)?.commits ?? null,
    before: () => {
      if (known && known.commits !== written) write(known);
    },
    after: (now) => {
      known = now;
      files?.advance();
      write(now);
    },
    renewed: (next, now, swap) => {
      letGo();
      files = swap();
      key.fill(0);
      key = Buffer.from(next);
      handle = openForWriting(path);
      known = now;
      written = readAnchor(path, key)?.commits ?? null;
    },
    close: () => {
      key.fill(0);
      letGo();
    },
  };
};
