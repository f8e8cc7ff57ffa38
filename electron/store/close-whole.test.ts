import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLayer } from './dialect.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const key = Buffer.alloc(32, 3);
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const walSize = (path: string): number => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;

test('closing whole leaves everything in the one file, or says that it could not', async () => {
  const path = join(folder, 'practice.db');
  const layer = openLayer(openDatabase(path, key, { create: true }));
  await migrate(layer.database);
  expect(walSize(path)).toBeGreaterThan(0);
  // Somebody still reads: what is in the WAL cannot all be moved.
  const reader = openDatabase(path, key, { create: false });
  reader.exec('begin');
  reader.prepare('select count(*) from commits').get();
  await layer.database.updateTable('commits').set({ count: 7 }).execute();
  await expect(layer.closeWhole()).rejects.toThrow('the WAL could not be emptied');
  reader.exec('commit');
  reader.close();
  await layer.closeWhole();
  expect(walSize(path)).toBe(0);
});
