import { existsSync, mkdirSync } from 'node:fs';
import { Refusal, Refused } from '../../shared/app-error.ts';
import { inTime } from '../practice/in-time.ts';
import { databaseFile } from '../vault/making.ts';
import { problemWith } from './backup-folder.ts';
import { changeState, type KeptState, readState } from './backup-state.ts';
import type { BackupWorld } from './backup-world.ts';
import { isUnreadable } from './copied-file.ts';
import { isSilent, type Patience } from './folder-patience.ts';
import { type CopyOrder, keylessCopy } from './keyless-copy.ts';
import { keptIn } from './restore-swap.ts';

type Reason = CopyOrder['reason'];
type Outcome = { readonly copied: true } | { readonly copied: false; readonly problem: KeptState['problem'] };

/** Whoever unlocks waits this long for a copy: a folder on a network may hang, and must keep nobody from their records. */
const openingPatienceMs = 20_000;

/** When a copy is made, and what is remembered of it. There is never more than one at a time. */
export const createCopying = (world: BackupWorld, ask: Patience) => {
  const { folder } = world;
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

  const copyTo = async (where: string, reason: Reason, keeps: 'last' | 'all', { signal } = stopped): Promise<void> => {
    const header = world.header();
    if (!header) throw new Refusal('no-practice');
    const { appVersion } = world;
    const order = { practice: folder, folder: where, header, reason, madeAt: world.now(), appVersion, signal, keeps };
    await ask({ folder: where, work: (alive) => keylessCopy({ ...order, alive }), signal });
  };

  /** A folder that failed may hang when it is asked why. */
  const problemOf = (failure: unknown, where: string): Promise<NonNullable<KeptState['problem']>> =>
    ask({ folder: where, work: () => problemWith(failure, where) }).catch(() => 'disk-failing');

  /** It ends at its next step without a name; nobody need wait for that, since a folder that hangs may never let it take one. */
  const giveUp = (): void => {
    stopped.abort();
    stopped = new AbortController();
  };

  /** One that was given up is no problem: it still waits. */
  const tried = async (where: string, reason: Reason): Promise<Outcome> => {
    const begun = stopped;
    try {
      await copyTo(where, reason, 'last', begun);
      remember({ due: null, problem: null, problemAt: null });
      return { copied: true };
    } catch (failure) {
      if (begun.signal.aborted) return { copied: false, problem: null };
      world.log.incident(failure);
      if (isSilent(failure)) giveUp();
      const problem = await problemOf(failure, where);
      remember({ problem, problemAt: world.now() });
      return { copied: false, problem };
    }
  };

  const asked = async (where: string): Promise<Outcome> => {
    let outcome: Outcome = { copied: false, problem: null };
    await world.held(async () => {
      outcome = await tried(where, 'asked');
    });
    return outcome;
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

  const due = (): Promise<void> => {
    waited ??= copyWaiting().finally(() => {
      waited = null;
    });
    return waited;
  };

  return {
    waits,
    markDue: (reason: 'lock' | 'close'): void => {
      if (readState(folder).folder !== null) remember({ due: reason });
    },
    due,
    beforeOpening: async (): Promise<void> => {
      await inTime(
        due().then(() => ({})),
        openingPatienceMs,
      );
      giveUp();
    },
    /** Now, of the open practice. @throws Refusal backup-not-written */
    now: async (): Promise<void> => {
      const where = readState(folder).folder;
      if (where === null) throw new Refusal('no-backup-folder');
      const outcome = await asked(where);
      if (outcome.copied) return;
      throw outcome.problem ? new Refusal('backup-not-written', { problem: outcome.problem }) : new Refused({ code: 'locked' });
    },
    giveUp,
    beforeMigration: async (): Promise<void> => {
      const where = readState(folder).folder;
      if (where !== null && (await inTime(tried(where, 'migration'), openingPatienceMs))?.copied) return;
      giveUp();
      mkdirSync(keptIn(folder), { recursive: true, mode: 0o700 });
      // Nothing that lies there is ever deleted, and nobody has looked whether the new copy opens.
      await copyTo(keptIn(folder), 'migration', 'all').catch((failure: unknown) => {
        throw isUnreadable(failure) ? (failure as Error).cause : failure;
      });
    },
  };
};
