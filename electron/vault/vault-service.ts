import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { Refusal, Refused, type Unavailability } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Profile } from '../../shared/profile.ts';
import { instantFrom, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { Standing } from '../practice/dispatch.ts';
import type { Files } from '../practice/files.ts';
import type { DoorHandlers } from '../practice/handlers.ts';
import { type Keyholder, type OpenPractice, practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { queryLayer } from '../store/dialect.ts';
import { type FolderLock, lockFolder } from '../store/folder-lock.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import { storeProblem } from '../store/store-problem.ts';
import { attempt } from './attempts.ts';
import { doorAt, waitSeconds, writeDoor } from './door.ts';
import { keysFrom, sealDataKey } from './envelope.ts';
import { clearHeader, type Header, headerFormat, headerVersion, readHeader, writeHeader } from './header.ts';
import { keyholderOfWrap, ownerOf } from './keyholders-repository.ts';
import { codeFrom, createKeys, refuseWeak } from './keys-service.ts';
import { clearLeftovers, databaseFile, finishMaking } from './making.ts';
import { fillNewPractice } from './new-practice.ts';
import { hasRecovery, wayIn, withSecret } from './ways-in.ts';

/** What the vault is given when its process starts. */
export type VaultWorld = {
  readonly folder: string;
  readonly madeBy: Header['madeBy'];
  /** Opens practices of the other host too; for trials. */
  readonly anyHost: boolean;
  readonly demo: boolean;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly zone: Zone | null;
  readonly appVersion: string;
  readonly content: () => ClinicalContent;
  readonly files: Files;
  /** Everything is closed: the process may be ended. */
  readonly ended: () => void;
};

export type Vault = { readonly standing: () => Standing; readonly door: DoorHandlers; readonly close: () => Promise<void> };

/** The state machine around the one practice folder: no practice, locked, open; or unavailable with the reason. */
export const createVault = (world: VaultWorld): Vault => {
  let lock: FolderLock | null = null;
  let standing: Standing = { state: 'locked' };
  let header: Header | null = null;
  let closing: Promise<void> | null = null;
  let busy: Promise<unknown> = Promise.resolve();
  const now = (): string => instantFrom(world.clock());

  /** Door calls one after the other: two unlocks at once would share a delay and a connection. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(work, work);
    busy = turn.catch(() => undefined);
    return turn;
  };

  const assess = (): Standing => {
    try {
      world.content();
      mkdirSync(world.folder, { recursive: true, mode: 0o700 });
      lock ??= lockFolder(world.folder);
      clearLeftovers(world.folder);
      header = readHeader(world.folder);
      if (!header) return { state: 'no-practice' };
      if (header.madeBy !== world.madeBy && !world.anyHost) return { state: 'unavailable', problem: 'made-by-other-host' };
      finishMaking(world.folder);
      return existsSync(databaseFile(world.folder)) ? { state: 'locked' } : { state: 'unavailable', problem: 'database-missing' };
    } catch (failure) {
      return { state: 'unavailable', problem: problemOf(failure) };
    }
  };

  const opened = (database: OpenPractice['database'], auditKey: Buffer, actor: Keyholder): OpenPractice => ({
    database,
    auditKey,
    actor,
    content: world.content(),
    files: world.files,
    clock: world.clock,
    newId: world.newId,
    appVersion: world.appVersion,
    zone: world.zone,
  });

  type Entering = { readonly dataKey: Buffer; readonly header: Header; readonly action: 'unlocked' | 'recovered' };

  /** Opens with the data key, which is gone afterwards. `enter` finds who came in, and may do what must be done before they are in. */
  const openWith = async (
    { dataKey, header: key, action }: Entering,
    enter: (db: OpenPractice['database']) => Promise<Keyholder | null>,
  ): Promise<Profile> => {
    const keys = keysFrom(dataKey, key.practiceId);
    const database = queryLayer(openDatabase(databaseFile(world.folder), keys.database, { create: false }));
    keys.database.fill(0);
    try {
      await migrate(database);
      const actor = await enter(database);
      if (!actor) throw new Refused({ code: 'unavailable', reason: 'database-damaged' });
      const practice = opened(database, keys.audit, actor);
      const call = practiceFor(practice, action);
      await call.write((tx) => recordAudit(tx, call, {}));
      const profile = await getProfile(call);
      writeDoor(world.folder, { practiceName: profile.practiceName, lockedSince: null, wrongTries: 0, lastWrongTry: null });
      standing = { state: 'open', practice };
      return profile;
    } catch (failure) {
      await database.destroy();
      throw failure;
    } finally {
      dataKey.fill(0);
    }
  };

  const replaceHeader = (next: Header): void => {
    writeHeader(world.folder, next);
    header = next;
  };

  const lockedHeader = (): Header => {
    if (standing.state === 'locked' && header) return header;
    throw new Refusal('already-open');
  };

  const unlock = async ({ passphrase }: ParsedInputOf<'vault.unlock'>): Promise<Profile> => {
    const key = lockedHeader();
    const { dataKey, wrap } = await attempt(world.folder, now, 'wrong-passphrase', () => wayIn(key, 'passphrase', passphrase));
    return openWith({ dataKey, header: key, action: 'unlocked' }, (db) => keyholderOfWrap(db, wrap.id));
  };

  const recover = async ({ code, passphrase }: ParsedInputOf<'vault.recover'>): Promise<Profile> => {
    const key = lockedHeader();
    const typed = codeFrom(code);
    refuseWeak(passphrase, 'passphrase');
    const { dataKey } = await attempt(world.folder, now, 'wrong-recovery-code', () => wayIn(key, 'recovery', typed));
    return openWith({ dataKey, header: key, action: 'recovered' }, async (db) => {
      const owner = await ownerOf(db);
      if (owner) replaceHeader(await withSecret(key, dataKey, 'passphrase', owner.wrapId, passphrase));
      return owner;
    });
  };

  const create = async ({ passphrase, profile }: ParsedInputOf<'vault.create'>): Promise<Profile> => {
    if (standing.state !== 'no-practice') throw new Refusal('practice-exists');
    refuseWeak(passphrase, 'passphrase');
    const binding = { format: headerFormat, version: headerVersion, practiceId: world.newId() } as const;
    const dataKey = randomBytes(32);
    const wrap = await sealDataKey(dataKey, passphrase, world.newId(), binding);
    const owner = { id: world.newId(), name: profile.practitionerName, role: 'owner', wrapId: wrap.id } as const;
    clearHeader(world.folder);
    await fillNewPractice({ folder: world.folder, keys: keysFrom(dataKey, binding.practiceId), owner, profile, opened });
    replaceHeader({ ...binding, madeBy: world.madeBy, generation: 1, wraps: [wrap] });
    finishMaking(world.folder);
    standing = { state: 'locked' };
    return openWith({ dataKey, header: lockedHeader(), action: 'unlocked' }, (db) => keyholderOfWrap(db, wrap.id));
  };

  const keys = createKeys({
    folder: world.folder,
    now,
    header: () => header ?? lockedHeader(),
    replace: replaceHeader,
    practice: () => {
      if (standing.state !== 'open') throw new Refused({ code: 'locked' });
      return standing.practice;
    },
  });

  const letGo = (): void => {
    lock?.release();
    lock = null;
    world.ended();
  };

  const note = async (practice: OpenPractice): Promise<void> => {
    const call = practiceFor(practice, 'locked');
    const { practiceName } = await getProfile(call);
    await call.write((tx) => recordAudit(tx, call, {}));
    writeDoor(world.folder, { practiceName, lockedSince: now(), wrongTries: 0, lastWrongTry: null });
  };

  /** Locks whatever the disk says: the failure to write it down is told, and everything is let go all the same. */
  const closeNow = async (): Promise<void> => {
    if (standing.state !== 'open') return letGo();
    const { practice } = standing;
    standing = { state: 'locked' };
    try {
      await note(practice);
    } finally {
      await practice.database.destroy();
      practice.auditKey.fill(0);
      letGo();
    }
  };

  /** Asked twice (the person and the shell), it closes once. */
  const close = (): Promise<void> => {
    closing ??= closeNow().finally(() => {
      closing = null;
    });
    return closing;
  };

  const status = async (): Promise<OutputOf<'vault.status'>> => {
    if (standing.state === 'unavailable') standing = assess();
    const door = doorAt(world.folder, now());
    return {
      state: standing.state,
      problem: standing.state === 'unavailable' ? standing.problem : null,
      practiceName: door.practiceName || null,
      lockedSince: standing.state === 'locked' ? door.lockedSince : null,
      waitSeconds: standing.state === 'locked' ? waitSeconds(door, now()) : 0,
      hasRecoveryKit: hasRecovery(header),
      demo: world.demo,
      appVersion: world.appVersion,
    };
  };

  standing = assess();
  return {
    standing: () => standing,
    close,
    door: {
      'vault.status': () => inTurn(status),
      'vault.create': (input) => inTurn(() => create(input)),
      'vault.unlock': (input) => inTurn(() => unlock(input)),
      'vault.recover': (input) => inTurn(() => recover(input)),
      'vault.changePassphrase': (input) => inTurn(() => keys.changePassphrase(input)),
      'vault.makeRecoveryKit': (input) => inTurn(() => keys.makeRecoveryKit(input)),
      'vault.chooseRecoveryKitFile': () => keys.chooseRecoveryKitFile(),
      'vault.saveRecoveryKit': (input) => inTurn(() => keys.saveRecoveryKit(input)),
      'vault.lock': async () => {
        await close();
        return {};
      },
    },
  };
};

const problemOf = (failure: unknown): Unavailability => {
  if (failure instanceof Refused && failure.error.code === 'unavailable') return failure.error.reason;
  return storeProblem(failure) ?? 'folder-read-only';
};
