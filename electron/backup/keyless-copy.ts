import { existsSync, statSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/backup.ts';
import type { Instant } from '../../shared/time.ts';
import { syncFolder } from '../practice/atomic-file.ts';
import { type Header, headerText } from '../vault/header.ts';
import { freeIn } from './backup-folder.ts';
import { nextNumber, unfinished } from './backup-list.ts';
import { type Copied, copyFile, hashOf, writeSynced } from './copied-file.ts';
import { type BackupFile, type Manifest, manifestFormat, manifestName, manifestVersion } from './manifest.ts';
import { clearHalf, clearHalves, keepLast, nameOf } from './rotation.ts';

export type CopyOrder = {
  /** The practice folder, in which nothing changes meanwhile. */
  readonly practice: string;
  readonly folder: string;
  readonly header: Header;
  readonly reason: Backup['reason'];
  readonly madeAt: Instant;
  readonly appVersion: string;
  readonly signal: AbortSignal;
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** What is copied as it lies there; an empty WAL says nothing. The header comes from what was read of it, since one of its two copies may be damaged. */
const sourcesIn = (practice: string): readonly BackupFile[] =>
  (['practice.db', 'practice.db-wal', 'practice.anchor'] as const).filter((name) => sizeOf(join(practice, name)) > 0);

/** Bytes that a copy takes. */
export const bytesNeeded = (practice: string, header: Header | null): number =>
  sourcesIn(practice).reduce((sum, name) => sum + sizeOf(join(practice, name)), header ? Buffer.byteLength(headerText(header)) : 0);

const room = 1024 * 1024;

const refuseFull = async ({ practice, folder, header }: CopyOrder): Promise<void> => {
  const free = await freeIn(folder);
  if (free !== null && free < bytesNeeded(practice, header) + room) throw Object.assign(new Error('not enough room'), { code: 'ENOSPC' });
};

/** Some network folders and sticks cannot sync their list of files; a disk that fails at it is another matter. */
const syncList = (folder: string): void => {
  try {
    syncFolder(folder);
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code ?? '';
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'ENOSYS'].includes(code)) throw failure;
  }
};

/** A name nothing has yet, neither finished nor unfinished: two copies in one second are two. */
const freeName = (folder: string, practiceId: string, madeAt: Instant): string => {
  const name = `${nameOf(practiceId)}${madeAt.slice(0, 19).replaceAll(':', '-')}Z`;
  const isTaken = (one: string): boolean => existsSync(join(folder, one)) || existsSync(join(folder, one + unfinished));
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name} ${number}`;
    if (!isTaken(numbered)) return numbered;
  }
};

/** What was written must be what was read, asked of the written file itself. */
const proven = async (path: string, copied: Copied, signal: AbortSignal): Promise<Copied> => {
  const { sha256 } = await hashOf(path, { signal });
  if (sha256 !== copied.sha256) throw Object.assign(new Error('the copy does not hold what was read'), { code: 'EIO' });
  return copied;
};

const fill = async (half: string, number: number, { practice, header, reason, madeAt, appVersion, signal }: CopyOrder): Promise<void> => {
  const files: Manifest['files'] = [];
  for (const name of sourcesIn(practice)) {
    const copied = await copyFile(join(practice, name), join(half, name), { signal });
    files.push({ name, ...(await proven(join(half, name), copied, signal)) });
  }
  const name = 'practice.header.json';
  const written = await writeSynced(join(half, name), Buffer.from(headerText(header)));
  files.push({ name, ...(await proven(join(half, name), written, signal)) });
  const { practiceId, keyNumber = 1 } = header;
  const about = { practiceId, keyNumber, number, madeAt, reason, appVersion };
  const manifest: Manifest = { format: manifestFormat, version: manifestVersion, ...about, files };
  await writeSynced(join(half, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  syncList(half);
  signal.throwIfAborted();
};

/**
 * Copies the encrypted files, for which no key is needed, into a folder of their own that gets its name last: what has no `.partial` at its
 * end is whole. Every file is read again and compared. Gives the name. Afterwards the oldest beyond ten go.
 * @throws the disk's error; nothing half-made is left, or it is cleared before the next copy
 */
export const keylessCopy = async (order: CopyOrder): Promise<string> => {
  const { folder, header, madeAt } = order;
  await clearHalves(folder, header.practiceId);
  await refuseFull(order);
  const name = freeName(folder, header.practiceId, madeAt);
  const number = await nextNumber(folder, header);
  const half = join(folder, name + unfinished);
  await mkdir(half, { mode: 0o700 });
  try {
    await fill(half, number, order);
    await rename(half, join(folder, name));
  } catch (failure) {
    await clearHalf(half);
    throw failure;
  }
  syncList(folder);
  await keepLast(folder, header);
  return name;
};
