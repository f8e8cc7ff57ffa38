import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Loaded with `--import` into a vault under trial: what Argon2id gave for the same words, salt and cost once, it gives again without being
 * asked. Trials that unlock the same practice a thousand times try the disk, not the derivation, which has trials of its own.
 */
type HashRaw = (secret: Uint8Array, options: { readonly salt: Uint8Array }) => Promise<Buffer>;

const folder = process.env.ASSURE_REMEMBERED;
if (folder) {
  const argon = createRequire(import.meta.url)('@node-rs/argon2') as { hashRaw: HashRaw };
  const derive = argon.hashRaw;
  argon.hashRaw = async (secret, options) => {
    const asked = createHash('sha256')
      .update(secret)
      .update(JSON.stringify({ ...options, salt: Buffer.from(options.salt).toString('hex') }));
    const path = join(folder, asked.digest('hex'));
    if (existsSync(path)) return readFileSync(path);
    const derived = await derive(secret, options);
    writeFileSync(`${path}.${process.pid}`, derived);
    renameSync(`${path}.${process.pid}`, path);
    return derived;
  };
}
