import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../shared/app-error.ts';
import { writeAtomically } from '../practice/atomic-file.ts';
import { Wrap } from './envelope.ts';

export const headerFormat = 'stillpoint-practice';
export const headerVersion = 1;

/** Drawn at random with each new data key; no secret, and nothing of the key. */
export const KeyId = z.string().regex(/^[0-9a-f]{32}$/);

/** The key envelope on disk, kept twice: docs/formats/practice-folder.md. */
export const Header = z.strictObject({
  format: z.literal(headerFormat),
  version: z.literal(headerVersion),
  practiceId: z.string().min(1).max(64),
  /** A practice made by the trial host is not opened by the product, nor the other way, unless told to. */
  madeBy: z.enum(['electron', 'trial']),
  /** Goes up with each change; the newer of the two copies counts. */
  generation: z.int().min(1),
  /** Which data key this is, from 1; goes up when a new one is made. Absent: the first. */
  keyNumber: z.int().min(1).optional(),
  /** Tells data keys apart whose numbers are the same, since a restore counts from an older one again. Absent: the first. */
  keyId: KeyId.optional(),
  /** Security.md: at most eight keyholders. */
  wraps: z.array(Wrap).min(1).max(9),
});
export type Header = z.infer<typeof Header>;

/** What every later version keeps, so that an older one can tell that it is older. */
const Newer = z.looseObject({ format: z.literal(headerFormat), version: z.int().min(headerVersion + 1), generation: z.int().min(1) });

const OnDisk = Header.extend({ checksum: z.string() });

const names = ['practice.header.json', 'practice.header.copy.json'] as const;
const longestHeader = 64 * 1024;

/** Not a secret: it tells a disk's flipped bit from a header that was meant, so that the other copy is asked. */
const checksumOf = (header: Header): string =>
  createHash('sha256')
    .update(JSON.stringify(Header.parse(header)), 'utf8')
    .digest('hex');

export const headerText = (header: Header): string => `${JSON.stringify({ ...header, checksum: checksumOf(header) }, null, 2)}\n`;

type Read =
  | { readonly kind: 'read'; readonly header: Header }
  | { readonly kind: 'newer'; readonly generation: number }
  | { readonly kind: 'missing' | 'damaged' };

const readOne = (path: string): Read => {
  if (!existsSync(path)) return { kind: 'missing' };
  try {
    const bytes = readFileSync(path);
    if (bytes.length > longestHeader) return { kind: 'damaged' };
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    const newer = Newer.safeParse(json);
    if (newer.success) return { kind: 'newer', generation: newer.data.generation };
    const { checksum, ...header } = OnDisk.parse(json);
    return checksum === checksumOf(header) ? { kind: 'read', header } : { kind: 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
};

/** Both copies, the second first: a crash in between leaves the older one in the main place, and the newer counts. */
export const writeHeader = (folder: string, header: Header): void => {
  for (const name of [...names].reverse()) writeAtomically(join(folder, name), headerText(header));
};

/** Takes away what a failed making left; only where no practice is. */
export const clearHeader = (folder: string): void => {
  for (const name of names) rmSync(join(folder, name), { force: true });
};

/** The copies that can be read as they were written; two while all is well. */
export const intactHeaders = (folder: string): readonly Header[] =>
  names.map((name) => readOne(join(folder, name))).flatMap((copy) => (copy.kind === 'read' ? [copy.header] : []));

/**
 * The newer intact copy, or null where no practice is. A damaged, missing or older copy beside an intact one is mended.
 * @throws Refused unavailable header-damaged, header-missing (a database without any header), made-by-newer-version
 */
export const readHeader = (folder: string): Header | null => {
  const copies = names.map((name) => readOne(join(folder, name)));
  const intact = copies.flatMap((copy) => (copy.kind === 'read' ? [copy.header] : []));
  const newest = intact.reduce<Header | null>(
    (best, header) => (best === null || header.generation > best.generation ? header : best),
    null,
  );
  // A newer version writes a higher generation; without one it is our own copy with a flipped digit.
  if (copies.some((copy) => copy.kind === 'newer' && copy.generation > (newest?.generation ?? 0))) {
    throw new Refused({ code: 'unavailable', reason: 'made-by-newer-version' });
  }
  if (newest) {
    if (copies.some((copy) => copy.kind !== 'read' || copy.header.generation !== newest.generation)) mend(folder, newest);
    return newest;
  }
  if (copies.some((copy) => copy.kind === 'damaged')) throw new Refused({ code: 'unavailable', reason: 'header-damaged' });
  if (existsSync(join(folder, 'practice.db'))) throw new Refused({ code: 'unavailable', reason: 'header-missing' });
  return null;
};

/** Either copy on disk is enough: the newer one counts, and the other is mended from it at the next start. @throws when neither was written */
export const replaceHeader = (folder: string, next: Header, incident: (failure: unknown) => void): void => {
  try {
    writeHeader(folder, next);
  } catch (failure) {
    if (readHeader(folder)?.generation !== next.generation) throw failure;
    incident(failure);
  }
};

/** A folder that cannot be written to (full, read-only) still opens from the good copy. */
const mend = (folder: string, header: Header): void => {
  try {
    writeHeader(folder, header);
  } catch {
    return;
  }
};
