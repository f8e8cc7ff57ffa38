import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
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
import { type Manifest, readManifest } from './manifest.ts';
import { stagingIn, swapIn } from './restore-swap.ts';

type Restoring = ParsedInputOf<'backup.restore'>;
type Secret = Restoring['secret'];

/** A name is looked for in the list of the folder, never joined to it as it came. */
const found = async (folder: string, id: string): Promise<{ readonly path: string; readonly manifest: Manifest }> => {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    throw new Refusal('backup-not-found');
  }
  const name = names.find((one) => one === id);
  if (name === undefined) throw new Refusal('backup-not-found');
  const read = await readManifest(join(folder, name));
  if (read.kind === 'none') throw new Refusal('backup-damaged');
  if (read.kind === 'newer') throw new Refusal('backup-made-by-newer-version');
  return { path: join(folder, name), manifest: read.manifest };
};

/** Each file is compared with the manifest while it is copied, so that what is opened is what was compared. */
const stage = async (path: string, staging: string, files: Manifest['files']): Promise<void> => {
  for (const { name, bytes, sha256 } of files) {
    const there = await lstat(join(path, name)).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) throw new Refusal('backup-damaged');
    const copied = await copyFile(join(path, name), join(staging, name));
    if (copied.bytes !== bytes || copied.sha256 !== sha256) throw new Refusal('backup-damaged');
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

const headerOf = (staging: string, { practiceId }: Manifest, { madeBy, anyHost }: Pick<VaultWorld, 'madeBy' | 'anyHost'>): Header => {
  const header = readHeader(staging);
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
const stagePractice = async (world: BackupWorld, folder: string, { id, secret }: Restoring): Promise<Staged> => {
  const text = secretText(secret);
  const { path, manifest } = await found(folder, id);
  const present = world.header();
  if (present && present.practiceId !== manifest.practiceId) throw new Refusal('backup-of-another-practice');
  const staging = stagingIn(world.folder);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  const [headers, others] = [true, false].map((wanted) =>
    manifest.files.filter(({ name }) => (name === 'practice.header.json') === wanted),
  );
  await stage(path, staging, headers ?? []);
  const header = headerOf(staging, manifest, world);
  const way = await enter(world, header, secret.kind, text);
  try {
    await stage(path, staging, others ?? []);
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
export const restoreBackup = async (world: BackupWorld, folder: string, restoring: Restoring): Promise<void> => {
  world.own();
  try {
    const { practiceName, draftsKept } = await stagePractice(world, folder, restoring);
    swapIn(world.folder, world.now());
    showAtDoor(world, { practiceName, draftsKept });
  } catch (failure) {
    throw inWords(failure);
  } finally {
    world.lookAgain();
  }
};
