import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { leftover } from '../practice/atomic-file.ts';

/** Everything we ever put into a practice's folder: docs/formats/practice-folder.md. */
const ours = [
  /^practice\.(db|db-wal|db-shm|lock|locked|anchor|pages|roots)$/,
  /^practice\.(header|header\.copy|door|backup|restore)\.json$/,
  /^practice\.key\d+\.(db|anchor)(-wal|-shm|-journal)?$/,
  /^stillpoint\.log(\.1)?$/,
  /^(kept|shell|practice\.(restoring|copying|looking|salvaging))$/,
  leftover,
];

/** How many things lie in the folder that are not ours. */
export const strangersIn = (folder: string): number => readdirSync(folder).filter((name) => !ours.some((known) => known.test(name))).length;

/** How many of our files another account of this computer could read; null where the system does not tell by modes (Windows). */
export const readableByOthers = (folder: string): number | null => {
  if (process.platform === 'win32') return null;
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mode ?? 0);
  return modes.filter((mode) => (mode & 0o077) !== 0).length;
};
