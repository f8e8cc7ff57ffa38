import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backupReasons } from '../../shared/backup.ts';
import { limits } from '../../shared/limits.ts';
import { Instant } from '../../shared/time.ts';
import { KeyId } from '../vault/header.ts';

export const manifestFormat = 'stillpoint-backup';
export const manifestVersion = 1;
export const manifestName = 'backup.json';

/** What a backup may hold: the encrypted files under the names they have in the practice folder. */
export const backupFiles = ['practice.db', 'practice.db-wal', 'practice.header.json', 'practice.anchor'] as const;
export type BackupFile = (typeof backupFiles)[number];
export const neededFiles: readonly BackupFile[] = ['practice.db', 'practice.header.json'];

const File = z.strictObject({
  name: z.enum(backupFiles),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `backup.json`, the last file written into a backup: docs/formats/backup.md. */
export const Manifest = z.strictObject({
  format: z.literal(manifestFormat),
  version: z.literal(manifestVersion),
  practiceId: z.string().min(1).max(64),
  keyNumber: z.int().min(1),
  /** Told apart by this, not by its number, which a restore counts anew. Absent: the first key. */
  keyId: KeyId.optional(),
  /** Goes up with each copy of this practice in its folder: a clock that was set back does not make a new copy an old one. */
  number: z.int().min(1),
  /** Which computer made it, where several have the practice; no secret, and nothing of the computer. */
  computer: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  madeAt: Instant,
  reason: z.enum(backupReasons),
  appVersion: z.string().max(limits.namePart),
  files: z
    .array(File)
    .max(backupFiles.length)
    .refine((files) => new Set(files.map((file) => file.name)).size === files.length)
    .refine((files) => neededFiles.every((name) => files.some((file) => file.name === name))),
});
export type Manifest = z.infer<typeof Manifest>;

/** What its database must be, byte for byte. */
export const databaseHash = ({ files }: Pick<Manifest, 'files'>): string => files.find(({ name }) => name === 'practice.db')?.sha256 ?? '';

/** What every later version keeps, so that an older one can tell that it is older. */
const Newer = z.looseObject({ format: z.literal(manifestFormat), version: z.int().min(manifestVersion + 1) });

export const longestManifest = 64 * 1024;

type Read = { readonly kind: 'read'; readonly manifest: Manifest } | { readonly kind: 'newer' } | { readonly kind: 'none' };

/** Whatever lies there under that name is read as far as a manifest may go; a pipe or device is not opened at all. */
const textOf = async (path: string): Promise<string | null> => {
  if (!(await lstat(path)).isFile()) return null;
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const bytes = Buffer.alloc(longestManifest + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytesRead > longestManifest ? null : bytes.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
};

/** A folder without a manifest of ours is no backup, whatever else is wrong with it. */
export const readManifest = async (backup: string): Promise<Read> => {
  try {
    const text = await textOf(join(backup, manifestName));
    const json: unknown = text === null ? null : JSON.parse(text);
    if (Newer.safeParse(json).success) return { kind: 'newer' };
    const { data } = Manifest.safeParse(json);
    return data ? { kind: 'read', manifest: data } : { kind: 'none' };
  } catch {
    return { kind: 'none' };
  }
};
