// Run as its own program on a machine that has nothing but what each case plants: a folder as the whole PATH, in it an
// apt-get that notes what it was asked and "installs" programs into the same folder.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const machine = { bin: '' };

/** Commands tests need on every machine, and what Linux needs beside them. */
const tools = ['pdftotext', 'pdffonts', 'pdfinfo', 'pdftoppm', 'qpdf', 'sqlite3', ...(process.platform === 'linux' ? ['gcc'] : [])];

beforeEach(() => {
  machine.bin = mkdtempSync(join(tmpdir(), 'stillpoint-tools-'));
});
afterEach(() => rmSync(machine.bin, { recursive: true, force: true }));

function plant(name: string, script = '') {
  writeFileSync(join(machine.bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(machine.bin, name), 0o755);
}

/** An apt-get whose install makes the programs named, whoever asks for it. */
function plantApt(...programs: string[]) {
  const make = programs.map((name) => `printf '#!/bin/sh\\n' > ${machine.bin}/${name}; /bin/chmod +x ${machine.bin}/${name}`);
  plant('apt-get', [`echo "$*" >> ${machine.bin}/asked`, `case "$1" in install) ${make.join('; ') || ':'};; esac`].join('\n'));
  plant('sudo', '[ "$1" = -n ] && shift; exec "$@"');
}

const asked = () => (existsSync(join(machine.bin, 'asked')) ? readFileSync(join(machine.bin, 'asked'), 'utf8').trim().split('\n') : []);

function ensure(pdf: boolean, env: Record<string, string> = { CI: 'true' }) {
  const url = new URL('./system-tools.mjs', import.meta.url).href;
  const program = `const { ensureTools } = await import('${url}'); console.log(await ensureTools({ pdf: ${pdf} }).catch((error) => error.message))`;
  const options = { env: { PATH: machine.bin, ...env }, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], options).stdout.trim();
}

test('says so when everything is there', () => {
  for (const name of ['chromium', ...tools]) plant(name);
  plantApt();
  expect(ensure(true)).toBe('up to date');
  expect(asked()).toEqual([]);
});

test('installs what is missing where it may', () => {
  plant('chromium');
  plantApt(...tools);
  const packages = ['poppler-utils', ...tools.slice(4)];
  expect(ensure(true)).toBe(`installed ${packages.join(', ')}`);
  expect(asked()).toEqual(['update -qq', `install -y -qq --no-install-recommends ${packages.join(' ')}`]);
});

test('the PDF tools are for tests only', () => {
  plantApt('chromium');
  expect(ensure(false)).toBe('installed chromium, fonts-liberation');
  expect(asked().at(-1)).toBe('install -y -qq --no-install-recommends chromium fonts-liberation');
});

test('names the command when apt fails', () => {
  plantApt();
  expect(ensure(false)).toContain('Try by hand:\n  sudo apt-get install -y chromium fonts-liberation');
});

test('names what is missing on a system without apt', () => {
  expect(ensure(false)).toContain('These are needed and not on this machine: chromium');
  expect(ensure(false)).toContain('Run once:\n  ');
});

test('a browser named by STILLPOINT_CHROMIUM is used, and missed when it is not there', () => {
  plant('my-browser');
  expect(ensure(false, { STILLPOINT_CHROMIUM: join(machine.bin, 'my-browser') })).toBe('up to date');
  expect(ensure(false, { STILLPOINT_CHROMIUM: '/nowhere/chrome' })).toContain('names /nowhere/chrome, which is not there');
});
