import { randomUUID } from 'node:crypto';
import type { Notice } from '../shared/notices.ts';
import { forkedSecond } from './backup/forked-second.ts';
import { openSecondPorts } from './backup/second-ports.ts';
import { openPrintPorts } from './documents/print-port.ts';
import { flagsOf, openHouse } from './practice/house.ts';
import type { ChosenFile, LockTrigger, ShellFacts, ShellToVault, VaultToShell } from './practice/shell-messages.ts';

/** The page's end of the corridor, as Electron's ports and the trial host's sockets both offer it. */
type Port = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
};

type Shell = {
  readonly on: (event: 'message', listener: (event: { readonly data: ShellToVault; readonly ports: readonly Port[] }) => void) => unknown;
  readonly postMessage: (message: VaultToShell) => void;
};

const shell = (process as unknown as { readonly parentPort?: Shell }).parentPort;
if (!shell) throw new Error('the vault process is started by the shell');

let page: Port | null = null;
const waiting = new Map<string, (answer: never) => void>();
/** Asks the shell and waits for its answer, however long the person takes. */
const ask = <T>(question: (requestId: string) => VaultToShell): Promise<T> =>
  new Promise((resolve) => {
    const requestId = randomUUID();
    waiting.set(requestId, resolve);
    shell.postMessage(question(requestId));
  });
const answered = (requestId: string, answer: unknown): void => {
  waiting.get(requestId)?.(answer as never);
  waiting.delete(requestId);
};
const tell = (notice: Notice): void => page?.postMessage({ notice });

const printPorts = openPrintPorts({
  ask: (requestId) => shell.postMessage({ kind: 'print', requestId }),
  painted: (print, whole) => shell.postMessage({ kind: 'print-painted', print, whole }),
  mayPrint: () => {
    const standing = house.vault.standing();
    return standing.state === 'open' && standing.practice.handOver.current() === null;
  },
});

const secondPorts = openSecondPorts({
  begin: (requestId) => shell.postMessage({ kind: 'begin-second', requestId }),
  end: (requestId) => shell.postMessage({ kind: 'end-second', requestId }),
});

const flags = flagsOf(process.argv.slice(2));
const house = openHouse(flags, 'electron' in process.versions ? 'electron' : 'trial', {
  dialog: (suggestedName, extension) =>
    ask<ChosenFile | null>((requestId) => ({ kind: 'choose-save', requestId, suggestedName, extension })),
  folderDialog: () => ask<ChosenFile | null>((requestId) => ({ kind: 'choose-folder', requestId })),
  shellFacts: () => ask<ShellFacts>((requestId) => ({ kind: 'ask-shell', requestId })),
  print: printPorts.print,
  second: 'electron' in process.versions ? secondPorts.second : forkedSecond,
  opened: () => shell.postMessage({ kind: 'unlocked' }),
  idle: () => lock('idle'),
  announce: (topics) => tell({ kind: 'changed', topics: [...new Set(topics)] }),
  progress: (step) => tell({ kind: 'progress', ...step }),
  ended: (end) => shell.postMessage({ kind: 'ended', copyWaits: house.vault.copyWaits(), ...end }),
});

const lock = (trigger: LockTrigger): void => {
  tell({ kind: 'locked' });
  void house.vault.close(trigger).catch((failure: unknown) => house.log.incident(failure));
};

const isRequest = (data: unknown): data is { readonly id: unknown; readonly call: unknown; readonly input: unknown } =>
  typeof data === 'object' && data !== null && 'id' in data && 'call' in data;

const serve = (port: Port): void => {
  page?.close();
  page = port;
  port.on('message', ({ data }) => {
    if (!isRequest(data)) return;
    const { id, call, input } = data;
    void house.dispatch(call, input).then((reply) => port.postMessage({ id, reply }));
  });
  port.start();
};

shell.on('message', ({ data, ports }) => {
  switch (data.kind) {
    case 'connect':
      if (ports[0]) serve(ports[0]);
      return;
    case 'lock':
      lock(data.trigger);
      return;
    case 'file-chosen':
      answered(data.requestId, data.chosen);
      return;
    case 'shell-facts':
      answered(data.requestId, data.facts);
      return;
    case 'connect-print':
      if (ports[0]) printPorts.serve(data.print, ports[0]);
      return;
    case 'connect-second':
      if (ports[0]) secondPorts.connect(data.requestId, ports[0]);
      return;
    case 'second-gone':
      secondPorts.gone(data.requestId);
      return;
    case 'print-ended':
      printPorts.ended(data.requestId, data.outcome);
      return;
  }
});

// Whatever nobody caught leaves the process in an unknown state: it ends, and the shell says so.
process.on('uncaughtException', (failure) => {
  house.log.incident(failure);
  process.exit(70);
});

const copied = house.vault.copyDue();
// Started once more at the very end, for nothing else.
if (flags.has('copy-due')) void copied.finally(() => process.exit(0));
else shell.postMessage({ kind: 'ready' });
