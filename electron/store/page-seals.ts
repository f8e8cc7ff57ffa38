import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { pageBytes } from './page-tags.ts';

/** SQLCipher 4: a page ends in 16 bytes of IV and an HMAC-SHA-512 over it and its number (docs/formats/open-vault.mjs). */
const ivAt = pageBytes - 80;
const macAt = pageBytes - 64;

export type Seals = {
  /** The page is as it was written, whenever that was. */
  readonly holds: (page: Buffer, number: number) => boolean;
  /** What SQLite wrote there, in a page of its own. */
  readonly opened: (page: Buffer, number: number) => Buffer;
};

/** Reads single pages past SQLite, which reads no page of a tree whose root is damaged. */
export const sealsOf = (key: Buffer, salt: Buffer): Seals => {
  const macKey = pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
  const startOf = (number: number): number => (number === 1 ? 16 : 0);
  return {
    holds: (page, number) => {
      if (page.length !== pageBytes) return false;
      const counted = Buffer.alloc(4);
      counted.writeUInt32LE(number);
      const mac = createHmac('sha512', macKey)
        .update(page.subarray(startOf(number), macAt))
        .update(counted);
      return mac.digest().equals(page.subarray(macAt));
    },
    opened: (page, number) => {
      const start = startOf(number);
      const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(ivAt, macAt)).setAutoPadding(false);
      const plain = Buffer.alloc(pageBytes);
      if (start > 0) plain.write('SQLite format 3\0', 0, 'latin1');
      decipher.update(page.subarray(start, ivAt)).copy(plain, start);
      decipher.final();
      return plain;
    },
  };
};
