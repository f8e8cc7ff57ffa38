import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { pageBytes } from './page-tags.ts';

/** SQLite's write-ahead log: a head of 32 bytes, then frames of 24 bytes and a page each. The page is encrypted, the rest is not. */
const headBytes = 32;
const frameHead = 24;
export const frameBytes = frameHead + pageBytes;
export const walOf = (database: string): string => `${database}-wal`;

export type Frame = {
  /** Where it begins. */
  readonly at: number;
  readonly page: number;
  /** Pages of the whole database where this frame ends a commit, 0 otherwise. */
  readonly size: number;
  readonly bytes: Buffer;
};

const saltOf = (wal: Buffer): Buffer => wal.subarray(16, 24);

/** Frames from there on that belong to this log and not to an earlier one whose place it took. */
function* framesFrom(bytes: Buffer, salt: Buffer, offset: number): Generator<Frame> {
  for (let at = 0; at + frameBytes <= bytes.length; at += frameBytes) {
    if (!bytes.subarray(at + 8, at + 16).equals(salt)) return;
    const page = bytes.subarray(at + frameHead, at + frameBytes);
    yield { at: offset + at, page: bytes.readUInt32BE(at), size: bytes.readUInt32BE(at + 4), bytes: page };
  }
}

type Sum = readonly [number, number];

/** SQLite's own checksum, which goes on from frame to frame; anyone can make it, so it tells only what SQLite will read. */
const checksum = (bytes: Buffer, isBig: boolean, [first, second]: Sum): Sum => {
  let [one, other] = [first, second];
  const word = (at: number): number => (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    one = (one + word(at) + other) >>> 0;
    other = (other + word(at + 4) + one) >>> 0;
  }
  return [one, other];
};

const isBig = (head: Buffer): boolean => (head.readUInt32BE(0) & 1) === 1;
const sumOf = (head: Buffer): Sum => checksum(head.subarray(0, 24), isBig(head), [0, 0]);

/** The frames from there on that SQLite takes for committed when it opens the log, and the checksum it goes on from: what a save left that failed is not among them. */
const committedFrom = (
  head: Buffer,
  bytes: Buffer,
  offset: number,
  before: Sum,
): { readonly frames: readonly Frame[]; readonly sum: Sum } => {
  let sum = before;
  let committed = { frames: 0, sum: before };
  const frames: Frame[] = [];
  for (const frame of framesFrom(bytes, saltOf(head), offset)) {
    const start = frame.at - offset;
    sum = checksum(frame.bytes, isBig(head), checksum(bytes.subarray(start, start + 8), isBig(head), sum));
    if (sum[0] !== bytes.readUInt32BE(start + 16) || sum[1] !== bytes.readUInt32BE(start + 20)) break;
    frames.push(frame);
    if (frame.size > 0) committed = { frames: frames.length, sum };
  }
  return { frames: frames.slice(0, committed.frames), sum: committed.sum };
};

const readWal = (database: string): Buffer => {
  try {
    return readFileSync(walOf(database));
  } catch {
    return Buffer.alloc(0);
  }
};

const isHead = (wal: Buffer): boolean => wal.length >= headBytes && [0x377f0682, 0x377f0683].includes(wal.readUInt32BE(0));

/** Every frame that lies in the log, whatever SQLite would make of it: for what is saved out of a damaged practice. */
export const everyFrame = (database: string): readonly Frame[] => {
  const wal = readWal(database);
  return isHead(wal) ? [...framesFrom(wal.subarray(headBytes), saltOf(wal), headBytes)] : [];
};

const committedFrames = (wal: Buffer): readonly Frame[] => {
  if (!isHead(wal)) return [];
  const sum = sumOf(wal);
  if (sum[0] !== wal.readUInt32BE(24) || sum[1] !== wal.readUInt32BE(28)) return [];
  return committedFrom(wal, wal.subarray(headBytes), headBytes, sum).frames;
};

export type WalFound = {
  /** The log begins with what was vouched for. */
  readonly holds: boolean;
  /** It is gone, or shorter than what was vouched for. */
  readonly isShort: boolean;
  /** Commits that SQLite will read behind that. */
  readonly commitsBeyond: number;
  readonly bytes: number;
};

/** What lies in the log, beside what the anchor vouches for. */
export const judgeWal = (database: string, vouched: { readonly length: number; readonly digest: Buffer }): WalFound => {
  const wal = readWal(database);
  const isShort = wal.length < vouched.length;
  const start = createHash('sha256').update(wal.subarray(0, vouched.length)).digest();
  const holds = !isShort && (vouched.length === 0 || start.equals(vouched.digest));
  const commitsBeyond = committedFrames(wal).filter(({ at, size }) => at >= vouched.length && size > 0).length;
  return { holds, isShort, commitsBeyond, bytes: wal.length };
};

const none = Buffer.alloc(32);

/** Follows the log while the practice is open: what was committed to it, and which pages that was. */
export const followWal = (database: string) => {
  let salt = Buffer.alloc(8);
  let end = 0;
  let sum: Sum = [0, 0];
  let hash: Hash | null = null;
  let written = new Set<number>();

  const begin = (head: Buffer): void => {
    salt = Buffer.from(saltOf(head));
    end = headBytes;
    sum = sumOf(head);
    hash = createHash('sha256').update(head);
  };

  const takeIn = (file: number): void => {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(headBytes);
    if (size < headBytes || readSync(file, head, 0, headBytes, 0) < headBytes) {
      end = 0;
      hash = null;
      return;
    }
    if (!hash || !saltOf(head).equals(salt)) begin(head);
    const bytes = Buffer.alloc(Math.max(0, size - end));
    readSync(file, bytes, 0, bytes.length, end);
    const { frames, sum: next } = committedFrom(head, bytes, end, sum);
    for (const { page } of frames) written.add(page);
    hash?.update(bytes.subarray(0, frames.length * frameBytes));
    end += frames.length * frameBytes;
    sum = next;
  };

  return {
    /** After a commit: reads what it added. */
    advance: (): void => {
      let file: number;
      try {
        file = openSync(walOf(database), 'r');
      } catch {
        end = 0;
        hash = null;
        return;
      }
      try {
        takeIn(file);
      } finally {
        closeSync(file);
      }
    },
    vouched: (): { readonly length: number; readonly digest: Buffer } =>
      hash ? { length: end, digest: hash.copy().digest() } : { length: 0, digest: none },
    /** The pages written since this was asked last. */
    takeWritten: (): ReadonlySet<number> => {
      const taken = written;
      written = new Set();
      return taken;
    },
  };
};
