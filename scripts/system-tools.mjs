// The programs the project takes from the machine: a Chromium to run in where Electron's binary cannot be had, and the
// PDF tools with which tests look at what we print. Installed by apt where that is allowed, else named with the one command.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { run, SetupError } from './setup.mjs';

/** Commands tests call, and the Debian packages they come in. */
const testTools = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  // The system's own sqlite3 opens what docs/formats/open-vault.mjs writes; gcc compiles the shim that makes disks fail (Linux).
  sqlite3: 'sqlite3',
  ...(process.platform === 'linux' ? { gcc: 'gcc' } : {}),
};

const browserCommands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const browserPlaces = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((folder) => ['Chromium', 'Google\\Chrome'].map((product) => `${folder}\\${product}\\Application\\chrome.exe`)),
};

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function onPath(command) {
  const names = process.platform === 'win32' ? [`${command}.exe`] : [command];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

/** The Chromium to use: the one named in STILLPOINT_CHROMIUM, else the machine's own; undefined when there is none. */
export function findChromium() {
  const named = process.env.STILLPOINT_CHROMIUM;
  if (named && !existsSync(named)) throw new SetupError(`STILLPOINT_CHROMIUM names ${named}, which is not there.`);
  if (named) return named;
  const places = browserPlaces[process.platform] ?? [];
  return browserCommands.map(onPath).find(Boolean) ?? places.find((path) => existsSync(path));
}

export const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const isRoot = process.getuid?.() === 0;
const hasApt = process.platform === 'linux' && onPath('apt-get') !== undefined;

async function agreed(packages) {
  if (isRoot || inCi) return true;
  if (!process.stdin.isTTY) return false;
  const line = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await line.question(`\nInstall ${packages.join(', ')} with sudo apt-get? [y/N] `);
  line.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const prefix = isRoot ? [] : inCi ? ['sudo', '-n'] : ['sudo'];
  const apt = (args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, { env, inherit: !isRoot && !inCi });
  };
  await apt(['update', '-qq']);
  return apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function missingPackages({ pdf }) {
  const packages = findChromium() ? [] : ['chromium', 'fonts-liberation'];
  const tools = pdf ? Object.entries(testTools).filter(([command]) => !onPath(command)) : [];
  const headers = pdf && process.platform === 'linux' && !existsSync('/usr/include/stdio.h') ? ['libc6-dev'] : [];
  return [...new Set([...packages, ...tools.map(([, name]) => name), ...headers])];
}

function advice(packages) {
  if (hasApt) return `sudo apt-get install -y ${packages.join(' ')}`;
  const names = packages.filter((name) => name !== 'fonts-liberation');
  if (process.platform === 'darwin') return `brew install ${names.map((name) => name.replace('poppler-utils', 'poppler')).join(' ')}`;
  if (process.platform === 'win32') return `winget install ${names.map((name) => name.replace('chromium', 'Hibbiki.Chromium')).join(' ')}`;
  return `install with your package manager: ${names.join(' ')}`;
}

/** Sees to it that a Chromium is there, and for tests (`pdf`) the PDF tools; answers with the words for the step's line. */
export async function ensureTools({ pdf }) {
  const missing = missingPackages({ pdf });
  if (missing.length === 0) return 'up to date';
  if (hasApt && (await agreed(missing))) {
    const result = await aptInstall(missing);
    const still = missingPackages({ pdf });
    if (still.length === 0) return `installed ${missing.join(', ')}`;
    throw new SetupError(`${result.output.trim()}\n\napt-get could not install: ${still.join(', ')}. Try by hand:\n  ${advice(still)}`);
  }
  throw new SetupError(`These are needed and not on this machine: ${missing.join(', ')}\nRun once:\n  ${advice(missing)}`);
}
