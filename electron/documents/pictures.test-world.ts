import { crc32, deflateSync } from 'node:zlib';

/** Pictures as drawing programs write them, and as nobody should. */

export const chunk = (type: string, data: Uint8Array): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

const beginning = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** `color`: 6 with clear parts, 2 without. `data` in place of what belongs there, `more` between head and data. */
export const pngOf = (
  width: number,
  height: number,
  { color = 6, interlace = 0, data, more = [] }: { color?: 2 | 6; interlace?: 0 | 1; data?: Uint8Array; more?: readonly Uint8Array[] } = {},
): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, color, 0, 0, interlace], 8);
  const deep = color === 6 ? 4 : 3;
  const rows = (): Buffer => {
    const raw = Buffer.alloc((width * deep + 1) * height, 0x60);
    for (let row = 0; row < height; row++) raw[row * (width * deep + 1)] = 0;
    return deflateSync(raw);
  };
  return Buffer.concat([beginning, chunk('IHDR', head), ...more, chunk('IDAT', data ?? rows()), chunk('IEND', Buffer.alloc(0))]);
};
