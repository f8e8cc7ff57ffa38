import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import { type Logged, pageBytes } from './page-tags.ts';

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

/** A part of the log as numbers of 32 bits, in one go: a whole one has a quarter of a million of them. */
const wordsOf = (part: Buffer, head: Buffer): Uint32Array => {
  const words = new Uint32Array(part.length >> 2);
  const copy = Buffer.from(words.buffer);
  part.copy(copy);
  const isBig = (head.readUInt32BE(0) & 1) === 1;
  if (isBig !== (endianness() === 'BE')) copy.swap32();
  return words;
};

type Sum = readonly [number, number];

/** SQLite's own checksum, which goes on from frame to frame; anyone can make it, so it tells only what SQLite will read. */
const checksum = (words: Uint32Array, from: number, bytes: number, [first, second]: Sum): Sum => {
  let [one, other] = [first, second];
  for (let at = from >> 2; at < (from + bytes) >> 2; at += 2) {
    one = (one + (words[at] ?? 0) + other) >>> 0;
    other = (other + (words[at + 1] ?? 0) + one) >>> 0;
  }
  return [one, other];
};

const sumOf = (head: Buffer): Sum => checksum(wordsOf(head.subarray(0, 24), head), 0, 24, [0, 0]);

/** The frames from there on that SQLite takes for committed when it opens the log, and the checksum it goes on from: what a save left that failed is not among them. */
const committedFrom = (
  head: Buffer,
  bytes: Buffer,
  offset: number,
  before: Sum,
): { readonly frames: readonly Frame[]; readonly sum: Sum } => {
  const words = wordsOf(bytes, head);
  let sum = before;
  let committed = { frames: 0, sum: before };
  const frames: Frame[] = [];
  for (const frame of framesFrom(bytes, saltOf(head), offset)) {
    const start = frame.at - offset;
    sum = checksum(words, start + frameHead, pageBytes, checksum(words, start, 8, sum));
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

/** The frames that SQLite takes for committed when it opens the log. */
export const committedFrames = (wal: Buffer): readonly Frame[] => {
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

/** What SQLite will read of each page from the log. */
export const newestFrames = (database: string): ReadonlyMap<number, Buffer> =>
  new Map(committedFrames(readWal(database)).map(({ page, bytes }) => [page, bytes]));

/** The pages in the log, as SQLite will read it; null where it holds nothing. */
export const loggedPages = (database: string): Logged | null => {
  const frames = committedFrames(readWal(database));
  const last = frames.at(-1);
  return last ? { pages: new Set(frames.map(({ page }) => page)), size: last.size } : null;
};

const none = Buffer.alloc(32);

/** Follows the log while the practice is open: what was committed to it, and which pages that was. Who reads at the same time may keep some of it there. */
export const followWal = (database: string) => {
  let salt = Buffer.alloc(8);
  let end = 0;
  let sum: Sum = [0, 0];
  let hash: Hash | null = null;
  let logged = new Set<number>();
  /** Of a log before this one, which has taken its place: they stand in the database, and nobody has looked at them there yet. */
  const earlier = new Set<number>();
  let pages = 0;

  const begin = (head: Buffer): void => {
    for (const page of logged) earlier.add(page);
    salt = Buffer.from(saltOf(head));
    end = headBytes;
    sum = sumOf(head);
    hash = createHash('sha256').update(head);
    logged = new Set();
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
    for (const { page } of frames) logged.add(page);
    pages = frames.at(-1)?.size ?? pages;
    hash?.update(bytes.subarray(0, frames.length * frameBytes));
    end += frames.length * frameBytes;
    sum = next;
  };

  return {
    /**
     * SQLite does not wait for the disk when it empties its log: after a power cut the whole log would be back beside an anchor that vouches for
     * an empty one, and be taken for somebody's doing.
     */
    sync: (): void => {
      if (!existsSync(walOf(database))) return;
      const file = openSync(walOf(database), 'r+');
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
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
    /** What would be moved into the database now. */
    logged: (): Logged | null => (logged.size > 0 ? { pages: logged, size: pages } : null),
    /** Pages that may have been moved since `taken`; those that are in the log still may be moved only later. */
    moved: (): Iterable<number> => [...earlier, ...logged],
    /** They were looked at in the database. */
    taken: (): void => {
      earlier.clear();
      if (end === 0) logged = new Set();
    },
  };
};
