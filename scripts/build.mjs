/** Builds what has changed into out/: main, preload, vault process and renderer. Run by Node 24. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const always = ['package-lock.json', 'scripts/build.mjs', 'vite.electron.config.ts', 'vite.renderer.config.ts'];

/** @type {ReadonlyArray<{ name: string, inputs: string[], output: string }>} */
const targets = [
  { name: 'main', inputs: ['electron', 'shared'], output: 'out/main/main.js' },
  { name: 'preload', inputs: ['electron/preload.ts', 'shared'], output: 'out/preload/preload.cjs' },
  { name: 'vault', inputs: ['electron', 'shared', 'resources'], output: 'out/vault/vault-process.js' },
  { name: 'second', inputs: ['electron', 'shared'], output: 'out/second/second-process.js' },
  { name: 'renderer', inputs: ['renderer', 'shared', 'resources'], output: 'out/renderer/index.html' },
];

const started = performance.now();
const recordPath = join(root, 'out', '.built.json');
const force = process.argv.includes('--force');
const record = !force && existsSync(recordPath) ? JSON.parse(readFileSync(recordPath, 'utf8')) : {};
const now = Object.fromEntries(targets.map(({ name, inputs }) => [name, hashOf([...inputs, ...always])]));
const stale = targets.filter(({ name, output }) => record[name] !== now[name] || !existsSync(join(root, output)));

if (stale.length === 0) {
  say('up to date');
} else {
  // Vite is only loaded when there is something for it to do: that alone takes longer than the check above.
  const { build } = await import('vite');
  const electron = await import('../vite.electron.config.ts');
  const renderer = await import('../vite.renderer.config.ts');
  const configs = {
    main: electron.mainBuild,
    preload: electron.preloadBuild,
    vault: electron.vaultBuild,
    second: electron.secondBuild,
    renderer: renderer.rendererBuild,
  };
  const results = await Promise.allSettled(stale.map(({ name }) => build(configs[name])));
  stale.forEach(({ name }, index) => {
    if (results[index].status === 'fulfilled') record[name] = now[name];
    else delete record[name];
  });
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(recordPath, JSON.stringify(record, null, 2));

  for (const [index, { name }] of stale.entries()) {
    const result = results[index];
    if (result.status === 'fulfilled') continue;
    console.error(`build: ${name} failed\n${result.reason?.message ?? result.reason}`);
    process.exitCode = 1;
  }
  say(process.exitCode ? 'failed' : `built ${stale.map(({ name }) => name).join(', ')}`);
}

function say(what) {
  console.log(`build: ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

/** @param {string[]} inputs files and folders; tests and type-checker settings are no input */
function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesBelow(join(root, input))).sort()) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const isFolder = !/\.[a-z]+$/i.test(path);
  if (!isFolder) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|^tsconfig/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
