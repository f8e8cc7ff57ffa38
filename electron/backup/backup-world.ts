import type { Instant } from '../../shared/time.ts';
import type { OpenPractice } from '../practice/practice.ts';
import type { Header } from '../vault/header.ts';
import type { Opening } from '../vault/opening.ts';
import type { SealedKeys } from '../vault/sealed-keys.ts';
import type { VaultWorld } from '../vault/vault-world.ts';

/** What the vault lends the work on backups. */
export type BackupWorld = Pick<
  VaultWorld,
  'folder' | 'appVersion' | 'clock' | 'files' | 'log' | 'announce' | 'madeBy' | 'anyHost' | 'second'
> & {
  readonly now: () => string;
  /** The header as it counts now; null without a practice. */
  readonly header: () => Header | null;
  /** The open practice. @throws Refused locked */
  readonly practice: () => OpenPractice;
  readonly isOpen: () => boolean;
  /** Keys of the open practice, for a second process that works beside it. @throws Refused locked */
  readonly sealed: () => SealedKeys;
  /** After what the door does already, and before what it is asked next. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs `work` while the open database is checkpointed into its one file and no query can run. */
  readonly held: (work: () => Promise<void>) => Promise<void>;
  /** Takes the folder as its one owner, where that is not so yet. @throws Refused unavailable open-elsewhere */
  readonly own: () => void;
  readonly openAs: Opening['practice'];
  /** Someone tried a backup's passphrase and it was wrong. */
  readonly noteFailed: () => void;
  /** The backup of that moment was opened: its key is in memory, so this process ends whatever comes of it. */
  readonly hasKey: (madeAt: Instant) => void;
  /** Looks at the folder anew, after something was put there. */
  readonly lookAgain: () => void;
};
