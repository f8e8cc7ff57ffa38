import { Refusal } from '../../shared/app-error.ts';
import type { Backup, BackupState } from '../../shared/backup.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { DoorHandlers } from '../practice/handlers.ts';
import { practiceFor } from '../practice/practice.ts';
import { refuseWhileSession } from '../sessions/refuse-while-open.ts';
import { createTurns } from '../vault/turns.ts';
import { changeState, readState } from './backup-state.ts';
import type { BackupWorld } from './backup-world.ts';
import { clearBeside, createCopying } from './copying.ts';
import { createPatience } from './folder-patience.ts';
import { createSight, refuseSilent } from './folder-sight.ts';
import { keptBeside, keptName } from './kept-beside.ts';
import { bytesNeeded } from './keyless-copy.ts';
import { clearLooking, createLooking } from './looking.ts';
import { restoreBackup } from './restore.ts';
import { finishRestore, keptCount, keptIn } from './restore-swap.ts';
import { createTending } from './tending.ts';

export type Backups = {
  readonly door: Pick<DoorHandlers, Extract<keyof DoorHandlers, `backup.${string}`>>;
  /** At lock and close: a copy waits to be made. Written down, so that it is made at the next start if not now. */
  readonly markDue: (reason: 'lock' | 'close') => void;
  /** A copy waits, and there is a folder for it. */
  readonly copyWaits: () => boolean;
  /** Makes the copy that waits, if one does and a folder is chosen. Never throws: what went wrong is kept as the state. */
  readonly copyDue: () => Promise<void>;
  /** Unlocking waits for that copy, but not for ever: one that a slow or hanging folder holds up is given up, and waits for the next time. */
  readonly beforeOpening: () => Promise<void>;
  /** While it is open and nobody asks: verifies what was copied without a key, and sees to a copy each day. Never throws. */
  readonly tend: () => Promise<void>;
  /** A lock waits for nothing: the copy that runs is given up, and so is a backup that is looked at. */
  readonly giveWay: () => void;
  /** Before a migration, with the database closed: into the chosen folder, or where none can be written to beside the practice. @throws when nowhere */
  readonly beforeMigration: () => Promise<void>;
  /** Finishes or clears away a restore that was cut off; before anything in the folder is read. */
  readonly finishRestore: () => void;
  /** Those of this practice in the chosen folder. @throws Refusal backup-folder-silent */
  readonly ours: () => Promise<readonly Backup[]>;
  /** How many replaced or copied practices lie beside this one, each under the key of its day. */
  readonly kept: () => number;
};

export const createBackups = (world: BackupWorld): Backups => {
  const { folder } = world;
  /** What the person looks at on the unlock screen, until they choose another or the process ends. */
  let listed: string | null = null;
  const ask = createPatience();
  const here = () => ({ ...readState(folder), header: world.header() });
  const sight = createSight(world, here, ask);
  const copying = createCopying(world, ask);
  const looking = createLooking(world, ask);
  const tending = createTending(world, { ask, sight, looking, copying, here });
  /** One heavy work after the other, and none of it before what the door does next. */
  const atLeisure = createTurns();
  const chosen = (): string | null => readState(folder).folder;

  const ours = async (): Promise<readonly Backup[]> => {
    const where = chosen();
    return where === null ? [] : sight.ours(where);
  };

  const settings = async (): Promise<BackupState> => {
    const { folder: where, problem, problemAt, due } = readState(folder);
    const needs = bytesNeeded(folder, world.header());
    const seen = where === null ? { last: null, free: null, otherComputer: null } : await sight.state(where);
    return { folder: where, problem, problemAt, needs, due: due !== null, ...seen };
  };

  const changeSettings = async ({ fileGrant }: ParsedInputOf<'backup.changeSettings'>): Promise<BackupState> => {
    const next = fileGrant === null ? null : world.files.folderOf(fileGrant, 'backup.changeSettings');
    const cause = next === null ? null : await sight.unfit(next);
    if (cause) throw new Refusal('backup-folder-unfit', { cause });
    const call = practiceFor(world.practice(), 'backup-settings-changed');
    await call.write(async (tx) => {
      await recordAudit(tx, call, {});
      changeState(folder, { folder: next, problem: null, problemAt: null });
    });
    world.announce(['backups']);
    return settings();
  };

  const run = async (): Promise<BackupState> => {
    if (chosen() === null) throw new Refusal('no-backup-folder');
    const call = practiceFor(world.practice(), 'backup-made');
    // Before the copy, so that the copy holds it too.
    await call.write(async (tx) => {
      await refuseWhileSession(tx);
      await recordAudit(tx, call, {});
    });
    await copying.now('asked');
    return settings();
  };

  const list = async ({ fileGrant }: ParsedInputOf<'backup.list'>) => {
    if (fileGrant !== null) listed = await sight.meant(world.files.folderOf(fileGrant, 'backup.list'));
    // Whoever is in looks at where the backups go; at the door a folder stays chosen until a restore.
    const where = fileGrant === null && world.isOpen() ? chosen() : (listed ?? chosen());
    const kept = world.isOpen() ? [] : await keptBeside(folder, world.header());
    return { folder: where, ...(where === null ? { backups: [], newer: 0 } : await sight.all(where)), kept };
  };

  const placeOf = (id: string): { readonly where: string; readonly name: string } => {
    const name = keptName(id);
    const where = name === null ? (listed ?? chosen()) : keptIn(folder);
    if (where === null) throw new Refusal('no-backup-folder');
    return { where, name: name ?? id };
  };

  const rehearse = async ({ id, secret }: ParsedInputOf<'backup.rehearse'>) => {
    const { where, name } = placeOf(id);
    if (world.isOpen()) await refuseWhileSession(world.practice().database);
    const { contents, agreed } = await looking.look(where, name, secret).catch(refuseSilent);
    return { ...contents, agreed };
  };

  const giveWay = (): void => {
    copying.giveUp();
    looking.giveUp();
  };

  const restore = async (restoring: ParsedInputOf<'backup.restore'>) => {
    const { where, name } = placeOf(restoring.id);
    giveWay();
    await restoreBackup({ ...world, ask }, where, { ...restoring, id: name }).catch(refuseSilent);
    return {};
  };

  return {
    door: {
      'backup.settings': settings,
      'backup.chooseFolder': async ({ for: purpose }) => ({
        fileGrant: await world.files.chooseFolder(purpose === 'list' ? 'backup.list' : 'backup.changeSettings'),
      }),
      'backup.changeSettings': (input) => world.inTurn(() => changeSettings(input)),
      'backup.run': () => atLeisure(run),
      'backup.list': list,
      'backup.verify': ({ id }) => atLeisure(() => tending.verify(id).catch(refuseSilent)),
      'backup.rehearse': (input) => atLeisure(() => rehearse(input)),
      'backup.restore': (input) => world.inTurn(() => restore(input)),
    },
    markDue: copying.markDue,
    copyWaits: copying.waits,
    copyDue: copying.due,
    beforeOpening: copying.beforeOpening,
    giveWay,
    tend: () => atLeisure(tending.tend),
    beforeMigration: copying.beforeMigration,
    finishRestore: () => {
      finishRestore(folder);
      clearBeside(folder);
      clearLooking(folder);
    },
    ours,
    kept: () => keptCount(folder),
  };
};
