// Opens a locked practice without Stillpoint: node open-vault.mjs FOLDER OUTPUT.sqlite < passphrase
// Uses nothing of ours and no cipher driver, only node:crypto (Node 24.7 or newer, for Argon2id). The output is NOT encrypted:
// it is readable by anyone, and any sqlite3 opens it. What is done here is described in practice-folder.md beside this file.

import { argon2Sync, createDecipheriv, createHmac, hkdfSync, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, output] = process.argv.slice(2);
const passphrase = readFileSync(0, 'utf8').replace(/\r?\n$/, '');

const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};
if (!folder || !output) fail('usage: node open-vault.mjs FOLDER OUTPUT.sqlite < passphrase');
if (existsSync(output)) fail(`${output} is there already; nothing is overwritten`);
if (existsSync(join(folder, 'practice.db-wal'))) fail('the practice is open or was cut off: start Stillpoint, unlock and lock it first');

/** Which of the two headers is newer; either alone is enough. */
const header = ['practice.header.json', 'practice.header.copy.json']
  .map((name) => join(folder, name))
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, 'utf8')))
  .sort((one, other) => other.generation - one.generation)[0];
if (!header) fail('there is no practice.header.json in this folder');

/** The data key from one wrap (a passphrase's, or the recovery code's without spaces), or null. */
const dataKeyFrom = ({ id, kind, kdf, nonce, sealed }) => {
  const key = argon2Sync(kdf.name, {
    message: Buffer.from(passphrase.normalize('NFKC'), 'utf8'),
    nonce: Buffer.from(kdf.salt, 'base64'),
    memory: kdf.memoryKiB,
    passes: kdf.passes,
    parallelism: kdf.lanes,
    tagLength: 32,
  });
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
  const bound = [header.format, header.version, header.practiceId, id, kind, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt];
  decipher.setAAD(Buffer.from(JSON.stringify(bound), 'utf8'));
  decipher.setAuthTag(bytes.subarray(32));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()]);
  } catch {
    return null;
  }
};
let dataKey = null;
for (const wrap of header.wraps) dataKey ??= dataKeyFrom(wrap);
if (!dataKey) fail('this passphrase does not open the practice');
const key = Buffer.from(hkdfSync('sha256', dataKey, header.practiceId, 'stillpoint/1/database', 32));

// SQLCipher 4: pages of 4096 bytes that end in 16 bytes of IV and 64 of HMAC-SHA-512; the file begins with 16 bytes of salt.
const pageSize = 4096;
const tail = 80;
const file = readFileSync(join(folder, 'practice.db'));
if (file.length === 0 || file.length % pageSize !== 0) fail('practice.db has no whole number of pages');
const salt = file.subarray(0, 16);
const macKey = pbkdf2Sync(
  key,
  salt.map((byte) => byte ^ 0x3a),
  2,
  32,
  'sha512',
);
const plain = Buffer.alloc(file.length);
for (let page = 1; page <= file.length / pageSize; page += 1) {
  const bytes = file.subarray((page - 1) * pageSize, page * pageSize);
  const start = page === 1 ? 16 : 0;
  const number = Buffer.alloc(4);
  number.writeUInt32LE(page);
  const mac = createHmac('sha512', macKey)
    .update(bytes.subarray(start, pageSize - 64))
    .update(number)
    .digest();
  if (!timingSafeEqual(mac, bytes.subarray(pageSize - 64))) fail(`page ${page} was altered or is damaged; nothing was written`);
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(pageSize - tail, pageSize - 64)).setAutoPadding(false);
  const content = Buffer.concat([decipher.update(bytes.subarray(start, pageSize - tail)), decipher.final()]);
  content.copy(plain, (page - 1) * pageSize + start);
}
plain.write('SQLite format 3\0', 0, 'latin1');
writeFileSync(output, plain, { mode: 0o600, flag: 'wx' });
process.stdout.write(`${output} holds the practice, readable by anyone\n`);
