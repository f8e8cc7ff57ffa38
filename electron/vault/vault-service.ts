import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { LastWord } from '../../shared/last-word.ts';
import type { Profile } from '../../shared/profile.ts';
import { instantFrom } from '../../shared/time.ts';
import { createBackups } from '../backup/backups.ts';
import type { Standing } from '../practice/dispatch.ts';
import { type OpenPractice, practiceFor } from '../practice/practice.ts';
import type { LockTrigger } from '../practice/shell-messages.ts';
import { resumeSitting } from '../sessions/sessions-service.ts';
import { type FolderLock, lockFolder } from '../store/folder-lock.ts';
import { assess } from './assess.ts';
import { closePractice } from './closing.ts';
import { doorAt } from './door.ts';
import { createEntrances } from './entrances.ts';
import { keysFrom } from './envelope.ts';
import { createEvidence } from './evidence-service.ts';
import { type Header, replaceHeader } from './header.ts';
import { createKeys } from './keys-service.ts';
import { endsBehindKey, watchRestoring } from './last-words.ts';
import { createLockedNotes } from './locked-notes.ts';
import { createLocking } from './locking-service.ts';
import { createMending } from './mending.ts';
import { createNewKey } from './new-key-service.ts';
import { type Opened, type Opening, openPractice } from './opening.ts';
import { createProbes } from './probes.ts';
import { createRescue } from './rescue.ts';
import { createSealedKeys } from './sealed-keys.ts';
import { createShownDoor } from './shown-door.ts';
import { statusOf } from './status.ts';
import { createTurns } from './turns.ts';
import { createVaultSide, resumeHandOver } from './vault-side.ts';
import type { Vault, VaultWorld } from './vault-world.ts';
import { hasRecovery } from './ways-in.ts';

/** The state machine around the one practice folder: no practice, locked, open; or unavailable with the reason. */
export const createVault = (world: VaultWorld): Vault => {
  const { folder, clock, newId, files, appVersion, zone } = world;
  let lock: FolderLock | null = null;
  let standing: Standing = { state: 'locked' };
  let header: Header | null = null;
  let headerMended = false;
  let opened: Opened | null = null;
  let closing: Promise<void> | null = null;
  let lockedAt = Number.NEGATIVE_INFINITY;
  const now = (): string => instantFrom(clock());
  const ticks = { run: newId(), now: () => Math.floor(performance.now()) };
  const lockedNotes = createLockedNotes(world);
  const sealed = createSealedKeys();
  const door = createShownDoor({ folder, now, incident: world.log.incident });

  /** Door calls one after the other: two unlocks at once would share a delay and a connection. */
  const inTurn = createTurns();
  const practice = (): OpenPractice => {
    if (standing.state !== 'open') throw new Refused({ code: 'locked' });
    return standing.practice;
  };
  const inside = (): Opened => {
    if (!opened) throw new Refused({ code: 'locked' });
    return opened;
  };

  const restoring = watchRestoring(world.log, (word) => letGo(word));
  const backups = createBackups({
    ...world,
    now,
    header: () => header,
    practice,
    isOpen: () => opened !== null,
    sealed: sealed.lend,
    inTurn,
    held: (work) => inside().layer.held(work),
    own: () => own(),
    hasKey: restoring.hasKey,
    openAs: (parts) => practiceOf(parts),
    noteFailed: lockedNotes.failedUnlock,
    lookAgain: () => lookAgain(),
  });

  const own = (): void => {
    lock ??= lockFolder(folder);
  };
  const lookAgain = (): void => {
    const before = headerMended;
    ({ standing, header, headerMended } = assess({ ...world, own, finishRestore: backups.finishRestore }));
    headerMended ||= before;
  };

  const practiceOf: Opening['practice'] = (parts) => ({
    ...parts,
    ...createVaultSide({
      ownPassphrase: (passphrase) => inTurn(() => keys.withOwnKey(passphrase, async () => undefined)),
      print: world.print,
      progress: world.progress,
      stay: (stay) => locking.stay(stay),
      ticks,
      sit: (plannedEnd) => locking.sit(plannedEnd),
      showSession: () => door.session(parts.database),
      show: door.handedOver,
    }),
    ...{ content: world.content(), files, clock, newId, appVersion, zone },
  });

  const mending = createMending({
    ...{ folder, clock, now, keys: sealed.lend, header: () => header ?? lockedHeader() },
    ...{ announce: world.announce, incident: world.log.incident },
  });

  /** Opens with the data key, which is gone afterwards. */
  const openWith = async (dataKey: Buffer, key: Header, action: Opening['action'], enter: Opening['enter']): Promise<Profile> => {
    const keys = keysFrom(dataKey, key.practiceId);
    try {
      const { beforeMigration } = backups;
      const { incident } = world.log;
      const generation = (): number => header?.generation ?? key.generation;
      opened = await openPractice({
        folder,
        clock,
        keys,
        generation,
        headerMended,
        action,
        practice: practiceOf,
        beforeMigration,
        ledger: mending.ledger,
        incident,
        enter,
      });
      sealed.keep(keys);
      mending.begin(opened);
      await locking.begin(opened.practice);
      const { draftsKept, profile } = opened;
      // What waits now still waits after a crash.
      await door.opened(opened.practice.database, { practiceName: profile.practiceName, draftsKept });
      await resumeSitting(practiceFor(opened.practice, null));
      await resumeHandOver(opened.practice);
      standing = { state: 'open', practice: opened.practice };
      world.opened();
      return profile;
    } catch (failure) {
      locking.end();
      mending.end();
      const half = opened;
      opened = null;
      sealed.forget();
      await half?.layer.database.destroy().finally(half.anchor.close).catch(world.log.incident);
      keys.audit.fill(0);
      throw endsBehindKey(world.log, 'not-opened', letGo, failure);
    } finally {
      for (const key of [keys.database, keys.anchor, dataKey]) key.fill(0);
    }
  };

  const replace = (next: Header): void => {
    replaceHeader(folder, next, world.log.incident);
    header = next;
  };
  const lockedHeader = (): Header => {
    if (standing.state === 'locked' && header) return header;
    throw new Refusal('already-open');
  };

  const { unlock, recover, create } = createEntrances({
    ...world,
    now,
    practice: practiceOf,
    lockedHeader,
    replace,
    refuseIfPractice: () => {
      if (standing.state !== 'no-practice') throw new Refusal('practice-exists');
    },
    made: () => {
      standing = { state: 'locked' };
    },
    noteFailed: lockedNotes.failedUnlock,
    copied: backups.beforeOpening,
    open: openWith,
  });

  const rescue = createRescue({
    ...{ ...world, now, practice: practiceOf, lockedHeader, copied: backups.beforeOpening, end: (word) => letGo(word) },
    ...{ noteFailed: lockedNotes.failedUnlock, noteRead: lockedNotes.readOnly },
  });
  const lookOnly = async (passphrase: string): Promise<Profile> => {
    opened = await rescue.open(passphrase);
    await locking.begin(opened.practice);
    standing = { state: 'open', practice: opened.practice };
    world.opened();
    return opened.profile;
  };

  const locking = createLocking({ practice, idleSeconds: world.idleSeconds, announce: world.announce, onIdle: world.idle });
  const cupboard = { folder, now, header: () => header ?? lockedHeader(), replace, practice };
  const keys = createKeys(cupboard);
  const newKey = createNewKey({
    ...cupboard,
    opened: inside,
    keys,
    backups,
    renewed: sealed.keep,
    clock,
    incident: world.log.incident,
    giveUp: (error) => void close(null, { kind: 'not-opened', error }).catch(world.log.incident),
  });
  const probes = createProbes(
    { folder, header: () => header, opened: inside, locking, backups, shellFacts: world.shellFacts },
    world.log.incident,
  );

  const evidence = createEvidence({ folder, opened: inside, backups, since: mending.findings, incident: world.log.incident });

  /** The process may be ended, and is not kept: what it knew goes with it, and what the person needs to hear goes on. */
  function letGo(word: LastWord | null = null, begun = performance.now()): void {
    lock?.release();
    lock = null;
    lockedAt = performance.now();
    world.ended({ milliseconds: Math.ceil(lockedAt - begun), word });
  }

  /** Locks whatever the disk says: the failure to write it down is told, and everything is let go all the same. */
  const closeNow = async (trigger: LockTrigger | null, word: LastWord | null): Promise<void> => {
    const begun = performance.now();
    locking.end();
    mending.end();
    backups.giveWay();
    if (!opened) {
      sealed.forget();
      return letGo(word, begun);
    }
    const going = opened;
    opened = null;
    standing = { state: 'locked' };
    lockedAt = Number.POSITIVE_INFINITY;
    try {
      if (!going.practice.readOnly) backups.markDue(trigger === 'window-closed' || trigger === 'quit' ? 'close' : 'lock');
      await closePractice(folder, going, { trigger: trigger ?? 'person', now });
    } finally {
      sealed.forget();
      letGo(word, begun);
    }
  };

  /** Asked twice (the person and the shell), it closes once. */
  const close = (trigger: LockTrigger | null = null, word: LastWord | null = null): Promise<void> => {
    closing ??= closeNow(trigger, word).finally(() => {
      closing = null;
    });
    return closing;
  };

  const status = async (): Promise<OutputOf<'vault.status'>> => {
    if (standing.state === 'unavailable') lookAgain();
    return statusOf({
      standing,
      door: doorAt(folder, now()),
      now: now(),
      contentProblem: world.contentProblem(),
      idleMinutes: locking.idleMinutes(),
      idleSeconds: locking.idleSeconds(),
      hasRecoveryKit: hasRecovery(header),
      demo: world.demo,
      appVersion,
    });
  };

  lookAgain();
  return {
    standing: () => standing,
    close: (trigger) => close(trigger),
    copyDue: backups.copyDue,
    tend: async () => (opened?.practice.readOnly ? undefined : backups.tend()),
    copyWaits: backups.copyWaits,
    refusedWhileLocked: () => lockedNotes.refusedCall(lockedAt),
    door: {
      'vault.status': () => inTurn(status),
      'vault.create': (input) => inTurn(() => create(input)),
      'vault.unlock': (input) => inTurn(() => (input.readOnly ? lookOnly(input.passphrase) : unlock(input))),
      'vault.salvage': (input) => inTurn(() => rescue.salvage(input)),
      'vault.recover': (input) => inTurn(() => recover(input)),
      'vault.changePassphrase': (input) => inTurn(() => keys.changePassphrase(input)),
      'vault.makeRecoveryKit': (input) => inTurn(() => keys.makeRecoveryKit(input)),
      'vault.chooseRecoveryKitFile': () => keys.chooseRecoveryKitFile(),
      'vault.saveRecoveryKit': (input) => inTurn(() => keys.saveRecoveryKit(input)),
      'vault.evidence': evidence,
      'vault.newKey': (input) => inTurn(() => newKey(input)),
      'vault.stopped': lockedNotes.stopped,
      'vault.touch': async () => locking.touch(),
      'vault.changeLocking': (input) => inTurn(() => locking.change(input)),
      'vault.lock': async () => {
        await close();
        return {};
      },
      'security.probes': probes,
      ...backups.door,
      'backup.restore': (input) => restoring.whole(() => backups.door['backup.restore'](input)),
    },
  };
};
