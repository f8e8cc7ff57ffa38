import { Refusal } from '../../shared/app-error.ts';
import type { Backup, BackupState } from '../../shared/backup.ts';
import { folderOfBackups, freeIn, unfitness } from './backup-folder.ts';
import { type Here, listed, oursIn } from './backup-list.ts';
import type { BackupWorld } from './backup-world.ts';
import { type Alive, isSilent, type Patience } from './folder-patience.ts';

type Seen = Pick<BackupState, 'last' | 'free' | 'otherComputer'> & Partial<Pick<BackupState, 'problem' | 'problemAt'>>;

/** @throws Refusal backup-folder-silent in the place of a silence; any other failure as it came */
export const refuseSilent = (failure: unknown): never => {
  throw isSilent(failure) ? new Refusal('backup-folder-silent') : failure;
};

/** What is seen of a folder that backups lie in, or may lie in. None of it waits for one that hangs. */
export const createSight = ({ folder, now }: Pick<BackupWorld, 'folder' | 'now'>, here: () => Here, ask: Patience) => {
  const oursAt = async (where: string, alive: Alive): Promise<readonly Backup[]> => {
    const known = here();
    return known.header ? oursIn(where, known, alive) : [];
  };
  const lastAndFree = async (where: string, alive: Alive): Promise<Seen> => {
    const ours = await oursAt(where, alive);
    // What lay there before this computer copied for the first time may be of one that is no longer used.
    const sinceOwn = ours.slice(
      0,
      Math.max(
        0,
        ours.findLastIndex(({ elsewhere }) => !elsewhere),
      ),
    );
    return {
      last: ours.find(({ elsewhere }) => !elsewhere) ?? ours[0] ?? null,
      free: await freeIn(where),
      otherComputer: sinceOwn.find(({ elsewhere }) => elsewhere)?.madeAt ?? null,
    };
  };
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
    all: (where: string) => ask({ folder: where, work: (alive) => listed(where, here(), alive) }).catch(refuseSilent),
    /** Silence is told as any other trouble with the folder, or nobody could choose another. */
    state: (where: string): Promise<Seen> =>
      unless<Seen, Seen>(ask({ folder: where, work: (alive) => lastAndFree(where, alive) }), () => ({
        last: null,
        free: null,
        otherComputer: null,
        problem: 'disk-failing',
        problemAt: now(),
      })),
    unfit: (next: string) => unless(ask({ folder: next, work: () => unfitness(next, folder) }), () => 'not-writable' as const),
    /** Where the backups lie that the person means. */
    meant: (pointedAt: string) => ask({ folder: pointedAt, work: () => folderOfBackups(pointedAt) }).catch(refuseSilent),
  };
};

export type Sight = ReturnType<typeof createSight>;
