import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { Refusal, Refused, type Unavailability } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Profile } from '../../shared/profile.ts';
import { instantFrom, type Zone } from '../../shared/time.ts';
import { passphraseProblem } from '../../shared/vault.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { Standing } from '../practice/dispatch.ts';
import type { Files } from '../practice/files.ts';
import type { DoorHandlers } from '../practice/handlers.ts';
import { type Keyholder, type OpenPractice, practiceFor } from '../practice/practice.ts';
import { getProfile, startProfile } from '../practice/profile-service.ts';
import { queryLayer } from '../store/dialect.ts';
import { type FolderLock, lockFolder } from '../store/folder-lock.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import { storeProblem } from '../store/store-problem.ts';
import { doorAt, waitSeconds, writeDoor } from './door.ts';
import { keysFrom, openDataKey, sealDataKey } from './envelope.ts';
import { clearHeader, type Header, headerFormat, headerVersion, readHeader, writeHeader } from './header.ts';
import { insertKeyholder, keyholderOfWrap } from './keyholders-repository.ts';
import { clearLeftovers, clearMaking, databaseFile, finishMaking, makingFile } from './making.ts';

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

  const openWith = async (dataKey: Buffer, practiceId: string, wrapId: string): Promise<Profile> => {
    const keys = keysFrom(dataKey, practiceId);
    dataKey.fill(0);
    const database = queryLayer(openDatabase(databaseFile(world.folder), keys.database, { create: false }));
    keys.database.fill(0);
    try {
      await migrate(database);
      const actor = await keyholderOfWrap(database, wrapId);
      if (!actor) throw new Refused({ code: 'unavailable', reason: 'database-damaged' });
      const practice = opened(database, keys.audit, actor);
      const call = practiceFor(practice, 'unlocked');
      await call.write((tx) => recordAudit(tx, call, {}));
      const profile = await getProfile(call);
      writeDoor(world.folder, { practiceName: profile.practiceName, lockedSince: null, wrongTries: 0, lastWrongTry: null });
      standing = { state: 'open', practice };
      return profile;
    } catch (failure) {
      await database.destroy();
      throw failure;
    }
  };

  const unlock = async ({ passphrase }: ParsedInputOf<'vault.unlock'>): Promise<Profile> => {
    if (standing.state !== 'locked' || !header) throw new Refusal('already-open');
    const door = doorAt(world.folder, now());
    const wait = waitSeconds(door, now());
    if (wait > 0) throw new Refusal('wait-before-next-try', { seconds: wait });
    for (const wrap of header.wraps) {
      const dataKey = await openDataKey(wrap, passphrase, header);
      if (dataKey) return openWith(dataKey, header.practiceId, wrap.id);
    }
    const wrong = { ...door, wrongTries: door.wrongTries + 1, lastWrongTry: now() };
    writeDoor(world.folder, wrong);
    throw new Refusal('wrong-passphrase', { seconds: waitSeconds(wrong, now()) });
  };

  const create = async ({ passphrase, profile }: ParsedInputOf<'vault.create'>): Promise<Profile> => {
    if (standing.state !== 'no-practice') throw new Refusal('practice-exists');
    const problem = passphraseProblem(passphrase);
    if (problem) throw new Refused({ code: 'invalid', issues: [{ path: ['passphrase'], problem }] });
    const binding = { format: headerFormat, version: headerVersion, practiceId: world.newId() };
    const dataKey = randomBytes(32);
    const wrap = await sealDataKey(dataKey, passphrase, world.newId(), binding);
    clearHeader(world.folder);
    await fillMaking(
      world,
      keysFrom(dataKey, binding.practiceId),
      { id: world.newId(), name: profile.practitionerName, role: 'owner', wrapId: wrap.id },
      profile,
      opened,
    );
    header = { ...binding, format: headerFormat, version: headerVersion, madeBy: world.madeBy, generation: 1, wraps: [wrap] };
    writeHeader(world.folder, header);
    finishMaking(world.folder);
    standing = { state: 'locked' };
    return openWith(dataKey, header.practiceId, wrap.id);
  };

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

type Making = Keyholder & { readonly wrapId: string };

/** The new practice's database with its first rows, closed again, still under its making name. */
const fillMaking = async (
  world: VaultWorld,
  keys: ReturnType<typeof keysFrom>,
  owner: Making,
  profile: ParsedInputOf<'vault.create'>['profile'],
  opened: (database: OpenPractice['database'], auditKey: Buffer, actor: Keyholder) => OpenPractice,
): Promise<void> => {
  clearMaking(world.folder);
  const database = queryLayer(openDatabase(makingFile(world.folder), keys.database, { create: true }));
  try {
    await migrate(database);
    const call = practiceFor(opened(database, keys.audit, owner), 'practice-created');
    await call.write(async (tx) => {
      await startProfile(tx, profile);
      await insertKeyholder(tx, { ...owner, createdAt: call.now() });
      await recordAudit(tx, call, {});
    });
  } finally {
    await database.destroy();
  }
};
