// What `npm start` and `npm test` share: dependencies, build, browser and tools, each done only when it is needed.
//
// Plain Node (20 or newer) without dependencies, because it runs before anything is installed. Everything after it runs
// on the Node that the lockfile brings (the one Electron carries), by `environment()`.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamps = join(root, 'node_modules', '.stillpoint');
const windows = process.platform === 'win32';

/** A step that cannot be done; the message says what to do about it. */
export class SetupError extends Error {}

/** The Node that the lockfile brings. The SQLite driver ends Node 20 without a word, so nothing of ours runs there. */
export const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

export function environment(more = {}) {
  const path = [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, ...more, PATH: path };
}

/** Runs one program to its end and keeps what it says; never throws for a failing program. */
export function run(command, args, { env = environment(), timeout = 0, inherit = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, env, shell, stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const timer = timeout && setTimeout(() => child.kill('SIGKILL'), timeout);
    const end = (code, signal) => {
      clearTimeout(timer);
      for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.off(name, forward);
      resolve({ ok: code === 0, code, signal, output, milliseconds: Date.now() - started });
    };
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, forward);
    child.on('error', (error) => {
      output += error.message;
      end(127, null);
    });
    child.on('close', end);
  });
}

/** Runs a script of the project on the project's Node. */
export const runNode = (args, options) => run(projectNode, args, options);

/** One line: what is being done, how it went, how long it took. The work answers with the words for how it went. */
export async function step(name, work, say = (words) => process.stdout.write(words)) {
  const started = performance.now();
  say(`${name.padEnd(14)} `);
  const end = (words) => say(`${words} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
  try {
    const words = await work();
    end(words);
  } catch (error) {
    end('failed');
    throw error;
  }
}

/** Ends the program as the two commands promise: a clear message and a non-zero code. */
export function fail(error) {
  console.error(error instanceof SetupError ? `\n${error.message}` : error);
  process.exit(1);
}

const stampOf = (name) => (existsSync(join(stamps, name)) ? readFileSync(join(stamps, name), 'utf8') : '');

export function writeStamp(name, content) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), content);
}

export const isStamped = (name, content) => stampOf(name) === content;

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** True when what npm says it put into node_modules is what the lockfile asks for, packages of other platforms aside. */
function isInstalled(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(projectNode)) return false;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(lock).packages).filter(([path, entry]) => path !== '' && !(entry.optional && !there[path]));
  return wanted.every(([path, entry]) => there[path]?.version === entry.version);
}

/** Dependencies exactly as the lockfile says; `npm ci` only when they are not. */
export async function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = sha256(lock + process.platform + process.arch);
  if (isStamped('dependencies', wanted) && existsSync(projectNode)) return 'up to date';
  if (isInstalled(lock)) {
    writeStamp('dependencies', wanted);
    return 'up to date';
  }
  if (windows && process.execPath.startsWith(root)) throw new SetupError('The dependencies changed. Run once: npm ci');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = process.env;
  const result = npm
    ? await run(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { env })
    : await run('npm', args, { env, shell: windows });
  if (!result.ok) throw new SetupError(`${result.output.trim()}\n\nInstalling the dependencies failed (npm ci, code ${result.code}).`);
  if (!existsSync(projectNode)) throw new SetupError('npm did not bring the Node of this project. Run: npm rebuild node');
  writeStamp('dependencies', wanted);
  return 'installed from the lockfile';
}

/** The application in out/. The build itself knows what changed and says in its last line what it did. */
export async function build() {
  const result = await runNode(['scripts/build.mjs'], { env: environment({ NO_COLOR: '1' }) });
  if (!result.ok) throw new SetupError(`${result.output.trim()}\n\nThe build failed (node scripts/build.mjs, code ${result.code}).`);
  const words = result.output.trim().split('\n').at(-1) ?? '';
  return words.replace(/^build: /, '').replace(/ \([\d.]+ s\)$/, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await step('dependencies', installDependencies);
    await step('build', build);
  } catch (error) {
    fail(error);
  }
}
