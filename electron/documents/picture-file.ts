import { crc32, inflateSync } from 'node:zlib';
import { mostLogoBytes, mostLogoSide } from '../../shared/logo.ts';

/**
 * A picture is looked through to its last byte before it may stand on a paper, and only what draws it is kept: where and with what it was
 * taken goes. What does not hold together here would end the process when it is drawn.
 */

type Chunk = { readonly type: string; readonly data: Buffer };

const beginning = 8;

/** Null where one says it is longer than the file. */
const chunksOf = (file: Buffer): readonly Chunk[] | null => {
  const chunks: Chunk[] = [];
  for (let at = beginning; at + 12 <= file.length; ) {
    const [length, type] = [file.readUInt32BE(at), file.toString('latin1', at + 4, at + 8)];
    if (at + 12 + length > file.length) return null;
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
};

const written = ({ type, data }: Chunk): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Values to a point, by the kind of colour: grey or three colours, with clear parts or without. The window redraws every other kind. */
const deepIn: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [4, 2],
  [6, 4],
]);

/** Bytes, and points a side. */
type Most = { readonly bytes: number; readonly side: number };

const fits = (width: number, height: number, { side }: Most): boolean => width >= 1 && height >= 1 && width <= side && height <= side;

/** As many bytes as its points need, each row begun by one of the five ways to write it, and not one more. */
const isWhole = (packed: Buffer, rowBytes: number, height: number): boolean => {
  const expected = (rowBytes + 1) * height;
  try {
    const rows = inflateSync(packed, { maxOutputLength: expected });
    return rows.length === expected && Array.from({ length: height }, (_, row) => rows[row * (rowBytes + 1)] ?? 5).every((way) => way <= 4);
  } catch {
    return false;
  }
};

const cleanPng = (file: Buffer, most: Most): Buffer | null => {
  const chunks = chunksOf(file);
  const head = chunks?.[0];
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13) return null;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [bits, color, packing, filter, passes] = head.data.subarray(8);
  const deep = deepIn.get(color ?? -1);
  if (!fits(width, height, most) || bits !== 8 || deep === undefined || packing !== 0 || filter !== 0 || passes !== 0) return null;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  if (!isWhole(packed, width * deep, height)) return null;
  const kept: readonly Chunk[] = [head, { type: 'IDAT', data: packed }, { type: 'IEND', data: Buffer.alloc(0) }];
  return Buffer.concat([file.subarray(0, beginning), ...kept.map(written)]);
};

/** Parts of a JPEG that draw it: its tables, its size, how it is packed, and what its colours mean. */
const draws = (marker: number): boolean => [0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xe0, 0xe2, 0xee].includes(marker);

const sizeFits = (frame: Buffer, most: Most): boolean =>
  frame.length >= 6 &&
  frame.readUInt8(0) === 8 &&
  [1, 3].includes(frame.readUInt8(5)) &&
  fits(frame.readUInt16BE(3), frame.readUInt16BE(1), most);

const cleanJpeg = (file: Buffer, most: Most): Buffer | null => {
  const kept: Buffer[] = [file.subarray(0, 2)];
  let sized = false;
  for (let at = 2; at + 4 <= file.length; ) {
    if (file.readUInt8(at) !== 0xff) return null;
    const marker = file.readUInt8(at + 1);
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length || end < at + 4) return null;
    if ([0xc0, 0xc1, 0xc2].includes(marker)) {
      if (sized || !sizeFits(file.subarray(at + 4, end), most)) return null;
      sized = true;
    }
    // After it come the points, up to the end of the picture.
    if (marker === 0xda) {
      const last = file.lastIndexOf(Buffer.from([0xff, 0xd9]));
      return sized && last >= end ? Buffer.concat([...kept, file.subarray(at, last + 2)]) : null;
    }
    if (draws(marker)) kept.push(file.subarray(at, end));
    at = end;
  }
  return null;
};

const mostLogo: Most = { bytes: mostLogoBytes, side: mostLogoSide };

/** The picture with nothing beside what draws it; null where it is too large or does not hold together. */
export const cleanPicture = (bytes: Uint8Array, mediaType: 'image/png' | 'image/jpeg', most = mostLogo): Uint8Array | null => {
  if (bytes.length > most.bytes) return null;
  const clean = (mediaType === 'image/png' ? cleanPng : cleanJpeg)(Buffer.from(bytes), most);
  return clean && new Uint8Array(clean);
};
