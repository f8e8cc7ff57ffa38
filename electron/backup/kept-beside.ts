import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/backup.ts';
import { Instant, instantFrom } from '../../shared/time.ts';
import { type Header, intactHeaders } from '../vault/header.ts';
import { isUnderKey, listed } from './backup-list.ts';
import type { BackupFile } from './manifest.ts';
import { keptIn } from './restore-swap.ts';

/** A practice that a restore put aside: its files as they lay there, without a list of their own. */
export type Replaced = {
  readonly path: string;
  /** When it was put aside. */
  readonly madeAt: Instant;
  readonly header: Header;
  readonly files: readonly { readonly name: BackupFile; readonly bytes: number }[];
};

/** How what lies beside the practice is asked for; no folder's name holds a slash. */
export const keptPrefix = 'kept/';
export const keptName = (id: string): string | null => (id.startsWith(keptPrefix) ? id.slice(keptPrefix.length) : null);

const replacedFiles = ['practice.db', 'practice.db-wal', 'practice.anchor'] as const;

const named = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?: \d+)?$/;

/** When the restore was that put it aside. Where the marker was damaged only the folder knows. */
const replacedAt = async (path: string, name: string): Promise<Instant> => {
  const [, day, hours, minutes, seconds] = named.exec(name) ?? [];
  const { data } = Instant.safeParse(`${day}T${hours}:${minutes}:${seconds}.000Z`);
  return data ?? instantFrom(Math.floor((await lstat(path)).mtimeMs));
};

/** Null where there is no database, or no key envelope that can be read: nothing could open it. */
export const replacedIn = async (folder: string, name: string): Promise<Replaced | null> => {
  const path = join(folder, name);
  const [header] = intactHeaders(path).toSorted((one, other) => other.generation - one.generation);
  const files = [];
  for (const file of replacedFiles) {
    const there = await lstat(join(path, file)).catch(() => null);
    if (there?.isFile() && there.size > 0) files.push({ name: file, bytes: there.size });
  }
  if (!header || files[0]?.name !== 'practice.db') return null;
  return { path, madeAt: await replacedAt(path, name), header, files };
};

const asBackup = (name: string, { madeAt, header, files }: Replaced, present: Header | null): Backup => {
  const ours = header.practiceId === present?.practiceId;
  return {
    id: keptPrefix + name,
    madeAt,
    reason: 'replaced',
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    appVersion: '',
    state: 'copied',
    verifiedAt: null,
    otherKey: ours && !isUnderKey(present, header),
    ours,
    elsewhere: false,
  };
};

/** What lies in `kept/` and can be put back, newest first: practices that a restore replaced, and copies that found no other place. */
export const keptBeside = async (practice: string, present: Header | null): Promise<Backup[]> => {
  const folder = keptIn(practice);
  const copies = (await listed(folder, { header: present, computer: null, proofs: [] }, () => undefined)).backups.map((backup) => ({
    ...backup,
    id: keptPrefix + backup.id,
  }));
  const replaced: Backup[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const one = copies.some(({ id }) => id === keptPrefix + name) ? null : await replacedIn(folder, name);
    if (one) replaced.push(asBackup(name, one, present));
  }
  return [...copies, ...replaced].sort((one, other) => other.madeAt.localeCompare(one.madeAt));
};
