import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'stillpoint-host-';

/** In memory where the system has such a place: a browser profile there never reaches the disk. */
const base = process.platform === 'linux' && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const made = new Set<string>();
process.once('exit', () => [...made].forEach(removeFolder));

/**
 * A folder only this user can enter (0700), gone at exit. A process that was killed cannot tidy up,
 * so each start removes what dead processes left.
 */
export function makePrivateFolder(): string {
  removeAbandoned();
  const folder = mkdtempSync(join(base, `${prefix}${process.pid}-`));
  made.add(folder);
  return folder;
}

/** A dying browser may still write a last file; hence the retries. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
  made.delete(folder);
}

function removeAbandoned(): void {
  for (const name of readdirSync(base)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(join(base, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where a local socket of this name is reached; Windows has a namespace of its own for them. */
export function socketPath(folder: string, name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${prefix}${name}` : join(folder, name);
}
