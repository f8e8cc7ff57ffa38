import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keepRoots, keptRoots } from './tree-roots.ts';

const [key, other] = [randomBytes(32), randomBytes(32)];
const roots = [
  { type: 'table', name: 'clients', table: 'clients', root: 12 },
  { type: 'index', name: 'clients_by_name', table: 'clients', root: 13 },
];

it('what is remembered is read back, and not believed once it is damaged or somebody else wrote it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roots-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'practice.roots');
  expect(keptRoots(folder, key)).toEqual([]);
  keepRoots(folder, key, roots);
  expect(keptRoots(folder, key)).toEqual(roots);
  expect(keptRoots(folder, other)).toEqual([]);
  writeFileSync(file, readFileSync(file, 'utf8').replace('12', '14'));
  expect(keptRoots(folder, key)).toEqual([]);
  writeFileSync(file, '{"mac":');
  expect(keptRoots(folder, key)).toEqual([]);
  keepRoots(folder, other, roots);
  expect(keptRoots(folder, key)).toEqual([]);
});
