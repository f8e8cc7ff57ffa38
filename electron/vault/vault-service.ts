import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { LastWord } from '../../shared/last-word.ts';
import type { Profile } from '../../shared/profile.ts';
import { instantFrom } from '../../shared/time.ts';
import { createBackups } from '../backup/backups.ts';
import type { Standing } from '../practice/dispatch.ts';
import type { OpenPractice } from '../practice/practice.ts';
import { type FolderLock, lockFolder } from '../store/folder-lock.ts';
import { assess } from './assess.ts';
import { createClosing } from './closing.ts';
import { doorAt } from './door.ts';
import { createEntrances } from './entrances.ts';
import { createEvidence } from './evidence-service.ts';
import { createForgetting } from './forgetting.ts';
import { type Header, replaceHeader } from './header.ts';
import { createKeys } from './keys-service.ts';
import { watchRestoring } from './last-words.ts';
import { createLockedNotes } from './locked-notes.ts';
import { createLocking } from './locking-service.ts';
import { createMending } from './mending.ts';
import { createNewKey } from './new-key-service.ts';
import { createOpener } from './opener.ts';
import type { Opened, Opening } from './opening.ts';
import { createProbes } from './probes.ts';
import { createRescue } from './rescue.ts';
import { createSealedKeys } from './sealed-keys.ts';
import { createShownDoor } from './shown-door.ts';
import { statusOf } from './status.ts';
import { createTurns } from './turns.ts';
import { createVaultSide } from './vault-side.ts';
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
  let lockedAt = Number.NEGATIVE_INFINITY;
  const now = (): string => instantFrom(clock());
  const ticks = { run: newId(), now: () => Math.floor(performance.now()) };
  const lockedNotes = createLockedNotes(world);
  const sealed = createSealedKeys();
  const door = createShownDoor({ folder, now, incident: world.log.incident });

  /** Door calls one after the other: two unlocks at once would share a delay and a connection. */
  const inTurn = createTurns();
  const forgetting = createForgetting(() => void inTurn(async () => (opened || lock === null ? undefined : letGo())));
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
    open: (...way) => openWith(...way),
  });

  const rescue = createRescue({
    ...{ ...world, now, practice: practiceOf, lockedHeader, copied: backups.beforeOpening, end: (word) => letGo(word) },
    ...{ noteFailed: lockedNotes.failedUnlock, noteRead: lockedNotes.readOnly },
  });
  const lookOnly = async (passphrase: string): Promise<Profile> => {
    opened = await rescue.open(passphrase);
    await locking.begin(opened.practice);
    standing = { state: 'open', practice: opened.practice };
    forgetting.not();
    world.opened();
    return opened.profile;
  };

  const locking = createLocking({ practice, idleSeconds: world.idleSeconds, announce: world.announce, onIdle: world.idle });
  const openWith = createOpener({
    ...{ ...world, practice: practiceOf, backups, mending, sealed, locking, door, header: () => header, headerMended: () => headerMended },
    hold: (held) => {
      opened = held;
    },
    stands: ({ practice: open }) => {
      standing = { state: 'open', practice: open };
      forgetting.not();
    },
    letGo: (word) => letGo(word),
  });
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
    forgetting.not();
    lock?.release();
    lock = null;
    lockedAt = performance.now();
    world.ended({ milliseconds: Math.ceil(lockedAt - begun), word });
  }

  const close = createClosing({
    ...{ folder, now, backups, locking, mending, sealed, letGo },
    take: () => {
      const going = opened;
      opened = null;
      if (!going) return null;
      standing = { state: 'locked' };
      lockedAt = Number.POSITIVE_INFINITY;
      return going;
    },
  });

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
      'backup.rehearse': (input) =>
        forgetting.looking(input.secret !== null && opened === null, () => backups.door['backup.rehearse'](input)),
      'backup.restore': (input) => restoring.whole(() => backups.door['backup.restore'](input)),
    },
  };
};
