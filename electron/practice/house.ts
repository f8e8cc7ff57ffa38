import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Progress, Topic } from '../../shared/notices.ts';
import { instantFrom } from '../../shared/time.ts';
import { forkedSecond } from '../backup/forked-second.ts';
import type { Second } from '../backup/second-process.ts';
import { type ClinicalContent, type ContentProblem, loadClinicalContent } from '../consent/form-content.ts';
import { createVault } from '../vault/vault-service.ts';
import type { Vault, VaultWorld } from '../vault/vault-world.ts';
import { makeDemo } from './demo.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { type Dialog, type FolderDialog, type GrantedFiles, grantedFiles } from './files.ts';
import { installation } from './installation.ts';
import { fileLog, type Log } from './log.ts';
import { newIdAt } from './new-id.ts';
import type { Print } from './practice.ts';
import type { Ended, ShellFacts } from './shell-messages.ts';

// Drawing a document makes many short-lived objects, and V8 answers by letting its nursery grow: 316 MB after a day of signing,
// 208 MB when it may not (npm run bench). Set here because Electron's utility processes take no V8 flags on their command line.
setFlagsFromString('--semi-space-growth-factor=1');

/** `--name=value`, `--name value` and `--name` as the shell or a person gave them. */
export const flagsOf = (argv: readonly string[]): ReadonlyMap<string, string> => {
  const flags = new Map<string, string>();
  for (const [index, word] of argv.entries()) {
    const [, name, value] = word.match(/^--([a-z-]+)(?:=(.*))?$/su) ?? [];
    const next = argv[index + 1];
    if (name) flags.set(name, value ?? (next && !next.startsWith('--') ? next : ''));
  }
  return flags;
};

/** The clock: the machine's, or `--now` as the moment of starting, from which monotonic time runs on. */
const clockFrom = (now: string | undefined): (() => number) => {
  if (now === undefined) return () => Date.now();
  const started = performance.now();
  const first = Date.parse(now);
  if (Number.isNaN(first)) throw new Error('--now is no instant');
  return () => first + Math.floor(performance.now() - started);
};

/** The first looks of a person come first. */
const untilTended = 2_000;
const tendedEvery = 30 * 60_000;

/** Sees to the backups soon after it was opened, and again and again while it stays open. */
const tendWhileOpen = (vault: Vault, after = untilTended): void => {
  const look = (): void => {
    if (vault.standing().state !== 'open') return;
    void vault.tend();
    tendWhileOpen(vault, tendedEvery);
  };
  setTimeout(look, after).unref();
};

export type House = { readonly dispatch: Dispatch; readonly vault: Vault; readonly files: GrantedFiles; readonly log: Log };

type Ends = {
  readonly dialog: Dialog;
  readonly folderDialog?: FolderDialog;
  readonly announce: (topics: readonly Topic[]) => void;
  /** How far long work has come; nobody need listen. */
  readonly progress?: (progress: Progress) => void;
  /** Null without a shell. */
  readonly shellFacts?: () => Promise<ShellFacts>;
  /** Null without a shell. */
  readonly print?: Print;
  /** Null: one forked from this process, where there is no shell. */
  readonly second?: Second;
  readonly opened?: () => void;
  readonly idle?: () => void;
  readonly ended: (end: Ended) => void;
  /** Another folder of clinical content than the installation's; for trials. */
  readonly clinical?: string;
  /** Clinical content that was read already; for trials by the hundred. */
  readonly content?: ClinicalContent;
};

/** Puts the vault, its files and the one door together: the same for the window's vault process and for `headless`. */
export const openHouse = (flags: ReadonlyMap<string, string>, madeBy: VaultWorld['madeBy'], ends: Ends): House => {
  // SQLite makes its files by the process's mask; nobody else on this computer has business in them.
  process.umask(0o077);
  const folder = flags.get('data');
  if (!folder) throw new Error('--data=FOLDER is needed');
  const clock = clockFrom(flags.get('now'));
  const log = fileLog(resolve(folder), () => instantFrom(clock()));
  const { clinical, version } = installation();
  const files = grantedFiles({ save: ends.dialog, folder: ends.folderDialog ?? (async () => null) }, resolve(folder));
  const idleSeconds = flags.get('idle-seconds');
  let content: ClinicalContent | null = ends.content ?? null;
  let contentProblem: ContentProblem | null = null;
  const vault: Vault = createVault({
    folder: resolve(folder),
    madeBy,
    anyHost: flags.has('any-host'),
    demo: flags.has('demo'),
    clock,
    newId: () => newIdAt(clock()),
    zone: flags.get('zone') ?? null,
    appVersion: version,
    content: () => {
      content ??= loadClinicalContent(ends.clinical ?? clinical, (problem) => {
        contentProblem = problem;
        log.event(`content ${problem.file}: ${problem.field}`);
      });
      return content;
    },
    contentProblem: () => (content ? null : contentProblem),
    print: ends.print ?? (async () => 'no-printer'),
    second: ends.second ?? forkedSecond,
    files,
    log,
    announce: ends.announce,
    progress: (step) => ends.progress?.(step),
    idleSeconds: idleSeconds === undefined ? null : Number(idleSeconds),
    shellFacts: async () => ends.shellFacts?.() ?? null,
    opened: () => {
      ends.opened?.();
      tendWhileOpen(vault);
    },
    idle: () => (ends.idle ? ends.idle() : void vault.close('idle')),
    ended: ends.ended,
  });
  const dispatch = createDispatch({
    standing: vault.standing,
    door: vault.door,
    log,
    announce: ends.announce,
    refusedWhileLocked: vault.refusedWhileLocked,
  });
  if (!flags.has('demo') || vault.standing().state !== 'no-practice') return { dispatch, vault, files, log };
  const made = makeDemo(dispatch, flags.get('zone')).catch((failure: unknown) => void log.incident(failure));
  return { dispatch: async (name, input) => made.then(() => dispatch(name, input)), vault, files, log };
};
