import { Refusal } from '../../shared/app-error.ts';
import type { Backup, BackupState } from '../../shared/backup.ts';
import { folderOfBackups, freeIn, unfitness } from './backup-folder.ts';
import { listed, oursIn } from './backup-list.ts';
import type { BackupWorld } from './backup-world.ts';
import { type Alive, isSilent, type Patience } from './folder-patience.ts';

type Sight = Pick<BackupState, 'last' | 'free'> & Partial<Pick<BackupState, 'problem' | 'problemAt'>>;

/** @throws Refusal backup-folder-silent in the place of a silence; any other failure as it came */
export const refuseSilent = (failure: unknown): never => {
  throw isSilent(failure) ? new Refusal('backup-folder-silent') : failure;
};

/** What is seen of a folder that backups lie in, or may lie in. None of it waits for one that hangs. */
export const createSight = ({ folder, header, now }: Pick<BackupWorld, 'folder' | 'header' | 'now'>, ask: Patience) => {
  const oursAt = async (where: string, alive: Alive): Promise<readonly Backup[]> => {
    const present = header();
    return present ? oursIn(where, present, alive) : [];
  };
  const lastAndFree = async (where: string, alive: Alive): Promise<Sight> => ({
    last: (await oursAt(where, alive))[0] ?? null,
    free: await freeIn(where),
  });
  const unless = async <T, S>(looked: Promise<T>, silent: () => S): Promise<T | S> => {
    try {
      return await looked;
    } catch (failure) {
      if (isSilent(failure)) return silent();
      throw failure;
    }
  };

  return {
    ours: (where: string) => ask({ folder: where, work: (alive) => oursAt(where, alive) }).catch(refuseSilent),
    all: (where: string) => ask({ folder: where, work: (alive) => listed(where, header(), alive) }).catch(refuseSilent),
    /** Silence is told as any other trouble with the folder, or nobody could choose another. */
    state: (where: string): Promise<Sight> =>
      unless<Sight, Sight>(ask({ folder: where, work: (alive) => lastAndFree(where, alive) }), () => ({
        last: null,
        free: null,
        problem: 'disk-failing',
        problemAt: now(),
      })),
    unfit: (next: string) => unless(ask({ folder: next, work: () => unfitness(next, folder) }), () => 'not-writable' as const),
    /** Where the backups lie that the person means. */
    meant: (pointedAt: string) => ask({ folder: pointedAt, work: () => folderOfBackups(pointedAt) }).catch(refuseSilent),
  };
};
