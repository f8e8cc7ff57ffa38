import type { Progress, Topic } from '../../shared/notices.ts';
import type { Zone } from '../../shared/time.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import type { Second } from '../backup/second-process.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { Standing } from '../practice/dispatch.ts';
import type { Files } from '../practice/files.ts';
import type { DoorHandlers } from '../practice/handlers.ts';
import type { Log } from '../practice/log.ts';
import type { Print } from '../practice/practice.ts';
import type { Ended, LockTrigger, ShellFacts } from '../practice/shell-messages.ts';
import type { Header } from './header.ts';

/** What the vault is given when its process starts. */
export type VaultWorld = {
  readonly folder: string;
  readonly madeBy: Header['madeBy'];
  /** Opens practices of the other host too; for trials. */
  readonly anyHost: boolean;
  readonly demo: boolean;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly zone: Zone | null;
  readonly appVersion: string;
  readonly content: () => ClinicalContent;
  /** Where the content could not be read, once it was tried. */
  readonly contentProblem: () => VaultStatus['contentProblem'];
  readonly print: Print;
  /** A process of its own for one job on a copy of the file. */
  readonly second: Second;
  readonly files: Files;
  readonly log: Log;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly progress: (progress: Progress) => void;
  /** Seconds without a touch after which it locks, in place of the setting; for trials. */
  readonly idleSeconds: number | null;
  /** Null where there is no shell. */
  readonly shellFacts: () => Promise<ShellFacts | null>;
  /** It is open, whoever opened it: what locks it matters from now on. */
  readonly opened: () => void;
  /** It locked by itself, because nobody touched anything. */
  readonly idle: () => void;
  /** Everything is closed: the process may be ended. */
  readonly ended: (end: Ended) => void;
};

export type Vault = {
  readonly standing: () => Standing;
  readonly door: DoorHandlers;
  /** Writes the lock down with what caused it, closes everything and lets go; `closing`: the application ends too. */
  readonly close: (trigger?: LockTrigger | null) => Promise<void>;
  /** Makes the backup that waits; for the process that is started for nothing else. */
  readonly copyDue: () => Promise<void>;
  /** What backups need while it is open and nobody asks for it. */
  readonly tend: () => Promise<void>;
  /** A backup waits to be made, and there is a folder for it. */
  readonly copyWaits: () => boolean;
  /** A call came that a locked practice does not answer. */
  readonly refusedWhileLocked: () => void;
};
