import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EventId } from '../../shared/ids.ts';
import { Instant } from '../../shared/time.ts';

export const lockedKinds = ['failed-unlock', 'refused-call', 'stop', 'hands-off', 'flagged', 'read-only'] as const;
export type LockedKind = (typeof lockedKinds)[number];

/** One line of `practice.locked`: what happened while no key was in memory. `monotonic`: milliseconds the process had run, which no clock set back changes. */
const LockedRecord = z.strictObject({
  kind: z.enum(lockedKinds),
  at: Instant,
  monotonic: z.int().min(0),
  /** Told apart by it when the trail takes it in, also after a crash in the middle of that. Of what the window touched, the event's own. */
  id: z.union([z.string().regex(/^[0-9a-f]{16}$/), EventId]),
});
export type LockedRecord = z.infer<typeof LockedRecord>;

/** Someone without a key can write this file: it is read up to here and no further, and written up to here. */
const longest = 1024 * 1024;
/** Knocking at the door, however long, leaves room for STOP. */
const forStops = 64 * 1024;
const pathIn = (folder: string): string => join(folder, 'practice.locked');

/**
 * Adds a line and syncs it; false where the file is full. A disk that cannot take it must not keep the door shut or open: the failure is the
 * caller's to log, and where somebody touched STOP, to tell.
 */
export const writeLocked = (folder: string, record: Omit<LockedRecord, 'id'> & { readonly id?: string }): boolean => {
  const file = openSync(pathIn(folder), 'a', 0o600);
  try {
    const isKnock = record.kind === 'failed-unlock' || record.kind === 'refused-call';
    if (fstatSync(file).size >= longest + (isKnock ? 0 : forStops)) return false;
    // A line that was torn before this one must not take it along.
    writeSync(file, `\n${JSON.stringify({ id: randomBytes(8).toString('hex'), ...record })}\n`);
    fsyncSync(file);
    return true;
  } finally {
    closeSync(file);
  }
};

const recordIn = (line: string): LockedRecord | null => {
  try {
    return LockedRecord.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

/** Its beginning as text; what is no file at all reads as one line that cannot be read. */
const textIn = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(longest + forStops + 4096, fstatSync(file).size));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)).toString('utf8');
  } catch {
    return 'unreadable';
  } finally {
    closeSync(file);
  }
};

/** What was written, and how many lines cannot be read (a torn last one, a damaged disk, someone's hand). */
export const readLocked = (folder: string): { readonly records: readonly LockedRecord[]; readonly unreadable: number } => {
  if (!existsSync(pathIn(folder))) return { records: [], unreadable: 0 };
  const lines = textIn(pathIn(folder))
    .split('\n')
    .filter((line) => line !== '');
  const records = lines.map(recordIn);
  return { records: records.filter((one) => one !== null), unreadable: records.filter((one) => one === null).length };
};

/** Once the trail holds what was in it; also of what was no line at all, or a file full of it would take no further one. */
export const emptyLocked = (folder: string): void => {
  if ((statSync(pathIn(folder), { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const file = openSync(pathIn(folder), 'a', 0o600);
  try {
    ftruncateSync(file, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
