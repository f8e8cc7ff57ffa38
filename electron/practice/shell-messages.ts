import type { LastWord } from '../../shared/last-word.ts';
import type { PrintOutcome } from '../../shared/printing.ts';

/**
 * What the shell (main process) and the vault process say to each other over `parentPort`.
 * Nothing here can carry a client's data: the shell moves ports and file choices, never calls.
 */

/** Why the practice is being locked; kept in the audit trail. */
export type LockTrigger = 'person' | 'menu' | 'window-closed' | 'idle' | 'sleep' | 'screen-lock' | 'quit';

/** A file or folder the person chose in the shell's own dialog: good once, for one call. */
export type ChosenFile = { readonly grant: string; readonly path: string };

/** What only the shell knows of the protections. */
export type ShellFacts = {
  /** Requests off our own page that were asked for since the start, and refused. */
  readonly refusedRequests: number;
  /** The lock before this vault process, and how long after it the process was gone; null where there was none since the start. */
  readonly lastLock: { readonly at: string; readonly trigger: LockTrigger | null; readonly milliseconds: number } | null;
};

/** `milliseconds`: how long the closing has taken till here; `word`: what the next page says first. */
export type Ended = { readonly milliseconds: number; readonly word: LastWord | null };

export type ShellToVault =
  /** `ports[0]` of the same message is the page's end of the corridor; a new page replaces the old. */
  | { readonly kind: 'connect' }
  /** Close what is open and answer `ended`; the shell kills the process in any case. */
  | { readonly kind: 'lock'; readonly trigger: LockTrigger }
  | { readonly kind: 'file-chosen'; readonly requestId: string; readonly chosen: ChosenFile | null }
  | { readonly kind: 'shell-facts'; readonly requestId: string; readonly facts: ShellFacts }
  /** `ports[0]` is the end of the hidden page that prints what `print` asked for. */
  | { readonly kind: 'connect-print'; readonly print: string }
  | { readonly kind: 'print-ended'; readonly requestId: string; readonly outcome: PrintOutcome }
  /** `ports[0]` leads to the second process that was asked for. */
  | { readonly kind: 'connect-second'; readonly requestId: string }
  | { readonly kind: 'second-gone'; readonly requestId: string };

/** To a second process, once: `ports[0]` leads to the vault. */
export type ShellToSecond = { readonly kind: 'second' };

export type VaultToShell =
  /** The vault process listens; sent once after start. */
  | { readonly kind: 'ready' }
  /** A passphrase opened the practice: lock triggers matter from now on. */
  | { readonly kind: 'unlocked' }
  /** Everything is closed. The shell kills this process, destroys the page and starts both anew; `copyWaits`: a backup waits to be made. */
  | (Ended & { readonly kind: 'ended'; readonly copyWaits: boolean })
  /** Show a save dialog. `suggestedName` holds a form's title and a date, never a person's name. */
  | { readonly kind: 'choose-save'; readonly requestId: string; readonly suggestedName: string; readonly extension: string }
  /** Show a folder dialog; answered by `file-chosen`. */
  | { readonly kind: 'choose-folder'; readonly requestId: string }
  | { readonly kind: 'ask-shell'; readonly requestId: string }
  /** Open a hidden page that will ask for the document over its own port; answered by `print-ended`. */
  | { readonly kind: 'print'; readonly requestId: string }
  /** The page has painted everything, or (`false`) cannot. */
  /** Start another process for one job beside the open practice; answered by `connect-second`. */
  | { readonly kind: 'begin-second'; readonly requestId: string }
  /** Kill it: it may hold keys. */
  | { readonly kind: 'end-second'; readonly requestId: string }
  | { readonly kind: 'print-painted'; readonly print: string; readonly whole: boolean };
