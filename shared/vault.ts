import { z } from 'zod';
import { unavailabilities } from './app-error.ts';
import { Evidence } from './audit.ts';
import { Backup } from './backup.ts';
import { call, roles, vaultStates } from './call.ts';
import { IdleMinutes } from './idle.ts';
import { EventId, FileGrant } from './ids.ts';
import { limits } from './limits.ts';
import { Profile, ProfileDetails } from './profile.ts';
import { SalvageReport } from './salvage.ts';
import { Instant } from './time.ts';

/** NFKC happens in the vault; here only the outer limits stand, over composed characters, or the same words typed decomposed would be too long. */
const Passphrase = z.string().normalize().min(1).max(limits.passphrase);

export const VaultStatus = z.strictObject({
  state: z.enum(vaultStates),
  /** Why nothing can be opened; only with `unavailable`. */
  problem: z.enum(unavailabilities).nullable(),
  /** The practice's name, as the header of the vault shows it to whoever sits down here. */
  practiceName: z.string().nullable(),
  lockedSince: Instant.nullable(),
  /** Seconds until the next try is taken, after wrong passphrases. */
  waitSeconds: z.number().min(0),
  /** A Recovery Kit was made: the unlock screen offers to use it. */
  hasRecoveryKit: z.boolean(),
  /** Something was typed and not saved when it was locked; it is there again after unlock. */
  draftsKept: z.boolean(),
  /** The screen is with a client, or was when it locked: whoever is at it should give it back. */
  handedOver: z.boolean(),
  /** A session is open: since when. The locked screen shows STOP, and nothing of the client. */
  session: z.strictObject({ since: Instant }).nullable(),
  /** Where the clinical content could not be read; only with `content-damaged`. */
  contentProblem: z.strictObject({ file: z.string(), field: z.string() }).nullable(),
  /** After how long without a touch it locks; only while open. */
  idleMinutes: IdleMinutes.nullable(),
  /** The same in seconds, after which a session shows the quiet screen; a trial may be given another time. */
  idleSeconds: z.number().positive().nullable(),
  /** What opening found of the trail and its anchor; only while open. */
  evidence: Evidence.nullable(),
  /** What is open is what could be read of a damaged practice, in memory: nothing can be changed. */
  readOnly: z.boolean(),
  demo: z.boolean(),
  appVersion: z.string(),
});
export type VaultStatus = z.infer<typeof VaultStatus>;

/** Passphrase rule of security.md: at least 12 characters or 4 words, common ones refused, nothing about composition. */
export const passphraseProblem = (passphrase: string): 'too-short' | 'too-weak' | null => {
  const text = passphrase.normalize('NFKC').trim();
  const parts = text.split(/\s+/u).filter((word) => word.length > 0);
  // Single letters and figures with spaces between are no words.
  const words = parts.filter((word) => [...word].length > 1);
  if ([...text].length < 12 && words.length < 4) return 'too-short';
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const repeated = /^(.{1,4}?)\1+$/u.test(letters);
  const distinct = new Set([...letters]).size;
  if ([...letters].length < 8) return 'too-short';
  const sameWord = words.length > 1 && new Set(words.map((word) => word.toLowerCase())).size === 1;
  return repeated ||
    sameWord ||
    distinct < 5 ||
    commonPassphrases.some((common) => letters.startsWith(common) && letters.length - common.length < 6)
    ? 'too-weak'
    : null;
};

/** Opens the demo practice, whose people are all invented; shown on its unlock screen. */
export const demoPassphrase = 'quiet river under stones';

/** Openings that guessing programs try first; a passphrase that is one of these with little after it is refused. */
const commonPassphrases = [
  'password',
  'passphrase',
  'passwort',
  'kennwort',
  'motdepasse',
  'qwertz',
  'qwertzuiop',
  'azertyuiop',
  'azerty',
  'correcthorsebatterystaple',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  '123456',
  '0123456789',
  '987654321',
  'abcdefgh',
  'letmein',
  'iloveyou',
  'welcome',
  'administrator',
  'changeme',
  'trustno1',
  'sunshine',
  'princess',
  'football',
  'monkey',
  'dragon',
  'stillpoint',
  'massage',
  'therapist',
  'tobeornottobe',
  'thequickbrownfox',
  'loremipsum',
  'opensesame',
  'iamthebest',
];

export const vaultCalls = {
  'vault.status': call({ input: z.strictObject({}), output: VaultStatus, roles: 'anyone', states: vaultStates, audit: 'none' }),
  /** Makes the practice in the empty folder and opens it. */
  'vault.create': call({
    input: z.strictObject({ passphrase: Passphrase, profile: ProfileDetails }),
    output: Profile,
    roles: 'anyone',
    states: ['no-practice'],
    audit: { by: 'transaction', action: 'practice-created' },
  }),
  'vault.unlock': call({
    /** `readOnly`: what can be read of a damaged practice, in memory alone; nothing can be changed, and its files are not touched. */
    input: z.strictObject({ passphrase: Passphrase, readOnly: z.boolean().default(false) }),
    output: Profile,
    roles: 'anyone',
    states: ['locked'],
    audit: { by: 'transaction', action: 'unlocked' },
  }),
  /**
   * Saves what can be read of a damaged practice into a new one beside it, which `backup.restore` puts in its place when the person says so.
   * Nothing in the damaged one is changed. The process that held the key ends.
   * @throws Refusal wrong-passphrase, wrong-recovery-code, wait-before-next-try; Refused unavailable disk-full
   */
  'vault.salvage': call({
    input: z.strictObject({
      secret: z.strictObject({ kind: z.enum(['passphrase', 'recovery']), text: z.string().normalize().min(1).max(limits.passphrase) }),
    }),
    output: SalvageReport,
    roles: 'anyone',
    states: ['locked'],
    /** An entry begins the trail of what was saved; in the damaged one a line of the locked journal tells of it. */
    audit: 'none',
  }),
  /** Opens with the code of the Recovery Kit and gives the owner a new passphrase. A slip is named by its group: `invalid`, path `code`, group. */
  'vault.recover': call({
    input: z.strictObject({ code: z.string().max(limits.line), passphrase: Passphrase }),
    output: Profile,
    roles: 'anyone',
    states: ['locked'],
    audit: { by: 'transaction', action: 'recovered' },
  }),
  /** Seals the practice's key under another passphrase; the database is not touched. */
  'vault.changePassphrase': call({
    input: z.strictObject({ passphrase: Passphrase, next: Passphrase }),
    output: z.strictObject({}),
    roles,
    states: ['open'],
    audit: { by: 'transaction', action: 'passphrase-changed' },
  }),
  /** Makes a new recovery code; an older Kit opens nothing from then on. The code is shown this once. */
  'vault.makeRecoveryKit': call({
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.strictObject({ groups: z.array(z.string()) }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'recovery-kit-made' },
  }),
  /** Asks the shell where to save the Kit made last, while the practice stays open. */
  'vault.chooseRecoveryKitFile': call({
    input: z.strictObject({}),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: ['owner'],
    states: ['open'],
    audit: 'none',
  }),
  /** Writes the Kit made last as PDF: whoever has it and the computer can open the practice. */
  'vault.saveRecoveryKit': call({
    input: z.strictObject({ fileGrant: FileGrant }),
    output: z.strictObject({ fileName: z.string() }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'recovery-kit-saved' },
  }),
  /**
   * "Someone may know my passphrase": a new data key under a new passphrase and a new Recovery Kit, as a verified copy that takes the old
   * file's place. `backups` are those in the backup folder that the old passphrase or Kit still opens, `kept` how many sets of files lie
   * beside the practice that it may open too (replaced by a restore, copied before an update).
   * @throws Refusal wrong-passphrase, wait-before-next-try, session-open (anyone's)
   */
  'vault.newKey': call({
    input: z.strictObject({ passphrase: Passphrase, next: Passphrase }),
    output: z.strictObject({ groups: z.array(z.string()), backups: z.array(Backup), kept: z.int().min(0) }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'data-key-renewed' },
  }),
  /** A hand at the keyboard, mouse or screen: the idle time begins anew. */
  'vault.touch': call({ input: z.strictObject({}), output: z.strictObject({}), roles, states: ['open', 'handed-over'], audit: 'none' }),
  /**
   * STOP, hands off or a red flag while a session is open and the practice is locked, or on its way when the vault ended: written down
   * without a key, and taken into the open sessions at the next unlock. `ago`: milliseconds since it happened; `id` is the event's, so that
   * a retry, or one that was kept after all, is taken in once.
   * @throws Refused unavailable disk-full, disk-failing: it is written nowhere
   */
  'vault.stopped': call({
    input: z.strictObject({
      id: EventId,
      kind: z.enum(['stop', 'hands-off', 'flagged']),
      ago: z.int().min(0).max(86_400_000),
    }),
    output: z.strictObject({ at: Instant }),
    roles: 'anyone',
    states: ['locked'],
    audit: 'none',
  }),
  'vault.changeLocking': call({
    input: z.strictObject({ idleMinutes: IdleMinutes }),
    output: z.strictObject({ idleMinutes: IdleMinutes }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'lock-settings-changed' },
  }),
  /** The reply may never arrive: the process that would send it ends. */
  'vault.lock': call({
    input: z.strictObject({}),
    output: z.strictObject({}),
    roles,
    states: ['open', 'handed-over'],
    audit: { by: 'transaction', action: 'locked' },
  }),
};
