import { pageBytes } from './page-tags.ts';
import type { Pages } from './salvage-pages.ts';

/** SQLite's file format (sqlite.org/fileformat2.html), as much of it as it takes to read rows off single pages. */
export const usable = pageBytes - 80;

export type Value = null | number | bigint | string | Buffer;

/** Thrown where bytes are no row of ours. */
class Unreadable extends Error {}
const unreadable = (): never => {
  throw new Unreadable('no row');
};
export const orNull = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof Unreadable || failure instanceof RangeError) return null;
    throw failure;
  }
};

type Varint = { readonly value: number; readonly next: number };

/** Lengths, row numbers and types: none of ours is beyond what a number holds exactly. */
export const varint = (bytes: Buffer, at: number): Varint => {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index);
    if (index === 8) return asVarint((value << 8n) | BigInt(byte), at + 9);
    value = (value << 7n) | BigInt(byte & 127);
    if (byte < 128) return asVarint(value, at + index + 1);
  }
  return unreadable();
};
const asVarint = (value: bigint, next: number): Varint => ({ value: Number(BigInt.asIntN(64, value)), next });

const intBytes = [0, 1, 2, 3, 4, 6, 8];

const integer = (bytes: Buffer, at: number, length: number): number | bigint => {
  if (length < 8) return bytes.readIntBE(at, length);
  const value = bytes.readBigInt64BE(at);
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
};

const columnAt = (bytes: Buffer, type: number, at: number): { readonly value: Value; readonly length: number } => {
  if (type === 0) return { value: null, length: 0 };
  if (type >= 1 && type <= 6) return { value: integer(bytes, at, intBytes[type] ?? 0), length: intBytes[type] ?? 0 };
  if (type === 7) return { value: bytes.readDoubleBE(at), length: 8 };
  if (type === 8 || type === 9) return { value: type - 8, length: 0 };
  if (type < 12) return unreadable();
  const length = (type - (type % 2 === 0 ? 12 : 13)) / 2;
  if (at + length > bytes.length) return unreadable();
  const part = bytes.subarray(at, at + length);
  return { value: type % 2 === 0 ? Buffer.from(part) : part.toString('utf8'), length };
};

/** The columns of a record, in the order they were written. */
export const recordOf = (bytes: Buffer): readonly Value[] => {
  const head = varint(bytes, 0);
  if (head.value > bytes.length) return unreadable();
  const values: Value[] = [];
  let at = head.value;
  for (let next = head.next; next < head.value; ) {
    const type = varint(bytes, next);
    const { value, length } = columnAt(bytes, type.value, at);
    values.push(value);
    at += length;
    next = type.next;
  }
  return at === bytes.length ? values : unreadable();
};

export const pageKinds = { 2: 'inner index', 5: 'inner table', 10: 'index', 13: 'table' } as const;
export type PageKind = (typeof pageKinds)[keyof typeof pageKinds];

const startOf = (number: number): number => (number === 1 ? 100 : 0);
export const kindOf = (page: Buffer, number: number): PageKind | null =>
  pageKinds[page.readUInt8(startOf(number)) as keyof typeof pageKinds] ?? null;

export type Cell = {
  /** Of an inner page: where what is before it lies. */
  readonly child: number | null;
  readonly rowid: number;
  /** Null where a part of it lies on a page that is damaged, or where it holds no row. */
  readonly record: Buffer | null;
  /** The pages it lies on besides its own. */
  readonly overflow: readonly number[];
};

const localBytes = (payload: number, kind: PageKind): number => {
  const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const some = least + ((payload - least) % (usable - 4));
  return some <= most ? some : least;
};

const payloadAt = (page: Buffer, at: number, payload: number, kind: PageKind, pages: Pages): Omit<Cell, 'child' | 'rowid'> => {
  const local = localBytes(payload, kind);
  if (at + local > usable) return unreadable();
  const parts = [page.subarray(at, at + local)];
  const overflow: number[] = [];
  let next = payload > local ? page.readUInt32BE(at + local) : 0;
  for (let left = payload - local; left > 0; left -= usable - 4) {
    const more = pages.get(next);
    overflow.push(next);
    if (!more || overflow.length > 100_000) return { record: null, overflow };
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
    next = more.readUInt32BE(0);
  }
  return { record: Buffer.concat(parts), overflow };
};

/** The cells of a page in order, and of an inner one the page behind the last. */
export const cellsOf = (
  page: Buffer,
  number: number,
  kind: PageKind,
  pages: Pages,
): { readonly cells: readonly Cell[]; readonly last: number | null } => {
  const start = startOf(number);
  const isInner = kind === 'inner index' || kind === 'inner table';
  const count = page.readUInt16BE(start + 3);
  if (count > usable / 4) return unreadable();
  const cells: Cell[] = [];
  for (let index = 0; index < count; index += 1) {
    let at = page.readUInt16BE(start + (isInner ? 12 : 8) + index * 2);
    const child = isInner ? page.readUInt32BE(at) : null;
    if (isInner) at += 4;
    if (kind === 'inner table') {
      cells.push({ child, rowid: varint(page, at).value, record: null, overflow: [] });
      continue;
    }
    const payload = varint(page, at);
    const rowid = kind === 'table' ? varint(page, payload.next) : { value: 0, next: payload.next };
    cells.push({ child, rowid: rowid.value, ...payloadAt(page, rowid.next, payload.value, kind, pages) });
  }
  return { cells, last: isInner ? page.readUInt32BE(start + 8) : null };
};
