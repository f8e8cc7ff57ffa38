import { join } from 'node:path';
import { app, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Ended, LockTrigger, ShellToSecond, ShellToVault, VaultToShell } from '../practice/shell-messages.ts';

/** Answering a lock is a courtesy; the process is killed after this in any case, so that all is over within 2 s. */
const patienceMs = 1_200;

/** The last copy may take this long, on a slow stick; the practice is closed all the while. */
const copyPatienceMs = 60_000;

/** What the vault may ask of the shell. */
type AboutSecond = { kind: 'begin-second' | 'end-second' | 'connect-second' | 'second-gone' };
export type Question = Exclude<Extract<VaultToShell, { requestId: string }>, AboutSecond>;
export type Answer = Exclude<Extract<ShellToVault, { requestId: string }>, AboutSecond>;

/** The vault process as the shell sees it: something to connect, to lock and to see end. */
export type Vault = {
  /** Resolves when it listens; stays open for ever if it ends before that. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  isUnlocked(): boolean;
  connect(port: MessagePortMain): void;
  /** The end of the hidden page that prints what it asked for. */
  connectPrint(print: string, port: MessagePortMain): void;
  answer(message: Answer): void;
  /** Once it has ended: a backup may wait to be made. True for one that did not live to say. */
  copyWaits(): boolean;
  /** Asks (unless `trigger` is null), kills by pid and resolves when the process is gone. */
  end(trigger: LockTrigger | null): Promise<void>;
};

type Listeners = {
  readonly onQuestion: (question: Question) => void;
  /** The vault closed itself: at the page's request, or because a key was in its memory and nothing is open. */
  readonly onEnded: (end: Ended) => void;
  readonly onPainted: (print: string, whole: boolean) => void;
  /** The process is gone though nobody asked. */
  readonly onDied: () => void;
};

const fork = (folder: string, program: string, flags: readonly string[], serviceName: string) =>
  utilityProcess.fork(join(app.getAppPath(), 'out', folder, program), [...flags], {
    serviceName,
    stdio: app.isPackaged ? 'ignore' : 'inherit',
  });
const forkVault = (flags: readonly string[]) => fork('vault', 'vault-process.js', flags, 'Stillpoint vault');

export function startVault(flags: readonly string[], { onQuestion, onPainted, onEnded, onDied }: Listeners): Vault {
  const child = forkVault(flags);
  const spawned = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const seconds = new Map<string, UtilityProcess>();
  let isReady = false;
  let isUnlocked = false;
  let copyWaits = true;
  let ending: Promise<void> | null = null;

  child.on('message', (message: VaultToShell) => {
    switch (message.kind) {
      case 'ready':
        isReady = true;
        return ready.resolve();
      case 'unlocked':
        isUnlocked = true;
        return;
      case 'ended':
        copyWaits = message.copyWaits;
        answered.resolve();
        return ending ? undefined : onEnded(message);
      case 'choose-save':
      case 'choose-folder':
      case 'ask-shell':
      case 'print':
        return ending ? undefined : onQuestion(message);
      case 'begin-second':
        return ending ? undefined : beginSecond(message.requestId);
      case 'end-second':
        return killProcess(seconds.get(message.requestId)?.pid);
      case 'print-painted':
        return onPainted(message.print, message.whole);
    }
  });
  child.once('spawn', () => spawned.resolve());
  child.once('exit', () => {
    endSeconds();
    answered.resolve();
    gone.resolve();
    if (!ending) onDied();
  });

  const send = (message: ShellToVault, ports: MessagePortMain[] = []) => child.postMessage(message, ports);

  /** A process beside the vault, with a channel between the two that the shell does not keep. */
  function beginSecond(requestId: string): void {
    const second = fork('second', 'second-process.js', [], 'Stillpoint backups');
    seconds.set(requestId, second);
    second.once('spawn', () => {
      const { port1, port2 } = new MessageChannelMain();
      const first: ShellToSecond = { kind: 'second' };
      second.postMessage(first, [port2]);
      send({ kind: 'connect-second', requestId }, [port1]);
      if (!seconds.has(requestId) || ending) killProcess(second.pid);
    });
    second.once('exit', () => {
      seconds.delete(requestId);
      send({ kind: 'second-gone', requestId });
    });
  }

  function endSeconds(): void {
    for (const second of seconds.values()) killProcess(second.pid);
  }

  async function finish(trigger: LockTrigger | null): Promise<void> {
    if (trigger) {
      send({ kind: 'lock', trigger });
      await Promise.race([answered.promise, pause(patienceMs)]);
    }
    await Promise.race([spawned.promise, gone.promise]);
    endSeconds();
    killProcess(child.pid);
    await gone.promise;
  }

  return {
    ready: ready.promise,
    isReady: () => isReady,
    isUnlocked: () => isUnlocked,
    connect: (port) => send({ kind: 'connect' }, [port]),
    connectPrint: (print, port) => send({ kind: 'connect-print', print }, [port]),
    answer: (message) => send(message),
    copyWaits: () => copyWaits,
    end: (trigger) => (ending ??= finish(trigger)),
  };
}

/** Starts the vault process for the backup that waits and nothing else. Resolves when it is gone; what it did not make waits for the next start. */
export async function copyBeforeLeaving(flags: readonly string[]): Promise<void> {
  const child = forkVault([...flags, '--copy-due']);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([gone, pause(copyPatienceMs)]);
  killProcess(child.pid);
}

/** By pid and without a last word: what the process still holds in memory goes with it. */
function killProcess(pid: number | undefined): void {
  try {
    if (pid) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
