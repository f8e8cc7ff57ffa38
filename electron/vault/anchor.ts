import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AnchorState } from '../../shared/audit.ts';
import { instantFrom } from '../../shared/time.ts';
import { syncFolder } from '../practice/atomic-file.ts';
import type { Committed, Ledger } from '../store/dialect.ts';

export const anchorName = 'practice.anchor';
const magic = Buffer.from('stillpoint/anchor', 'latin1');
const slotBytes = 512;
const macAt = slotBytes - 32;

/** Layout of a slot: docs/formats/practice-folder.md. */
const slotOf = (key: Buffer, { commits, seq, head }: Committed, at: number): Buffer => {
  const slot = Buffer.alloc(slotBytes);
  magic.copy(slot, 0);
  slot.writeUInt8(1, 31);
  slot.writeBigUInt64BE(BigInt(commits), 32);
  slot.writeBigUInt64BE(BigInt(seq), 40);
  slot.writeBigUInt64BE(BigInt(at), 48);
  Buffer.from(head).copy(slot, 64);
  createHmac('sha256', key).update(slot.subarray(0, macAt)).digest().copy(slot, macAt);
  return slot;
};

const readSlot = (key: Buffer, slot: Buffer): AnchorState | null => {
  if (slot.length !== slotBytes || !slot.subarray(0, magic.length).equals(magic) || slot.readUInt8(31) !== 1) return null;
  const mac = createHmac('sha256', key).update(slot.subarray(0, macAt)).digest();
  if (!timingSafeEqual(mac, slot.subarray(macAt))) return null;
  return {
    commits: Number(slot.readBigUInt64BE(32)),
    seq: Number(slot.readBigUInt64BE(40)),
    at: instantFrom(Number(slot.readBigUInt64BE(48))),
    head: slot.subarray(64, 96).toString('hex'),
  };
};

export const anchorFile = (folder: string): string => join(folder, anchorName);

/** The newer of the two slots whose MAC holds; null for a file that is missing, damaged or of another key. */
export const readAnchor = (path: string, key: Buffer): AnchorState | null => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const [first = null, second = null] = [0, 1].map((index) => readSlot(key, bytes.subarray(index * slotBytes, (index + 1) * slotBytes)));
  if (!first || !second) return first ?? second;
  return second.commits > first.commits ? second : first;
};

export type Anchor = Ledger & {
  readonly read: () => AnchorState | null;
  /** The data key was renewed: lets go of the file while `swap` puts another in its place, and goes on with that one from what is true of it. */
  readonly renewed: (key: Buffer, known: Committed, swap: () => void) => void;
  readonly close: () => void;
};

type Opening = {
  readonly path: string;
  readonly key: Buffer;
  readonly clock: () => number;
  /** What is true of the file, where the anchor may be brought up to it; null where they disagree, until the trail has taken that in. */
  readonly known: Committed | null;
};

const openForWriting = (path: string): number => {
  closeSync(openSync(path, 'a', 0o600));
  return openSync(path, 'r+');
};

/**
 * The open anchor. A slot is written after each commit and before it is acknowledged, in turn with the other one, so that a torn write
 * leaves the one before. A write that failed is made up for before the next commit, or there is none: the database is never two ahead.
 */
export const openAnchor = ({ path, key: first, clock, known: agreed }: Opening): Anchor => {
  let handle: number | null = openForWriting(path);
  let key = Buffer.from(first);
  let known = agreed;
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
  const write = (now: Committed): void => {
    const index = now.commits % 2;
    put(slotOf(key, now, clock()), index);
    // A slot that claims a later commit than there is would win over this one.
    if (written === null || written > now.commits) put(Buffer.alloc(slotBytes), 1 - index);
    if (written === null) syncFolder(dirname(path));
    written = now.commits;
  };
  return {
    read: () => readAnchor(path, key),
    before: () => {
      if (known && known.commits !== written) write(known);
    },
    after: (now) => {
      known = now;
      write(now);
    },
    renewed: (next, now, swap) => {
      letGo();
      swap();
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
