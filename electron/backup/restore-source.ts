import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Instant } from '../../shared/time.ts';
import { storeProblem } from '../store/store-problem.ts';
import { type Header, readHeader, writeHeader } from '../vault/header.ts';
import { codeFrom } from '../vault/keys-service.ts';
import type { VaultWorld } from '../vault/vault-world.ts';
import { copyFile, isUnreadable } from './copied-file.ts';
import type { Alive } from './folder-patience.ts';
import { replacedIn } from './kept-beside.ts';
import { type BackupFile, databaseHash, readManifest } from './manifest.ts';

type Secret = ParsedInputOf<'backup.restore'>['secret'];
type Work = { readonly alive: Alive; readonly signal: AbortSignal };

/** What is put back. What a restore replaced has no list to be compared with: there the database's own seals on its pages are the proof. */
export type Source = {
  readonly path: string;
  readonly madeAt: Instant;
  readonly practiceId: string;
  /** Of its database; empty where there is no list. */
  readonly sha256: string;
  /** Where it was read already. */
  readonly header?: Header;
  readonly files: readonly { readonly name: BackupFile; readonly bytes: number; readonly sha256: string | null }[];
};

/** A name is looked for in the list of the folder, never joined to it as it came. */
export const found = async (folder: string, id: string, isKept: boolean): Promise<Source> => {
  const names = await readdir(folder).catch((): readonly string[] => []);
  const name = names.find((one) => one === id);
  if (name === undefined) throw new Refusal('backup-not-found');
  const path = join(folder, name);
  const read = await readManifest(path);
  if (read.kind === 'newer') throw new Refusal('backup-made-by-newer-version');
  if (read.kind === 'read') {
    const { madeAt, practiceId, files } = read.manifest;
    return { path, madeAt, practiceId, files, sha256: databaseHash(read.manifest) };
  }
  const replaced = isKept ? await replacedIn(folder, name) : null;
  if (!replaced) throw new Refusal('backup-damaged');
  const { header, madeAt, files } = replaced;
  return { path, madeAt, practiceId: header.practiceId, sha256: '', header, files: files.map((file) => ({ ...file, sha256: null })) };
};

/** Each file is compared with the manifest while it is copied, so that what is opened is what was compared. */
export const stage = async (path: string, staging: string, files: Source['files'], work: Work): Promise<void> => {
  for (const { name, bytes, sha256 } of files) {
    work.signal.throwIfAborted();
    const there = await lstat(join(path, name)).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) throw new Refusal('backup-damaged');
    const copied = await copyFile(join(path, name), join(staging, name), work);
    if (copied.bytes !== bytes || (sha256 !== null && copied.sha256 !== sha256)) throw new Refusal('backup-damaged');
  }
};

/** What a failure while restoring means to the person; the disk's own failures pass. */
export const inWords = (failure: unknown): unknown => {
  if (isUnreadable(failure)) return new Refusal('backup-damaged');
  const reason = failure instanceof Refused && failure.error.code === 'unavailable' ? failure.error.reason : storeProblem(failure);
  if (reason === 'made-by-newer-version') return new Refusal('backup-made-by-newer-version');
  if (reason === 'database-damaged' || reason === 'database-missing' || reason === 'header-damaged' || reason === 'header-missing') {
    return new Refusal('backup-damaged');
  }
  return failure;
};

export const secretText = ({ kind, text }: Secret): string => {
  if (kind === 'passphrase') return text;
  try {
    return codeFrom(text);
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.error.code !== 'invalid') throw failure;
    const issues = failure.error.issues.map((issue) => ({ ...issue, path: ['secret', 'text', ...issue.path.slice(1)] }));
    throw new Refused({ code: 'invalid', issues });
  }
};

export const headerOf = (staging: string, source: Source, { madeBy, anyHost }: Pick<VaultWorld, 'madeBy' | 'anyHost'>): Header => {
  const { practiceId } = source;
  const header = source.header ?? readHeader(staging);
  if (header?.practiceId !== practiceId) throw new Refusal('backup-damaged');
  if (header.madeBy !== madeBy && !anyHost) throw new Refused({ code: 'unavailable', reason: 'made-by-other-host' });
  // A backup holds it once; a practice keeps it twice.
  writeHeader(staging, header);
  return header;
};
