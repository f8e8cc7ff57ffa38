import { z } from 'zod';
import { call, exceptInHandOver, roles } from './call.ts';
import { FileGrant } from './ids.ts';
import { limits } from './limits.ts';
import { Instant } from './time.ts';

/** Why a copy is made. */
export const backupReasons = ['lock', 'close', 'migration', 'asked', 'daily', 'salvaged'] as const;

/** One copy of the closed, encrypted files. Everything here is read without any key. */
export const Backup = z.strictObject({
  /** Name of its folder. */
  id: z.string().min(1).max(limits.namePart),
  madeAt: Instant,
  reason: z.enum([...backupReasons, 'replaced']),
  bytes: z.int(),
  appVersion: z.string(),
  /**
   * `copied`: all files are there with the length they had. `verified`: this computer has opened it and read every page, at `verifiedAt`.
   * `damaged`: a file is missing or short, or it did not open when that was tried.
   */
  state: z.enum(['copied', 'verified', 'damaged']),
  verifiedAt: Instant.nullable(),
  /** Sealed under another data key of this practice: another passphrase or Recovery Kit opens it. */
  otherKey: z.boolean(),
  /** Of the practice that lies here, where there is one. */
  ours: z.boolean(),
  /** Made by another computer that has this practice too. */
  elsewhere: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

export const backupProblems = ['folder-gone', 'folder-read-only', 'disk-full', 'disk-failing'] as const;

export const BackupState = z.strictObject({
  /** Where they go, as the person chose it; null while no folder is chosen. */
  folder: z.string().nullable(),
  last: Backup.nullable(),
  /** Why the last try did not work, and when it was. */
  problem: z.enum(backupProblems).nullable(),
  problemAt: Instant.nullable(),
  /** Bytes the next copy takes, and bytes free where it goes (null where that cannot be told). */
  needs: z.int(),
  free: z.int().nullable(),
  /** A copy waits to be made at the next lock or start. */
  due: z.boolean(),
  /** When another computer last put a copy of this practice into the folder: what is saved on the one is not in the other. */
  otherComputer: Instant.nullable(),
});
export type BackupState = z.infer<typeof BackupState>;

/** The last ten are kept, and the last one of each of so many days, weeks and months that had one. */
export const backupsKept = 10;
export const backupDaysKept = 14;
export const backupWeeksKept = 8;
export const backupMonthsKept = 12;
/** More than these never stay, once a newer one is verified. */
export const backupsAtMost = backupsKept + backupDaysKept + backupWeeksKept + backupMonthsKept;

/** A practice that is used is copied at each lock; a week without a copy is a week nobody would want to lose. */
export const oldestCopyDays = 7;

/** What lies in a backup, once it was opened. */
export const BackupContents = z.strictObject({
  clients: z.int().min(0),
  appointments: z.int().min(0),
  sessions: z.int().min(0),
  notes: z.int().min(0),
  documents: z.int().min(0),
  letters: z.int().min(0),
  /** The last thing recorded in it. */
  lastEntryAt: Instant.nullable(),
});
export type BackupContents = z.infer<typeof BackupContents>;

/** What a look inside has found. `agreed`: its pages and its trail are what its own anchor says of them. */
const LookedInside = BackupContents.extend({ agreed: z.boolean() });
export type LookedInside = z.infer<typeof LookedInside>;

const anyState = exceptInHandOver;
const Secret = z.strictObject({ kind: z.enum(['passphrase', 'recovery']), text: z.string().normalize().min(1).max(limits.passphrase) });
const Id = z.string().min(1).max(limits.namePart);

export const backupCalls = {
  'backup.settings': call({ input: z.strictObject({}), output: BackupState, roles, states: ['open'], audit: 'none' }),
  /** Asks the shell for its folder dialog. */
  'backup.chooseFolder': call({
    input: z.strictObject({ for: z.enum(['settings', 'list']) }),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: 'anyone',
    states: anyState,
    audit: 'none',
  }),
  /** Null: no backups from now on; what lies in the folder stays. */
  'backup.changeSettings': call({
    input: z.strictObject({ fileGrant: FileGrant.nullable() }),
    output: BackupState,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'backup-settings-changed' },
  }),
  /** Now, by a second process: saves go on meanwhile. @throws Refusal no-backup-folder, session-open (anyone's: STOP waits for nothing) */
  'backup.run': call({
    input: z.strictObject({}),
    output: BackupState,
    roles,
    states: ['open'],
    audit: { by: 'transaction', action: 'backup-made' },
  }),
  /** Newest first, of the chosen folder or of another the person points at. */
  'backup.list': call({
    input: z.strictObject({ fileGrant: FileGrant.nullable().default(null) }),
    output: z.strictObject({
      folder: z.string().nullable(),
      backups: z.array(Backup),
      /** How many a newer version made: they are restored by that version. */
      newer: z.int().min(0),
      /** What lies beside the practice at its door: replaced by a restore, or copied before an update where no folder could take it. */
      kept: z.array(Backup),
    }),
    roles: 'anyone',
    states: anyState,
    audit: 'none',
  }),
  /**
   * Copies a backup of the chosen folder into a private place, opens it there with the key in use and reads every page. What is found is
   * remembered: it is `verified` or `damaged` from then on. @throws Refusal backup-not-found, backup-other-key, backup-not-tried
   */
  'backup.verify': call({
    input: z.strictObject({ id: Id }),
    output: Backup,
    roles,
    states: ['open'],
    audit: { by: 'transaction', action: 'backup-verified' },
  }),
  /**
   * A restore up to the step that counts: copied into a private place, compared, opened, brought to this version, counted, and cleared away.
   * Nothing that lies here is touched. `secret`: null for a backup that the key in use opens, while the practice is open.
   */
  'backup.rehearse': call({
    input: z.strictObject({ id: Id, secret: Secret.nullable().default(null) }),
    output: LookedInside,
    roles: 'anyone',
    states: anyState,
    audit: 'none',
  }),
  /**
   * Puts a backup of the folder listed last, or something that was kept, in the place of what is here, which is kept beside it, and leaves it locked. All or nothing, whatever
   * happens in between. Needs the passphrase or the recovery code the backup was sealed with.
   */
  'backup.restore': call({
    input: z.strictObject({
      id: Id,
      secret: Secret,
    }),
    output: z.strictObject({}),
    roles: 'anyone',
    states: ['no-practice', 'locked', 'unavailable'],
    audit: { by: 'transaction', action: 'backup-restored' },
  }),
};
