import type { Backup } from '../../shared/backup.ts';
import type { Files } from '../practice/files.ts';
import type { DoorHandlers } from '../practice/handlers.ts';
import type { OpenPractice } from '../practice/practice.ts';
import type { Header } from '../vault/header.ts';

/** What the vault lends the work on backups. */
export type BackupWorld = {
  readonly folder: string;
  readonly appVersion: string;
  readonly now: () => string;
  readonly files: Files;
  /** The header as it counts now; null without a practice. */
  readonly header: () => Header | null;
  /** The open practice. @throws Refused locked */
  readonly practice: () => OpenPractice;
  /** Runs `work` while the open database is checkpointed into its one file and no query can run. */
  readonly held: (work: () => Promise<void>) => Promise<void>;
  /** Looks at the folder anew, after something was put there. */
  readonly lookAgain: () => void;
};

export type Backups = {
  readonly door: Pick<DoorHandlers, Extract<keyof DoorHandlers, `backup.${string}`>>;
  /** At lock and close, once everything is closed: a copy waits to be made. Written down, so that it is made at the next start if not now. */
  readonly markDue: (reason: 'lock' | 'close') => void;
  /** Makes the copy that waits, if one does and a folder is chosen. Never throws: what went wrong is kept as the state. Unlocking waits for it. */
  readonly copyDue: () => Promise<void>;
  /** Before a migration, with the database closed: into the chosen folder, or where none can be written to beside the practice. @throws when nowhere */
  readonly beforeMigration: () => Promise<void>;
  /** Finishes or clears away a restore that was cut off; before anything in the folder is read. */
  readonly finishRestore: () => void;
  /** Those of this practice in the chosen folder. */
  readonly ours: () => readonly Backup[];
};

const unbuilt = async (): Promise<never> => {
  throw new Error('not built yet');
};

export const createBackups = (_world: BackupWorld): Backups => ({
  door: {
    'backup.settings': unbuilt,
    'backup.chooseFolder': unbuilt,
    'backup.changeSettings': unbuilt,
    'backup.run': unbuilt,
    'backup.list': unbuilt,
    'backup.restore': unbuilt,
  },
  markDue: () => undefined,
  copyDue: async () => undefined,
  beforeMigration: async () => undefined,
  finishRestore: () => undefined,
  ours: () => [],
});
