import { type FSWatcher, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './private-folder.ts';

/**
 * One running application for each `userData`, decided at once as Electron's is: a folder there with the owner's
 * process id. A second start leaves a knock beside it, which the owner is watching for.
 */
export function takeInstance(userData: string, onSecond: () => void): { release(): void } | null {
  const folder = join(userData, 'instance');
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const ownerFile = join(folder, 'owner');
  if (!claim(ownerFile)) {
    writeFileSync(join(folder, 'knock'), String(process.pid));
    return null;
  }
  const watcher: FSWatcher = watch(folder, (_event, name) => {
    if (name === 'knock' && takeKnock(folder)) onSecond();
  });
  return {
    release() {
      watcher.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** True when this process is now the owner; an owner that is no longer alive is replaced. */
function claim(ownerFile: string): boolean {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      writeFileSync(ownerFile, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isOurs(Number(readFileSync(ownerFile, 'utf8')))) return false;
      rmSync(ownerFile, { force: true });
    }
  }
  return false;
}

/** Process ids are used again; where the system says what a process runs, a stranger does not count. */
function isOurs(pid: number): boolean {
  if (!pid || !isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('host/run.ts');
}

function takeKnock(folder: string): boolean {
  try {
    rmSync(join(folder, 'knock'));
    return true;
  } catch {
    return false;
  }
}
