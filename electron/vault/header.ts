import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../shared/app-error.ts';
import { writeAtomically } from './atomic-file.ts';
import { Wrap } from './envelope.ts';

export const headerFormat = 'stillpoint-practice';
export const headerVersion = 1;

/** The key envelope on disk, kept twice: docs/formats/practice-folder.md. */
export const Header = z.strictObject({
  format: z.literal(headerFormat),
  version: z.literal(headerVersion),
  practiceId: z.string().min(1).max(64),
  /** A practice made by the trial host is not opened by the product, nor the other way, unless told to. */
  madeBy: z.enum(['electron', 'trial']),
  /** Goes up with each change; the newer of the two copies counts. */
  generation: z.int().min(1),
  /** Security.md: at most eight keyholders. */
  wraps: z.array(Wrap).min(1).max(9),
});
export type Header = z.infer<typeof Header>;

const names = ['practice.header.json', 'practice.header.copy.json'] as const;
const longestHeader = 64 * 1024;

type Read = { readonly kind: 'read'; readonly header: Header } | { readonly kind: 'missing' | 'damaged' | 'newer' };

const readOne = (path: string): Read => {
  if (!existsSync(path)) return { kind: 'missing' };
  try {
    const bytes = readFileSync(path);
    if (bytes.length > longestHeader) return { kind: 'damaged' };
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    const parsed = Header.safeParse(json);
    if (parsed.success) return { kind: 'read', header: parsed.data };
    const newer = z.looseObject({ format: z.literal(headerFormat), version: z.int().min(headerVersion + 1) }).safeParse(json);
    return { kind: newer.success ? 'newer' : 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
};

/** Both copies, the second first: a crash in between leaves the older one in the main place, and the newer counts. */
export const writeHeader = (folder: string, header: Header): void => {
  const text = `${JSON.stringify(header, null, 2)}\n`;
  for (const name of [...names].reverse()) writeAtomically(join(folder, name), text);
};

/**
 * The newer intact copy, or null where no practice is. A damaged, missing or older copy beside an intact one is mended.
 * @throws Refused unavailable header-damaged, header-missing (a database without any header), made-by-newer-version
 */
export const readHeader = (folder: string): Header | null => {
  const copies = names.map((name) => readOne(join(folder, name)));
  if (copies.some((copy) => copy.kind === 'newer')) throw new Refused({ code: 'unavailable', reason: 'made-by-newer-version' });
  const intact = copies.flatMap((copy) => (copy.kind === 'read' ? [copy.header] : []));
  const newest = intact.reduce<Header | null>(
    (best, header) => (best === null || header.generation > best.generation ? header : best),
    null,
  );
  if (newest) {
    if (copies.some((copy) => copy.kind !== 'read' || copy.header.generation !== newest.generation)) mend(folder, newest);
    return newest;
  }
  if (copies.some((copy) => copy.kind === 'damaged')) throw new Refused({ code: 'unavailable', reason: 'header-damaged' });
  if (existsSync(join(folder, 'practice.db'))) throw new Refused({ code: 'unavailable', reason: 'header-missing' });
  return null;
};

/** A folder that cannot be written to (full, read-only) still opens from the good copy. */
const mend = (folder: string, header: Header): void => {
  try {
    writeHeader(folder, header);
  } catch {
    return;
  }
};
