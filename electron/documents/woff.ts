import { inflateSync } from 'node:zlib';

/** Table directory entries of WOFF 1.0 and of the plain font it holds, in bytes; https://www.w3.org/TR/WOFF/. */
const woffHeader = 44;
const woffEntry = 20;
const plainHeader = 12;
const plainEntry = 16;

const padded = (length: number): number => (length + 3) & ~3;

/** Undoes WOFF 1.0 once, because the font parser would inflate a whole table again for each glyph it reads. Other formats come back as they are. */
export const unpackWoff = (bytes: Uint8Array): Uint8Array => {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packed.toString('latin1', 0, 4) !== 'wOFF') return bytes;

  const count = packed.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = woffHeader + index * woffEntry;
    const [offset, packedLength, length, checksum] = [4, 8, 12, 16].map((field) => packed.readUInt32BE(at + field)) as [
      number,
      number,
      number,
      number,
    ];
    const stored = packed.subarray(offset, offset + packedLength);
    return { tag: packed.subarray(at, at + 4), checksum, length, data: packedLength < length ? inflateSync(stored) : stored };
  });

  const plain = Buffer.alloc(plainHeader + count * plainEntry + tables.reduce((sum, { length }) => sum + padded(length), 0));
  const power = 2 ** Math.floor(Math.log2(Math.max(1, count)));
  packed.copy(plain, 0, 4, 8);
  plain.writeUInt16BE(count, 4);
  plain.writeUInt16BE(power * 16, 6);
  plain.writeUInt16BE(Math.log2(power), 8);
  plain.writeUInt16BE((count - power) * 16, 10);
  let at = plainHeader + count * plainEntry;
  tables.forEach(({ tag, checksum, length, data }, index) => {
    const entry = plainHeader + index * plainEntry;
    tag.copy(plain, entry);
    plain.writeUInt32BE(checksum, entry + 4);
    plain.writeUInt32BE(at, entry + 8);
    plain.writeUInt32BE(length, entry + 12);
    data.copy(plain, at);
    at += padded(length);
  });
  return plain;
};
