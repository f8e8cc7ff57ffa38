import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeTrialRoot } from '../fixtures/trial-root.ts';

/** The host as a person starts it: windows are processes of their own. Which process is whose only Linux's /proc tells. */
const onLinux = process.platform === 'linux' ? test : test.skip;

type Process = { readonly pid: number; readonly parent: number; readonly command: string };

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const parent = Number(
        readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) \S /s, '')
          .split(' ')[0],
      );
      return command ? [{ pid: Number(name), parent, command }] : [];
    } catch {
      return []; // it ended while we were reading
    }
  });
}

const childrenOf = (pid: number) => processes().filter(({ parent }) => parent === pid);
const windowOf = (shell: ChildProcess) => childrenOf(shell.pid ?? 0).find(({ command }) => command.includes('window-process'));
const vaultOf = (shell: ChildProcess) => childrenOf(shell.pid ?? 0).find(({ command }) => command.includes('vault-process'));
const browserOf = (shell: ChildProcess) => childrenOf(windowOf(shell)?.pid ?? -1)[0];
const rendererOf = (shell: ChildProcess) => {
  const profile = /--user-data-dir=(\S+)/.exec(browserOf(shell)?.command ?? '')?.[1];
  return processes().find(({ command }) => profile && command.includes(profile) && command.includes('--type=renderer'));
};

const started: { shell: ChildProcess; folder: string }[] = [];

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-person-'));
  const run = join(import.meta.dirname, 'run.ts');
  const shell = spawn(process.execPath, [run, '--headless', `--data=${join(folder, 'practice')}`], {
    env: { ...process.env, STILLPOINT_TRIAL_ROOT: makeTrialRoot(folder) },
    stdio: 'inherit',
  });
  started.push({ shell, folder });
  await pageIn(folder);
  return { shell, folder };
}

test.afterEach(async () => {
  for (const { shell, folder } of started.splice(0)) {
    if (shell.exitCode === null && shell.signalCode === null) {
      shell.kill('SIGKILL');
      await once(shell, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
});

const alive = (pids: readonly (number | undefined)[]) => pids.map((pid) => pid !== undefined && isRunning(pid));
/** A process that has ended but was not waited for still has an id, and no command. */
const isRunning = (pid: number) => processes().some((own) => own.pid === pid);

/** The trial's page leaves a mark as soon as it has reached the vault process. */
async function pageIn(folder: string): Promise<void> {
  const mark = join(folder, 'practice', 'page-was-here');
  await expect.poll(() => existsSync(mark), { timeout: 20_000 }).toBe(true);
  rmSync(mark);
}

onLinux('a window process that is killed takes its browser with it, and a new window comes', async () => {
  const { shell, folder } = await start();
  const before = [windowOf(shell)?.pid, browserOf(shell)?.pid, rendererOf(shell)?.pid];
  const vault = vaultOf(shell)?.pid;
  expect(alive(before)).toEqual([true, true, true]);

  process.kill(before[0] as number, 'SIGKILL');
  await expect.poll(() => alive(before)).toEqual([false, false, false]);
  await pageIn(folder);
  expect(vaultOf(shell)?.pid).toBe(vault);
});

onLinux('a shell that is killed leaves no process behind', async () => {
  const { shell } = await start();
  const all = [windowOf(shell)?.pid, browserOf(shell)?.pid, rendererOf(shell)?.pid, vaultOf(shell)?.pid];
  expect(alive(all)).toEqual([true, true, true, true]);
  shell.kill('SIGKILL');
  await expect.poll(() => alive(all)).toEqual([false, false, false, false]);
});

onLinux('Ctrl+C locks and leaves neither process nor profile', async () => {
  const { shell } = await start();
  const all = [windowOf(shell)?.pid, browserOf(shell)?.pid, rendererOf(shell)?.pid, vaultOf(shell)?.pid];
  const profile = /--user-data-dir=(\S+)/.exec(browserOf(shell)?.command ?? '')?.[1] ?? '';
  expect([alive(all), existsSync(profile)]).toEqual([[true, true, true, true], true]);
  shell.kill('SIGINT');
  expect((await once(shell, 'exit'))[0]).toBe(0);
  await expect.poll(() => alive(all)).toEqual([false, false, false, false]);
  expect(existsSync(profile)).toBe(false);
});
