import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

/** Argon2id cost. The floor is security.md's; the ceiling keeps an absurd header from taking the machine down. */
export const floor = { memoryKiB: 128 * 1024, passes: 3, lanes: 4 } as const;

const Base64 = (bytes: number) =>
  z.string().refine((text) => Buffer.from(text, 'base64').length === bytes && Buffer.from(text, 'base64').toString('base64') === text);

export const Kdf = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z
    .int()
    .min(floor.memoryKiB)
    .max(1024 * 1024),
  passes: z.int().min(floor.passes).max(16),
  lanes: z.int().min(floor.lanes).max(16),
  salt: Base64(16),
});

/** One way in: the data key, sealed under a passphrase or the recovery code. Names are not here; each wrap is tried. */
export const Wrap = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(['passphrase', 'recovery']),
  kdf: Kdf,
  nonce: Base64(12),
  sealed: Base64(48),
});
export type Wrap = z.infer<typeof Wrap>;

/** What every wrap is bound to: a wrap moved to another practice's header opens nothing. */
export type Binding = { readonly format: string; readonly version: number; readonly practiceId: string };

const associated = (binding: Binding, wrap: Omit<Wrap, 'nonce' | 'sealed'>): Buffer =>
  Buffer.from(
    JSON.stringify([
      binding.format,
      binding.version,
      binding.practiceId,
      wrap.id,
      wrap.kind,
      wrap.kdf.name,
      wrap.kdf.memoryKiB,
      wrap.kdf.passes,
      wrap.kdf.lanes,
      wrap.kdf.salt,
    ]),
    'utf8',
  );

const keyFrom = async (secret: string, kdf: z.infer<typeof Kdf>): Promise<Buffer> => {
  const bytes = Buffer.from(secret.normalize('NFKC'), 'utf8');
  try {
    return await hashRaw(bytes, {
      algorithm: 2,
      memoryCost: kdf.memoryKiB,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      salt: Buffer.from(kdf.salt, 'base64'),
      outputLen: 32,
    });
  } finally {
    bytes.fill(0);
  }
};

/** Seals the 32-byte data key under a passphrase (NFKC) or a recovery code with fresh salt and nonce. About 0.2 s. */
export const sealDataKey = async (
  dataKey: Buffer,
  secret: string,
  id: string,
  binding: Binding,
  kind: Wrap['kind'] = 'passphrase',
): Promise<Wrap> => {
  const open = { id, kind, kdf: { name: 'argon2id' as const, ...floor, salt: randomBytes(16).toString('base64') } };
  const key = await keyFrom(secret, open.kdf);
  try {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(associated(binding, open));
    const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    return { ...open, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
  } finally {
    key.fill(0);
  }
};

/** The data key, or null when the passphrase is not this wrap's or the wrap was altered: one answer for every cause. */
export const openDataKey = async (wrap: Wrap, secret: string, binding: Binding): Promise<Buffer | null> => {
  const key = await keyFrom(secret, wrap.kdf);
  const sealed = Buffer.from(wrap.sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.nonce, 'base64'), { authTagLength: 16 });
  decipher.setAAD(associated(binding, wrap));
  decipher.setAuthTag(sealed.subarray(32));
  // All of it comes here; what follows only says whether it is genuine.
  const dataKey = decipher.update(sealed.subarray(0, 32));
  try {
    decipher.final();
    return dataKey;
  } catch {
    dataKey.fill(0);
    return null;
  } finally {
    key.fill(0);
  }
};

const derived = (dataKey: Buffer, practiceId: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, Buffer.from(practiceId, 'utf8'), Buffer.from(`stillpoint/1/${purpose}`, 'utf8'), 32));

/** Separate keys for separate jobs; none of them tells another. */
export const keysFrom = (
  dataKey: Buffer,
  practiceId: string,
): { readonly database: Buffer; readonly audit: Buffer; readonly anchor: Buffer } => ({
  database: derived(dataKey, practiceId, 'database'),
  audit: derived(dataKey, practiceId, 'audit'),
  anchor: derived(dataKey, practiceId, 'anchor'),
});
