import { mkdirSync, rmSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Instant } from '../../shared/time.ts';
import { storeProblem } from '../store/store-problem.ts';
import { attempt } from '../vault/attempts.ts';
import { writeDoor } from '../vault/door.ts';
import { type Header, readHeader, writeHeader } from '../vault/header.ts';
import { codeFrom } from '../vault/keys-service.ts';
import { recordRestored, type Staged } from '../vault/staged-practice.ts';
import type { VaultWorld } from '../vault/vault-world.ts';
import { type WayIn, wayIn } from '../vault/ways-in.ts';
import type { BackupWorld } from './backup-world.ts';
import { copyFile, isUnreadable } from './copied-file.ts';
import type { Alive, Patience } from './folder-patience.ts';
import { replacedIn } from './kept-beside.ts';
import { type BackupFile, readManifest } from './manifest.ts';
import { keptIn, stagingIn, swapIn } from './restore-swap.ts';

type Restoring = ParsedInputOf<'backup.restore'>;
type Secret = Restoring['secret'];
type Work = { readonly alive: Alive; readonly signal: AbortSignal };
type RestoringWorld = BackupWorld & { readonly ask: Patience };

/** What is put back. What a restore replaced has no list to be compared with: there the database's own seals on its pages are the proof. */
type Source = {
  readonly path: string;
  readonly madeAt: Instant;
  readonly practiceId: string;
  /** Where it was read already. */
  readonly header?: Header;
  readonly files: readonly { readonly name: BackupFile; readonly bytes: number; readonly sha256: string | null }[];
};

/** A name is looked for in the list of the folder, never joined to it as it came. */
const found = async (folder: string, id: string, isKept: boolean): Promise<Source> => {
  const names = await readdir(folder).catch((): readonly string[] => []);
  const name = names.find((one) => one === id);
  if (name === undefined) throw new Refusal('backup-not-found');
  const path = join(folder, name);
  const read = await readManifest(path);
  if (read.kind === 'newer') throw new Refusal('backup-made-by-newer-version');
  if (read.kind === 'read') {
    const { madeAt, practiceId, files } = read.manifest;
    return { path, madeAt, practiceId, files };
  }
  const replaced = isKept ? await replacedIn(folder, name) : null;
  if (!replaced) throw new Refusal('backup-damaged');
  const { header, madeAt, files } = replaced;
  return { path, madeAt, practiceId: header.practiceId, header, files: files.map((file) => ({ ...file, sha256: null })) };
};

/** Each file is compared with the manifest while it is copied, so that what is opened is what was compared. */
const stage = async (path: string, staging: string, files: Source['files'], work: Work): Promise<void> => {
  for (const { name, bytes, sha256 } of files) {
    work.signal.throwIfAborted();
    const there = await lstat(join(path, name)).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) throw new Refusal('backup-damaged');
    const copied = await copyFile(join(path, name), join(staging, name), work);
    if (copied.bytes !== bytes || (sha256 !== null && copied.sha256 !== sha256)) throw new Refusal('backup-damaged');
  }
};

/** What a failure while restoring means to the person; the disk's own failures pass. */
const inWords = (failure: unknown): unknown => {
  if (isUnreadable(failure)) return new Refusal('backup-damaged');
  const reason = failure instanceof Refused && failure.error.code === 'unavailable' ? failure.error.reason : storeProblem(failure);
  if (reason === 'made-by-newer-version') return new Refusal('backup-made-by-newer-version');
  if (reason === 'database-damaged' || reason === 'database-missing' || reason === 'header-damaged' || reason === 'header-missing') {
    return new Refusal('backup-damaged');
  }
  return failure;
};

const secretText = ({ kind, text }: Secret): string => {
  if (kind === 'passphrase') return text;
  try {
    return codeFrom(text);
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.error.code !== 'invalid') throw failure;
    const issues = failure.error.issues.map((issue) => ({ ...issue, path: ['secret', 'text', ...issue.path.slice(1)] }));
    throw new Refused({ code: 'invalid', issues });
  }
};

const headerOf = (staging: string, source: Source, { madeBy, anyHost }: Pick<VaultWorld, 'madeBy' | 'anyHost'>): Header => {
  const { practiceId } = source;
  const header = source.header ?? readHeader(staging);
  if (header?.practiceId !== practiceId) throw new Refusal('backup-damaged');
  if (header.madeBy !== madeBy && !anyHost) throw new Refused({ code: 'unavailable', reason: 'made-by-other-host' });
  // A backup holds it once; a practice keeps it twice.
  writeHeader(staging, header);
  return header;
};

const enter = (world: BackupWorld, header: Header, kind: Secret['kind'], text: string): Promise<WayIn> => {
  const { folder, now } = world;
  return attempt({ folder, now, wrong: 'backup-not-opened', noteWrong: async () => world.noteFailed() }, () => wayIn(header, kind, text));
};

/** The practice of the backup, whole and proven under the staging folder, with the entry that says who restored it. */
const stagePractice = async (world: RestoringWorld, folder: string, { id, secret }: Restoring): Promise<Staged> => {
  const text = secretText(secret);
  const source = await world.ask({ folder, work: () => found(folder, id, folder === keptIn(world.folder)) });
  const present = world.header();
  if (present && present.practiceId !== source.practiceId) throw new Refusal('backup-of-another-practice');
  const staging = stagingIn(world.folder);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  const [headers, others] = [true, false].map((wanted) => source.files.filter(({ name }) => (name === 'practice.header.json') === wanted));
  const fetch = async (files: Source['files'] = []): Promise<void> => {
    const given = new AbortController();
    const work = (alive: Alive): Promise<void> => stage(source.path, staging, files, { alive, signal: given.signal });
    // What a silent folder hands over later must not meet the next restore.
    await world.ask({ folder, work }).finally(() => given.abort());
  };
  await fetch(headers);
  const header = headerOf(staging, source, world);
  const way = await enter(world, header, secret.kind, text);
  world.hasKey(source.madeAt);
  try {
    await fetch(others);
    const { clock, openAs, log } = world;
    return await recordRestored({ folder: staging, clock, practice: openAs, incident: log.incident }, way, header);
  } finally {
    way.dataKey.fill(0);
  }
};

/** The practice is there whether or not its name can be written at the door. */
const showAtDoor = ({ folder, now, log }: BackupWorld, staged: Staged): void => {
  try {
    writeDoor(folder, { ...staged, lockedSince: now(), wrongTries: 0, lastWrongTry: null, handedOver: false });
  } catch (failure) {
    log.incident(failure);
  }
};

/**
 * Puts a backup in the place of what lies here. Everything that can be wrong with it is found while the practice that lies here is untouched.
 * @throws Refusal backup-not-found, -damaged, -of-another-practice, -made-by-newer-version, -not-opened, wait-before-next-try; Refused
 * unavailable where the practice's own disk fails
 */
export const restoreBackup = async (world: RestoringWorld, folder: string, restoring: Restoring): Promise<void> => {
  world.own();
  try {
    const staged = await stagePractice(world, folder, restoring);
    swapIn(world.folder, world.now());
    showAtDoor(world, staged);
  } catch (failure) {
    throw inWords(failure);
  } finally {
    world.lookAgain();
  }
};
