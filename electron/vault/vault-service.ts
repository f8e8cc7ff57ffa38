import { existsSync, mkdirSync } from 'node:fs';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Profile } from '../../shared/profile.ts';
import { instantFrom } from '../../shared/time.ts';
import { createBackups } from '../backup/backups.ts';
import type { Standing } from '../practice/dispatch.ts';
import type { OpenPractice } from '../practice/practice.ts';
import { type FolderLock, lockFolder } from '../store/folder-lock.ts';
import { unavailabilityOf } from '../store/store-problem.ts';
import { closePractice } from './closing.ts';
import { doorAt, showDoor, waitSeconds } from './door.ts';
import { createEntrances } from './entrances.ts';
import { keysFrom } from './envelope.ts';
import { type Header, readHeader, writeHeader } from './header.ts';
import { createKeys } from './keys-service.ts';
import { writeLocked } from './locked-journal.ts';
import { createLocking } from './locking-service.ts';
import { clearLeftovers, databaseFile, finishMaking } from './making.ts';
import { clearHalfKeys, finishNewKey } from './new-key-files.ts';
import { createNewKey } from './new-key-service.ts';
import { type Opened, type Opening, openPractice } from './opening.ts';
import { createProbes } from './probes.ts';
import { createVaultSide, resumeHandOver } from './vault-side.ts';
import type { Vault, VaultWorld } from './vault-world.ts';
import { hasRecovery } from './ways-in.ts';

/** What the window had on its way when the practice locked is no knocking at the door. */
const onTheWayMs = 2_000;

/** The state machine around the one practice folder: no practice, locked, open; or unavailable with the reason. */
export const createVault = (world: VaultWorld): Vault => {
  const { folder, clock, newId, files, appVersion, zone } = world;
  let lock: FolderLock | null = null;
  let standing: Standing = { state: 'locked' };
  let header: Header | null = null;
  let opened: Opened | null = null;
  let closing: Promise<void> | null = null;
  let lockedAt = Number.NEGATIVE_INFINITY;
  let busy: Promise<unknown> = Promise.resolve();
  const now = (): string => instantFrom(clock());

  /** Door calls one after the other: two unlocks at once would share a delay and a connection. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(work, work);
    busy = turn.catch(() => undefined);
    return turn;
  };
  const practice = (): OpenPractice => {
    if (standing.state !== 'open') throw new Refused({ code: 'locked' });
    return standing.practice;
  };
  const inside = (): Opened => {
    if (!opened) throw new Refused({ code: 'locked' });
    return opened;
  };

  const backups = createBackups({
    ...world,
    now,
    header: () => header,
    practice,
    isOpen: () => opened !== null,
    inTurn,
    held: (work) => inside().layer.held(work),
    own: () => {
      lock ??= lockFolder(folder);
    },
    openAs: (parts) => practiceOf(parts),
    noteFailed: () => noteLocked('failed-unlock'),
    lookAgain: () => {
      standing = assess();
    },
  });

  const assess = (): Standing => {
    try {
      world.content();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      lock ??= lockFolder(folder);
      clearLeftovers(folder);
      backups.finishRestore();
      header = readHeader(folder);
      if (!header) return { state: 'no-practice' };
      if (header.madeBy !== world.madeBy && !world.anyHost) return { state: 'unavailable', problem: 'made-by-other-host' };
      finishMaking(folder);
      finishNewKey(folder, header);
      clearHalfKeys(folder, header);
      return existsSync(databaseFile(folder)) ? { state: 'locked' } : { state: 'unavailable', problem: 'database-missing' };
    } catch (failure) {
      return { state: 'unavailable', problem: unavailabilityOf(failure) };
    }
  };

  const practiceOf: Opening['practice'] = (parts) => ({
    ...parts,
    ...createVaultSide({
      ownPassphrase: async (passphrase) => void (await keys.ownWay(passphrase)).dataKey.fill(0),
      print: world.print,
      stay: (stay) => locking.stay(stay),
      show: (handedOver) => showDoor(folder, { ...doorAt(folder, now()), handedOver }, world.log.incident),
    }),
    content: world.content(),
    files,
    clock,
    newId,
    appVersion,
    zone,
  });

  /** Opens with the data key, which is gone afterwards. */
  const openWith = async (dataKey: Buffer, key: Header, action: Opening['action'], enter: Opening['enter']): Promise<Profile> => {
    const keys = keysFrom(dataKey, key.practiceId);
    try {
      const { beforeMigration } = backups;
      const { incident } = world.log;
      opened = await openPractice({ folder, clock, keys, action, practice: practiceOf, beforeMigration, incident, enter });
      await locking.begin(opened.practice);
      const { draftsKept, profile } = opened;
      // What waits now still waits after a crash, which writes no door.
      showDoor(
        folder,
        { practiceName: profile.practiceName, lockedSince: null, wrongTries: 0, lastWrongTry: null, draftsKept, handedOver: false },
        incident,
      );
      await resumeHandOver(opened.practice);
      standing = { state: 'open', practice: opened.practice };
      world.opened();
      return profile;
    } catch (failure) {
      locking.end();
      await opened?.layer.database.destroy();
      opened?.anchor.close();
      opened = null;
      throw failure;
    } finally {
      for (const key of [keys.database, keys.anchor, dataKey]) key.fill(0);
    }
  };

  /** Either copy on disk is enough: the newer one counts, and the other is mended from it at the next start. */
  const replaceHeader = (next: Header): void => {
    try {
      writeHeader(folder, next);
    } catch (failure) {
      if (readHeader(folder)?.generation !== next.generation) throw failure;
      world.log.incident(failure);
    }
    header = next;
  };
  const lockedHeader = (): Header => {
    if (standing.state === 'locked' && header) return header;
    throw new Refusal('already-open');
  };

  const noteLocked = (kind: 'failed-unlock' | 'refused-call'): void => {
    try {
      writeLocked(folder, { kind, at: now(), monotonic: Math.floor(performance.now()) });
    } catch (failure) {
      world.log.incident(failure);
    }
  };
  const { unlock, recover, create } = createEntrances({
    ...world,
    now,
    practice: practiceOf,
    lockedHeader,
    replace: replaceHeader,
    refuseIfPractice: () => {
      if (standing.state !== 'no-practice') throw new Refusal('practice-exists');
    },
    made: () => {
      standing = { state: 'locked' };
    },
    noteFailed: () => noteLocked('failed-unlock'),
    copied: backups.beforeOpening,
    open: openWith,
  });

  const locking = createLocking({ practice, idleSeconds: world.idleSeconds, announce: world.announce, onIdle: world.idle });
  const cupboard = { folder, now, header: () => header ?? lockedHeader(), replace: replaceHeader, practice };
  const keys = createKeys(cupboard);
  const newKey = createNewKey({ ...cupboard, opened: inside, keys, backups, clock, giveUp: () => void close() });
  const probes = createProbes(
    { folder, header: () => header, opened: inside, locking, backups, shellFacts: world.shellFacts },
    world.log.incident,
  );

  const letGo = (): void => {
    lock?.release();
    lock = null;
    lockedAt = performance.now();
    world.ended();
  };

  /** Locks whatever the disk says: the failure to write it down is told, and everything is let go all the same. */
  const closeNow = async (trigger: Parameters<Vault['close']>[0]): Promise<void> => {
    locking.end();
    backups.giveWay();
    if (!opened) return letGo();
    const going = opened;
    opened = null;
    standing = { state: 'locked' };
    lockedAt = Number.POSITIVE_INFINITY;
    try {
      backups.markDue(trigger === 'window-closed' || trigger === 'quit' ? 'close' : 'lock');
      await closePractice(folder, going, { trigger: trigger ?? 'person', now });
    } finally {
      letGo();
    }
  };

  /** Asked twice (the person and the shell), it closes once. */
  const close: Vault['close'] = (trigger = null) => {
    closing ??= closeNow(trigger).finally(() => {
      closing = null;
    });
    return closing;
  };

  const status = async (): Promise<OutputOf<'vault.status'>> => {
    if (standing.state === 'unavailable') standing = assess();
    const door = doorAt(folder, now());
    const isLocked = standing.state === 'locked';
    return {
      state: standing.state === 'open' && standing.practice.handOver.current() ? 'handed-over' : standing.state,
      problem: standing.state === 'unavailable' ? standing.problem : null,
      practiceName: door.practiceName || null,
      lockedSince: isLocked ? door.lockedSince : null,
      waitSeconds: isLocked ? waitSeconds(door, now()) : 0,
      hasRecoveryKit: hasRecovery(header),
      draftsKept: isLocked && door.draftsKept,
      handedOver: standing.state === 'open' ? standing.practice.handOver.current() !== null : isLocked && door.handedOver,
      contentProblem: world.contentProblem(),
      idleMinutes: locking.idleMinutes(),
      evidence: opened?.practice.anchor.opening ?? null,
      demo: world.demo,
      appVersion,
    };
  };

  standing = assess();
  return {
    standing: () => standing,
    close,
    copyDue: backups.copyDue,
    copyWaits: backups.copyWaits,
    refusedWhileLocked: () => {
      if (performance.now() - lockedAt > onTheWayMs) noteLocked('refused-call');
    },
    door: {
      'vault.status': () => inTurn(status),
      'vault.create': (input) => inTurn(() => create(input)),
      'vault.unlock': (input) => inTurn(() => unlock(input)),
      'vault.recover': (input) => inTurn(() => recover(input)),
      'vault.changePassphrase': (input) => inTurn(() => keys.changePassphrase(input)),
      'vault.makeRecoveryKit': (input) => inTurn(() => keys.makeRecoveryKit(input)),
      'vault.chooseRecoveryKitFile': () => keys.chooseRecoveryKitFile(),
      'vault.saveRecoveryKit': (input) => inTurn(() => keys.saveRecoveryKit(input)),
      'vault.newKey': (input) => inTurn(() => newKey(input)),
      'vault.touch': async () => locking.touch(),
      'vault.changeLocking': (input) => inTurn(() => locking.change(input)),
      'vault.lock': async () => {
        await close();
        return {};
      },
      'security.probes': probes,
      ...backups.door,
    },
  };
};
