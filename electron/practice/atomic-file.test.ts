import fs, { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './atomic-file.ts';

let folder = '';
const { renameSync } = fs;
/** The system's own renaming refuses this often, as Windows does while a scanner reads what was just written. */
const heldFor = (times: number): void => {
  let left = times;
  fs.renameSync = (from, to) => {
    left -= 1;
    if (left >= 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
    renameSync(from, to);
  };
  syncBuiltinESMExports();
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-atomic-'));
});
afterEach(() => {
  fs.renameSync = renameSync;
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

test('a file that something else holds for a moment is written all the same', () => {
  heldFor(3);
  writeAtomically(join(folder, 'practice.door.json'), 'new');
  expect(readFileSync(join(folder, 'practice.door.json'), 'utf8')).toBe('new');
});

test('one that stays held is refused, and nothing new is left', () => {
  writeAtomically(join(folder, 'practice.door.json'), 'old');
  heldFor(100);
  expect(() => writeAtomically(join(folder, 'practice.door.json'), 'new')).toThrow('held');
  expect(readFileSync(join(folder, 'practice.door.json'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['practice.door.json']);
});
