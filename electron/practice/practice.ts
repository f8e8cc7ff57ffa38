import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from 'kysely';
import type { AnchorState, Evidence } from '../../shared/audit.ts';
import type { AuditAction, Role } from '../../shared/call.ts';
import type { DocumentHead } from '../../shared/documents.ts';
import type { Progress, Topic } from '../../shared/notices.ts';
import type { PrintOutcome } from '../../shared/printing.ts';
import { type Instant, instantFrom, type Zone } from '../../shared/time.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { Database } from '../store/dialect.ts';
import type { Schema } from '../store/schema.ts';
import type { FilesFound } from '../vault/files-found.ts';
import type { Files } from './files.ts';
import type { Memory } from './memory.ts';

export type Tx = Transaction<Schema>;
/** What readers may be given: the database, or the transaction they must see. */
export type Reader = Database | Tx;

export type Keyholder = { readonly id: string; readonly name: string; readonly role: Role };

/** The trail's other half, outside the database. */
export type Anchored = {
  /** What was found when the practice opened. */
  readonly opening: Evidence;
  /** What the anchor file says now; null where it is missing or damaged. */
  readonly read: () => AnchorState | null;
  /** What was seen of the files, and when the newest entry was made that was there; absent where nothing was looked at. */
  readonly files?: FilesFound;
  readonly lastEntryAt?: string | null;
};

/** The one client the screen is with. */
export type HandedOver = { readonly id: string; readonly clientId: string };

/** Hand-over as the vault holds it: while it lasts, dispatch lets nothing else through. */
export type HandOver = {
  readonly current: () => HandedOver | null;
  readonly begin: (handedOver: HandedOver) => void;
  /** The resting screen came or went; it gives more time before the lock. */
  readonly rest: (resting: boolean) => void;
  readonly isResting: () => boolean;
  readonly end: () => void;
};

/** The process's own clock: milliseconds that setting the wall clock does not move. `run` tells processes apart, for each begins anew. */
export type Ticks = { readonly run: string; readonly now: () => number };

/**
 * A session of who is in is open: an idle screen shows the quiet screen first, and the lock waits longer. As long as any is, also one of
 * somebody else's, the locked screen shows STOP, whatever closes or kills the vault.
 */
export type Sitting = {
  /** `plannedEnd`: milliseconds from now. */
  readonly begin: (plannedEnd: number) => Promise<void>;
  /** `own`: it was theirs who is in. */
  readonly end: (own: boolean) => Promise<void>;
};

/** What a hidden window of our own may see of the practice: the one document it prints. `paper` is for a picture, which has no size of its own. */
export type PaperToPrint = {
  readonly mediaType: DocumentHead['mediaType'];
  readonly paper: 'letter' | 'a4';
  readonly bytes: Uint8Array;
};

export type Print = (paper: PaperToPrint) => Promise<PrintOutcome>;

/** What the vault process lends a practice beside its file. */
export type VaultSide = {
  readonly handOver: HandOver;
  /** Whether this is the passphrase of who is in. @throws Refusal wrong-passphrase, wait-before-next-try */
  readonly ownPassphrase: (passphrase: string) => Promise<void>;
  readonly print: Print;
  readonly ticks: Ticks;
  readonly sitting: Sitting;
  /** What is held in memory until the lock. */
  readonly memory: Memory;
  /** Says how far long work has come; goes out at once, before the call is answered. */
  readonly progress: (progress: Progress) => void;
};

/** The open practice as the vault process holds it, before a call makes it its own. */
export type OpenPractice = {
  readonly database: Database;
  readonly auditKey: Buffer;
  readonly anchor: Anchored;
  readonly actor: Keyholder;
  readonly content: ClinicalContent;
  readonly files: Files;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Overrides the profile's zone in tests. */
  readonly zone: Zone | null;
  /** What could be read of a damaged practice, in memory: whatever would change something is refused. */
  readonly readOnly?: boolean;
} & VaultSide;

/** The world a service is given, made anew for each call. */
export type Practice = {
  /** For reading outside a write. Inside one it throws: a query beside the transaction would wait for ever on the one connection. */
  readonly db: Database;
  /** The one way to change anything: all of it or nothing. Nothing slow is awaited inside. */
  readonly write: <T>(change: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly actor: Keyholder;
  /** The audit action of this call, from the contract. */
  readonly action: AuditAction | null;
  readonly auditKey: Buffer;
  readonly anchor: Anchored;
  readonly content: ClinicalContent;
  readonly files: Files;
  readonly appVersion: string;
  readonly zone: Zone | null;
  /** Tells the window what to ask for again once the call has succeeded. */
  readonly changed: (...topics: readonly Topic[]) => void;
} & VaultSide;

const inWrite = new AsyncLocalStorage<true>();

/** The world for one call, with its audit action; `topics` gathers what it changed. */
export const practiceFor = (open: OpenPractice, action: AuditAction | null, topics: Topic[] = []): Practice => ({
  get db(): Database {
    if (inWrite.getStore()) throw new Error('practice.db was used inside practice.write: give the reader the transaction');
    return open.database;
  },
  write: (change) => {
    if (inWrite.getStore()) throw new Error('practice.write inside practice.write: give the writer the transaction');
    return open.database.transaction().execute((tx) => inWrite.run(true, () => change(tx)));
  },
  now: () => instantFrom(open.clock()),
  newId: open.newId,
  actor: open.actor,
  action,
  auditKey: open.auditKey,
  anchor: open.anchor,
  content: open.content,
  files: open.files,
  appVersion: open.appVersion,
  zone: open.zone,
  handOver: open.handOver,
  ownPassphrase: open.ownPassphrase,
  print: open.print,
  ticks: open.ticks,
  sitting: open.sitting,
  memory: open.memory,
  progress: open.progress,
  changed: (...changed) => {
    topics.push(...changed);
  },
});
