import { existsSync, mkdirSync } from 'node:fs';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { Backup } from '../../shared/backup.ts';
import { databaseFile } from '../vault/making.ts';
import { problemWith } from './backup-folder.ts';
import { changeState, type KeptState, readState } from './backup-state.ts';
import type { BackupWorld } from './backup-world.ts';
import { isUnreadable } from './copied-file.ts';
import { keylessCopy } from './keyless-copy.ts';
import { keptIn } from './restore-swap.ts';

type Problem = NonNullable<KeptState['problem']>;

/** When a copy is made, and what is remembered of it. There is never more than one at a time. */
export const createCopying = (world: BackupWorld) => {
  const { folder } = world;
  let running: Promise<unknown> = Promise.resolve();
  let waited: Promise<void> | null = null;
  let stopped = new AbortController();

  const remember = (change: Parameters<typeof changeState>[1]): void => {
    try {
      changeState(folder, change);
    } catch (failure) {
      world.log.incident(failure);
    }
    world.announce(['backups']);
  };

  const copyTo = async (where: string, reason: Backup['reason'], { signal } = stopped): Promise<void> => {
    const header = world.header();
    if (!header) throw new Refusal('no-practice');
    const { appVersion } = world;
    const copy = keylessCopy({ practice: folder, folder: where, header, reason, madeAt: world.now(), appVersion, signal });
    running = copy.catch(() => undefined);
    await copy;
  };

  /** Null when it went well. One that was given up is no problem: it still waits. */
  const tried = async (where: string, reason: Backup['reason']): Promise<Problem | 'given-up' | null> => {
    const begun = stopped;
    try {
      await copyTo(where, reason, begun);
      remember({ due: null, problem: null, problemAt: null });
      return null;
    } catch (failure) {
      if (begun.signal.aborted) return 'given-up';
      world.log.incident(failure);
      const problem = problemWith(failure, where);
      remember({ problem, problemAt: world.now() });
      return problem;
    }
  };

  const waits = (): boolean => {
    const { due, folder: where } = readState(folder);
    return due !== null && where !== null;
  };

  const copyWaiting = async (): Promise<void> => {
    const { due, folder: where } = readState(folder);
    if (due === null || where === null || world.isOpen() || !world.header() || !existsSync(databaseFile(folder))) return;
    await tried(where, due);
  };

  return {
    waits,
    markDue: (reason: 'lock' | 'close'): void => {
      if (readState(folder).folder !== null) remember({ due: reason });
    },
    due: (): Promise<void> => {
      waited ??= copyWaiting().finally(() => {
        waited = null;
      });
      return waited;
    },
    /** Now, of the open practice. @throws Refusal backup-not-written */
    now: async (): Promise<void> => {
      const where = readState(folder).folder;
      if (where === null) throw new Refusal('no-backup-folder');
      let problem: Awaited<ReturnType<typeof tried>> = null;
      await world.held(async () => {
        problem = await tried(where, 'asked');
      });
      if (problem === 'given-up') throw new Refused({ code: 'locked' });
      if (problem) throw new Refusal('backup-not-written', { problem });
    },
    /** Gives the running copy up; resolves when nothing of it runs any more. */
    stop: async (): Promise<void> => {
      stopped.abort();
      stopped = new AbortController();
      await running;
    },
    beforeMigration: async (): Promise<void> => {
      const where = readState(folder).folder;
      if (where !== null && (await tried(where, 'migration')) === null) return;
      mkdirSync(keptIn(folder), { recursive: true, mode: 0o700 });
      await copyTo(keptIn(folder), 'migration').catch((failure: unknown) => {
        throw isUnreadable(failure) ? (failure as Error).cause : failure;
      });
    },
  };
};
