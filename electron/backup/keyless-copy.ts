import { statSync } from 'node:fs';
import { lstat, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Instant } from '../../shared/time.ts';
import { pastBusyBeside } from '../practice/past-busy.ts';
import { type Header, headerText } from '../vault/header.ts';
import { freeIn } from './backup-folder.ts';
import { type Here, nextNumber, unfinished } from './backup-list.ts';
import { type Copied, copyFile, hashOf, writeSynced } from './copied-file.ts';
import type { Alive } from './folder-patience.ts';
import { type BackupFile, databaseHash, type Manifest, manifestFormat, manifestName, manifestVersion } from './manifest.ts';
import { clearHalf, clearHalves, halfName, keepLast, nameOf } from './rotation.ts';

export type CopyOrder = {
  /** The practice folder, in which nothing changes meanwhile. */
  readonly practice: string;
  readonly folder: string;
  readonly here: Here & { readonly header: Header; readonly computer: string };
  readonly reason: Manifest['reason'];
  readonly madeAt: Instant;
  readonly appVersion: string;
  readonly signal: AbortSignal;
  /** Whether older copies make room for it. */
  readonly keeps: 'last' | 'all';
  /** What is copied was opened and read as a whole before. */
  readonly isKnownGood: boolean;
  readonly alive: Alive;
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** What is copied as it lies there; an empty WAL says nothing. The header comes from what was read of it, since one of its two copies may be damaged. */
const sourcesIn = (practice: string): readonly BackupFile[] =>
  (['practice.db', 'practice.db-wal', 'practice.anchor'] as const).filter((name) => sizeOf(join(practice, name)) > 0);

/** Bytes that a copy takes. */
export const bytesNeeded = (practice: string, header: Header | null): number =>
  sourcesIn(practice).reduce((sum, name) => sum + sizeOf(join(practice, name)), header ? Buffer.byteLength(headerText(header)) : 0);

const room = 1024 * 1024;

const refuseFull = async ({ practice, folder, here: { header } }: CopyOrder): Promise<void> => {
  const free = await freeIn(folder);
  if (free !== null && free < bytesNeeded(practice, header) + room) throw Object.assign(new Error('not enough room'), { code: 'ENOSPC' });
};

/** Some network folders and sticks cannot sync their list of files; a disk that fails at it is another matter. */
const syncList = async (folder: string): Promise<void> => {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  try {
    const list = await open(folder, 'r');
    await list.sync().finally(() => list.close());
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code ?? '';
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'ENOSYS'].includes(code)) throw failure;
  }
};

/** A name nothing has yet, neither finished nor unfinished: two copies in one second are two. */
const freeName = async (folder: string, practiceId: string, madeAt: Instant): Promise<string> => {
  const name = `${nameOf(practiceId)}${madeAt.slice(0, 19).replaceAll(':', '-')}Z`;
  const isThere = async (one: string): Promise<boolean> => (await lstat(join(folder, one)).catch(() => null)) !== null;
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name} ${number}`;
    if (!(await isThere(numbered)) && !(await isThere(numbered + unfinished))) return numbered;
  }
};

/** What was written must be what was read, asked of the written file itself. */
const proven = async (path: string, copied: Copied, work: Pick<CopyOrder, 'signal' | 'alive'>): Promise<Copied> => {
  const { sha256 } = await hashOf(path, work);
  if (sha256 !== copied.sha256) throw Object.assign(new Error('the copy does not hold what was read'), { code: 'EIO' });
  return copied;
};

const fill = async (half: string, number: number, order: CopyOrder): Promise<Manifest> => {
  const { practice, reason, madeAt, appVersion, signal } = order;
  const { header, computer } = order.here;
  const files: Manifest['files'] = [];
  for (const name of sourcesIn(practice)) {
    const copied = await copyFile(join(practice, name), join(half, name), order);
    files.push({ name, ...(await proven(join(half, name), copied, order)) });
  }
  const name = 'practice.header.json';
  const written = await writeSynced(join(half, name), Buffer.from(headerText(header)));
  files.push({ name, ...(await proven(join(half, name), written, order)) });
  const { practiceId, keyNumber = 1, keyId } = header;
  const about = { practiceId, keyNumber, ...(keyId && { keyId }), number, computer, madeAt, reason, appVersion };
  const manifest: Manifest = { format: manifestFormat, version: manifestVersion, ...about, files };
  await writeSynced(join(half, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  await syncList(half);
  signal.throwIfAborted();
  return manifest;
};

export type Made = { readonly id: string; readonly sha256: string };

/**
 * Copies the encrypted files, for which no key is needed, into a folder of their own that gets its name last: what has no `.partial` at its
 * end is whole. Every file is read again and compared. Gives the name. Afterwards those that are too many go.
 * @throws the disk's error; nothing half-made is left, or it is cleared before the next copy
 */
export const keylessCopy = async (order: CopyOrder): Promise<Made> => {
  const { folder, here, madeAt, keeps, alive, isKnownGood } = order;
  const { practiceId } = here.header;
  await clearHalves(folder, practiceId, here.computer);
  await refuseFull(order);
  const name = await freeName(folder, practiceId, madeAt);
  const number = await nextNumber(folder, here, alive);
  const half = join(folder, halfName(name, here.computer));
  await mkdir(half, { mode: 0o700 });
  let made: Made;
  try {
    made = { id: name, sha256: databaseHash(await fill(half, number, order)) };
    await pastBusyBeside(() => rename(half, join(folder, name)), after);
  } catch (failure) {
    await clearHalf(half);
    throw failure;
  }
  await syncList(folder);
  const proofs = isKnownGood ? [{ ...made, at: madeAt, whole: true }, ...here.proofs] : here.proofs;
  if (keeps === 'last') await keepLast(folder, { ...here, proofs }, alive);
  return made;
};
