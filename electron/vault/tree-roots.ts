import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../practice/atomic-file.ts';
import type { SchemaRow } from '../store/salvage-trees.ts';

/**
 * On which page each table and index begins. The database says so itself, in one place, and a page lost there would leave rows whose table
 * nobody knows: two of ours look alike. It holds no word of a record.
 */
const rootsFile = (folder: string): string => join(folder, 'practice.roots');

const kept = z.object({ mac: z.hex().length(64), roots: z.array(z.tuple([z.string(), z.string(), z.string(), z.int().positive()])) });

const macOf = (key: Buffer, roots: unknown): Buffer =>
  createHmac('sha256', key)
    .update(`stillpoint/roots\n${JSON.stringify(roots)}`)
    .digest();

const textOf = (key: Buffer, rows: readonly SchemaRow[]): string => {
  const roots = rows.map(({ type, name, table, root }) => [type, name, table, root]);
  return `${JSON.stringify({ mac: macOf(key, roots).toString('hex'), roots })}\n`;
};

/** Written only when something begins elsewhere than it did. It helps to save a damaged practice: that it could not be written keeps nobody out. */
export const keepRoots = (folder: string, key: Buffer, rows: readonly SchemaRow[]): void => {
  const text = textOf(key, rows);
  try {
    if (textIn(folder) !== text) writeAtomically(rootsFile(folder), text);
  } catch {
    return;
  }
};

const textIn = (folder: string): string | null => {
  try {
    return readFileSync(rootsFile(folder), 'utf8');
  } catch {
    return null;
  }
};

/** None where the file is gone, damaged, or somebody else's. */
export const keptRoots = (folder: string, key: Buffer): readonly SchemaRow[] => {
  try {
    const { mac, roots } = kept.parse(JSON.parse(textIn(folder) ?? ''));
    if (!timingSafeEqual(Buffer.from(mac, 'hex'), macOf(key, roots))) return [];
    return roots.map(([type, name, table, root]) => ({ type, name, table, root }));
  } catch {
    return [];
  }
};
