// `npm test`: sets everything up, then runs every check and test, goes on after a failing one and sums up.
// The last line is `N passed, N failed`: each check counts as one, each unit and end-to-end test as one, a skipped
// test as failed. `--check` leaves out the end-to-end tests, which need a build and a browser.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, environment, installDependencies, root, runNode, SetupError, step } from './setup.mjs';
import { ensureTools, findChromium } from './system-tools.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

const reports = join(root, 'out', 'reports');
const onlyCheck = process.argv.includes('--check');

const checks = {
  types: { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b', '.', 'scripts'] },
  short: [
    { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
    {
      name: 'imports',
      args: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'shared', 'electron', 'renderer', 'e2e', 'scripts'],
    },
    { name: 'dead code', args: ['node_modules/knip/bin/knip.js'] },
  ],
};

const unit = { name: 'unit', args: ['node_modules/vitest/vitest.mjs', 'run'], report: 'unit.json', count: countVitest };
const e2e = { name: 'e2e', args: ['node_modules/@playwright/test/cli.js', 'test'], report: 'e2e.json', count: countPlaywright };

const total = { passed: 0, failed: 0 };
const failures = [];

/** Keeps what a tool said, and shows it at the end if it failed. */
function record(name, { passed, failed }, output) {
  total.passed += passed;
  total.failed += failed;
  writeFileSync(join(reports, `${name.replace(' ', '-')}.log`), output);
  if (failed > 0) failures.push({ name, output: output.trim() });
}

/** Enough of a tool's words to see what is wrong: their beginning and their end. */
function shortened(output, lines = output.split('\n')) {
  if (lines.length <= 120) return output;
  return [...lines.slice(0, 60), `… ${lines.length - 120} more lines …`, ...lines.slice(-60)].join('\n');
}

async function runCheck({ name, args }, env, say) {
  const check = async () => {
    const result = await runNode(args, { env });
    record(name, { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1 }, result.output);
    return result.ok ? 'passed' : 'FAILED';
  };
  await step(name, check, say);
}

async function runSuite({ name, args, report, count }, env) {
  await step(name, async () => {
    const file = join(reports, report);
    rmSync(file, { force: true });
    const result = await runNode(args, { env });
    const counts = count(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, result.ok);
    record(name, counts, result.output);
    return `${counts.passed} passed, ${counts.failed} ${counts.failed ? 'FAILED' : 'failed'}`;
  });
}

/** Sets up; a machine that cannot be set up is one failure and the end, because nothing else would mean anything. */
async function setUp() {
  try {
    await step('dependencies', installDependencies);
    await step('tools', () => ensureTools({ pdf: true }));
  } catch (error) {
    console.error(`\n${error instanceof SetupError ? error.message : error.stack}`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

/** Builds for the stories; answers whether there is something to run them on. A build that works counts as nothing. */
async function buildForStories() {
  let built = true;
  await step('build', async () => {
    try {
      return await build();
    } catch (error) {
      built = false;
      record('build', { passed: 0, failed: 1 }, error.message);
      return 'FAILED';
    }
  });
  return built;
}

/** Trials start the vault without a window hundreds of times: in one file it is there in half the time. Where it cannot be built its sources serve. */
async function vaultAlone() {
  const program = join(root, 'out', 'headless', 'headless.js');
  rmSync(program, { force: true });
  await runNode(['scripts/build-headless.mjs'], { env: environment() });
  return existsSync(program) ? { ASSURE_HEADLESS: program } : {};
}

/** What is tried survives a killed process, not a power cut (e2e/assure/imaged-disk.ts has those): where memory holds files, no disk is waited for. */
function temporaryFolder() {
  if (process.env.TMPDIR || !existsSync('/dev/shm')) return tmpdir();
  // The trials build a library of their own, which is not loaded from where nothing may be run.
  if (/ \/dev\/shm \S+ \S*noexec/.test(readFileSync('/proc/mounts', 'utf8'))) return tmpdir();
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > 4 * 1024 ** 3 ? '/dev/shm' : tmpdir();
}

await setUp();
mkdirSync(reports, { recursive: true });
// The tests start the same programs hundreds of times: what Node compiled once it keeps, for this run only.
const compiled = join(root, 'node_modules', '.stillpoint', 'compiled');
rmSync(compiled, { recursive: true, force: true });
const env = environment({ STILLPOINT_CHROMIUM: findChromium(), NODE_COMPILE_CACHE: compiled, FORCE_COLOR: '0', NO_COLOR: '1' });
// The types take one core for a minute, while the short checks and the first units have the other; they are said when they are awaited.
let saidOfTypes = '';
const types = runCheck(checks.types, env, (words) => {
  saidOfTypes += words;
});
for (const check of checks.short) await runCheck(check, env);

// And what they derived from the same passphrase and salt once (derive-once.mjs).
const temporary = temporaryFolder();
const derived = mkdtempSync(join(temporary, 'stillpoint-derived-'));
try {
  const once = `--import ${pathToFileURL(join(root, 'scripts', 'derive-once.mjs'))}`;
  const trials = {
    ...env,
    TMPDIR: temporary,
    STILLPOINT_DERIVED: derived,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, once].filter(Boolean).join(' '),
  };
  await runSuite(unit, { ...trials, ...(await vaultAlone()) });
  await types;
  process.stdout.write(saidOfTypes);
  if (!onlyCheck && (await buildForStories())) await runSuite(e2e, trials);
} finally {
  rmSync(derived, { recursive: true, force: true });
}

for (const { name, output } of failures) console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}\n${shortened(output)}`);
if (failures.length) console.log(`\nFailed: ${failures.map(({ name }) => name).join(', ')}. What each tool said is in out/reports/`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
