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
  readonly header: Header;
  readonly files: readonly { readonly name: BackupFile; readonly bytes: number }[];
};

/** How what lies beside the practice is asked for; no folder's name holds a slash. */
const prefix = 'kept/';
export const keptName = (id: string): string | null => (id.startsWith(prefix) ? id.slice(prefix.length) : null);

const replacedFiles = ['practice.db', 'practice.db-wal', 'practice.anchor'] as const;

/** Null where there is no database, or no key envelope that can be read: nothing could open it. */
export const replacedIn = async (path: string): Promise<Replaced | null> => {
  const [header] = intactHeaders(path).toSorted((one, other) => other.generation - one.generation);
  const found = [];
  for (const name of replacedFiles) {
    const there = await lstat(join(path, name)).catch(() => null);
    if (there?.isFile() && there.size > 0) found.push({ name, bytes: there.size });
  }
  return header && found.some(({ name }) => name === 'practice.db') ? { path, header, files: found } : null;
};

const named = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?: \d+)?$/;

/** When the restore was that put it aside. Where the marker was damaged only the folder knows. */
export const replacedAt = async (path: string, name: string): Promise<Instant> => {
  const [, day, hours, minutes, seconds] = named.exec(name) ?? [];
  const { data } = Instant.safeParse(`${day}T${hours}:${minutes}:${seconds}.000Z`);
  return data ?? instantFrom((await lstat(path)).mtimeMs);
};

const asBackup = async (name: string, { path, header, files }: Replaced, present: Header | null): Promise<Backup> => {
  const ours = header.practiceId === present?.practiceId;
  return {
    id: prefix + name,
    madeAt: await replacedAt(path, name),
    reason: 'replaced',
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    appVersion: '',
    state: 'copied',
    otherKey: ours && !isUnderKey(present, header),
    ours,
  };
};

/** What lies in `kept/` and can be put back, newest first: practices that a restore replaced, and copies that found no other place. */
export const keptBeside = async (practice: string, present: Header | null): Promise<Backup[]> => {
  const folder = keptIn(practice);
  const copies = (await listed(folder, present, () => undefined)).backups.map((backup) => ({ ...backup, id: prefix + backup.id }));
  const replaced: Backup[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const one = copies.some(({ id }) => id === prefix + name) ? null : await replacedIn(join(folder, name));
    if (one) replaced.push(await asBackup(name, one, present));
  }
  return [...copies, ...replaced].sort((one, other) => other.madeAt.localeCompare(one.madeAt));
};
