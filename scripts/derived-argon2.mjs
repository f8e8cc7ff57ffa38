import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashRaw as derive } from '@node-rs/argon2';

const folder = process.env.STILLPOINT_DERIVED ?? '';

/** @param {string} file @returns {Buffer | null} */
const kept = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
};

/** In the place of `@node-rs/argon2` (derive-once.mjs). @type {typeof derive} */
export const hashRaw = async (secret, options, signal) => {
  const { salt, ...cost } = options ?? {};
  const asked = createHash('sha256')
    .update(JSON.stringify(cost))
    .update('\0')
    .update(salt ?? '')
    .update('\0')
    .update(secret);
  const file = join(folder, asked.digest('hex'));
  const known = kept(file);
  if (known) return known;
  const key = await derive(secret, options, signal);
  const making = `${file}.${randomUUID()}`;
  writeFileSync(making, key, { mode: 0o600 });
  renameSync(making, file);
  return key;
};
