import { constants, setPriority } from 'node:os';
import { serveSecond } from './backup/second-work.ts';
import type { ShellToSecond } from './practice/shell-messages.ts';

/** Started for one job on a copy of the practice: by the shell, or by the vault process itself where there is none. */

/** The vault's end of the channel, as Electron's ports offer it. */
type Port = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
};

type Shell = {
  readonly on: (event: 'message', listener: (event: { readonly data: ShellToSecond; readonly ports: readonly Port[] }) => void) => unknown;
};

try {
  // Whoever saves meanwhile comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // A system that refuses this copies all the same.
}

const { parentPort: shell } = process as unknown as { readonly parentPort?: Shell };
if (shell) {
  shell.on('message', ({ ports: [port] }) => {
    if (!port) return;
    serveSecond({ onMessage: (listener) => port.on('message', ({ data }) => listener(data)), post: (answer) => port.postMessage(answer) });
    port.start();
  });
} else {
  // Whoever forked it is gone: nobody waits for the answer, and it may hold keys.
  process.on('disconnect', () => process.exit(0));
  serveSecond({ onMessage: (listener) => process.on('message', listener), post: (answer) => void process.send?.(answer) });
}
