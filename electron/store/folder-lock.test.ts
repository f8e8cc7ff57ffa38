import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own that takes the folder and says so. */
const holder = async (): Promise<ReturnType<typeof spawn>> => {
  const script = `const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}); lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
};

test('a folder has one owner, also against another process, until that ends or is killed', async () => {
  const child = await holder();
  expect(() => lockFolder(folder)).toThrow('open-elsewhere');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow('open-elsewhere');
  lock.release();
  lockFolder(folder).release();
});

test('a damaged lock file holds nothing and is emptied; a folder that is not there is said by the disk', () => {
  writeFileSync(join(folder, 'practice.lock'), 'no database at all'.repeat(300));
  lockFolder(folder).release();
  expect(() => lockFolder(join(folder, 'not-there'))).toThrow('ENOENT');
});
