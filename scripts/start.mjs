// `npm start`: sets everything up and opens the application, in Electron where its binary is there or can be fetched,
// else in the machine's Chromium. `-- --demo` opens the demo practice, `-- --data=DIR` another folder, `-- --electron`
// tries again to fetch Electron's binary. Without a display it runs the tour instead.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, environment, fail, installDependencies, isStamped, root, run, runNode, SetupError, step, writeStamp } from './setup.mjs';
import { ensureTools, findChromium } from './system-tools.mjs';

const fetchLimit = 20_000;
/** Asked for by name (--electron), it may take as long as a slow line needs. */
const askedLimit = 600_000;
/** Electron that ends within this time with an error did not open a window: a missing library, a refused sandbox. */
const endedAtOnce = 8_000;

const args = process.argv.slice(2).filter((arg) => arg !== '--electron');
const tryAgain = process.argv.includes('--electron');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const electronFolder = join(root, 'node_modules', 'electron');

function electronBinary() {
  const note = join(electronFolder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const binary = join(electronFolder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

async function fetchElectron() {
  if (electronBinary()) return 'there';
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  if (!tryAgain && isStamped('electron', `unreachable ${version}`))
    return 'cannot be fetched here, as tried before (--electron tries again)';
  const result = await runNode([join(electronFolder, 'install.js')], { timeout: tryAgain ? askedLimit : fetchLimit });
  if (result.ok && electronBinary()) return 'fetched';
  writeStamp('electron', `unreachable ${version}`);
  return result.signal ? 'not fetched in time (--electron gives it ten minutes)' : 'cannot be fetched here';
}

async function runElectron(binary) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const result = await run(binary, [...sandbox, root, ...args], { inherit: true });
  if (result.ok || result.milliseconds > endedAtOnce) process.exit(result.code ?? 1);
  console.log(`Electron ended at once (${result.signal ?? `code ${result.code}`}); trying the Chromium host.`);
}

async function runChromium() {
  await step('chromium', () => ensureTools({ pdf: false }));
  const env = environment({ STILLPOINT_CHROMIUM: findChromium() });
  if (hasDisplay) {
    console.log('Opening Stillpoint in the trial host (Chromium).');
    return runNode(['e2e/host/run.ts', ...args], { env, inherit: true });
  }
  console.log('There is no display here, so no window can be opened. Running the tour instead:');
  const result = await runNode(['e2e/tour/tour.ts'], { env, inherit: true });
  if (result.ok) console.log('\nThe PDFs, a screenshot of each screen and a summary with timings are in tour/');
  return result;
}

try {
  await step('dependencies', installDependencies);
  await step('build', build);
  if (hasDisplay) await step('electron', fetchElectron);
  const binary = hasDisplay ? electronBinary() : undefined;
  if (binary) await runElectron(binary);
  const result = await runChromium();
  if (!result.ok) throw new SetupError(`Stillpoint ended with an error (${result.signal ?? `code ${result.code}`}).`);
} catch (error) {
  fail(error);
}
