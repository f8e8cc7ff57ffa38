import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, Refused } from '../../shared/app-error.ts';
import { makeFolder } from '../practice/atomic-file.ts';
import { inTime } from '../practice/in-time.ts';
import { databaseFile } from '../vault/making.ts';
import { problemWith } from './backup-folder.ts';
import { changeState, type KeptState, keepProof, ownComputer, readState } from './backup-state.ts';
import type { BackupWorld } from './backup-world.ts';
import { isUnreadable } from './copied-file.ts';
import { isSilent, type Patience } from './folder-patience.ts';
import { type CopyOrder, keylessCopy, type Made } from './keyless-copy.ts';
import { keptIn } from './restore-swap.ts';
import { askSecond, problemOfSecond } from './second-process.ts';

type Reason = CopyOrder['reason'];
type Outcome = { readonly copied: true } | { readonly copied: false; readonly problem: KeptState['problem'] };

/** Whoever unlocks waits this long for a copy: a folder on a network may hang, and must keep nobody from their records. */
const openingPatienceMs = 20_000;

/** Where the second process puts its copy before it goes to the folder; encrypted, and gone afterwards. */
const besideIn = (folder: string): string => join(folder, 'practice.copying');
export const clearBeside = (folder: string): void => rmSync(besideIn(folder), { recursive: true, force: true });

type Order = Pick<CopyOrder, 'reason' | 'keeps' | 'isKnownGood'> & { readonly from: string };

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

  const copyTo = async (where: string, order: Order, { signal } = stopped): Promise<Made> => {
    const header = world.header();
    if (!header) throw new Refusal('no-practice');
    const { from, ...rest } = order;
    const here = { ...readState(folder), header, computer: ownComputer(folder) };
    const whole = { ...rest, practice: from, folder: where, here, madeAt: world.now(), appVersion: world.appVersion, signal };
    return ask({ folder: where, work: (alive) => keylessCopy({ ...whole, alive }), signal });
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
  const tried = async (where: string, order: Order, begun = stopped): Promise<Outcome> => {
    try {
      const made = await copyTo(where, order, begun);
      if (order.isKnownGood) keepProof(folder, { ...made, at: world.now(), whole: true });
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

  /** By this process, while every save waits: where there is no room here for the second process's copy, or it came to nothing. */
  const heldCopy = async (where: string, reason: Reason): Promise<Outcome> => {
    let outcome: Outcome = { copied: false, problem: null };
    await world.held(async () => {
      outcome = await tried(where, { from: folder, reason, keeps: 'last', isKnownGood: false });
    });
    return outcome;
  };

  /** Of the open practice, by a second process that opens it beside this one, so that saves go on; opened again and compared before it is taken. */
  const besideCopy = async (where: string, reason: Reason): Promise<Outcome> => {
    const begun = stopped;
    const from = besideIn(folder);
    try {
      clearBeside(folder);
      mkdirSync(from, { mode: 0o700 });
      await askSecond(
        world.second,
        { kind: 'copy', practice: folder, staging: from, keys: world.sealed(), at: world.clock() },
        begun.signal,
      );
    } catch (failure) {
      clearBeside(folder);
      if (begun.signal.aborted) return { copied: false, problem: null };
      world.log.incident(failure);
      if (problemOfSecond(failure) === 'database-damaged') throw new Refused({ code: 'unavailable', reason: 'database-damaged' });
      return heldCopy(where, reason);
    }
    return tried(where, { from, reason, keeps: 'last', isKnownGood: true }, begun).finally(() => clearBeside(folder));
  };

  const waits = (): boolean => {
    const { due, folder: where } = readState(folder);
    return due !== null && where !== null;
  };

  const copyWaiting = async (): Promise<void> => {
    const { due, folder: where } = readState(folder);
    if (due === null || where === null || world.isOpen() || !world.header() || !existsSync(databaseFile(folder))) return;
    await tried(where, { from: folder, reason: due, keeps: 'last', isKnownGood: false });
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
    now: async (reason: 'asked' | 'daily'): Promise<void> => {
      const where = readState(folder).folder;
      if (where === null) throw new Refusal('no-backup-folder');
      const outcome = await besideCopy(where, reason);
      if (outcome.copied) return;
      throw outcome.problem ? new Refusal('backup-not-written', { problem: outcome.problem }) : new Refused({ code: 'locked' });
    },
    giveUp,
    beforeMigration: async (): Promise<void> => {
      const where = readState(folder).folder;
      if (
        where !== null &&
        (await inTime(tried(where, { from: folder, reason: 'migration', keeps: 'last', isKnownGood: false }), openingPatienceMs))?.copied
      )
        return;
      giveUp();
      makeFolder(keptIn(folder));
      // Nothing that lies there is ever deleted, and nobody has looked whether the new copy opens.
      await copyTo(keptIn(folder), { from: folder, reason: 'migration', keeps: 'all', isKnownGood: false }).catch((failure: unknown) => {
        throw isUnreadable(failure) ? (failure as Error).cause : failure;
      });
    },
  };
};

export type Copying = ReturnType<typeof createCopying>;
