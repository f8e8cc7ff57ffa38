import { connect, type Socket } from 'node:net';
import { framed } from './framed-socket.ts';
import type { FromWindow, ToWindow } from './window-messages.ts';

/** A dialog of the shell's, which the test answers in the person's place. */
export type DialogOpened =
  | { readonly kind: 'save-dialog'; readonly id: number; readonly suggested: string }
  | { readonly kind: 'folder-dialog'; readonly id: number }
  /** The printer's: answered with the file that takes what would be printed. */
  | { readonly kind: 'print-dialog'; readonly id: number };

/** From the shell to a test that plays the window process and the person. */
export type ToTest =
  | { readonly kind: 'window'; readonly windowId: number; readonly message: ToWindow }
  | { readonly kind: 'vault-started'; readonly pid: number }
  | { readonly kind: 'vault-gone'; readonly pid: number }
  | DialogOpened
  /** What the test told of the machine was told on: what follows finds it done. */
  | { readonly kind: 'power-told'; readonly id: number }
  /** A question with buttons; the test says which is pressed. */
  | { readonly kind: 'question'; readonly id: number; readonly message: string; readonly buttons: readonly string[] }
  /** Handed to another program of the computer. Nothing is opened. */
  | { readonly kind: 'opened-outside'; readonly url: string }
  | { readonly kind: 'error-box'; readonly title: string };

export type FromTest =
  | { readonly kind: 'window'; readonly windowId: number; readonly message: FromWindow }
  | { readonly kind: DialogOpened['kind']; readonly id: number; readonly path: string | null }
  | { readonly kind: 'question'; readonly id: number; readonly pressed: number }
  | { readonly kind: 'power'; readonly id: number; readonly event: string };

export type Control = {
  send(message: ToTest): void;
  onMessage(listener: (message: FromTest) => void): void;
};

let control: Control | null = null;

/** The test that started us, or null when a person did. Without its test a trial ends. */
export function testControl(onLost: () => void): Control | null {
  const path = process.env.STILLPOINT_TRIAL_CONTROL;
  if (!path) return null;
  control ??= connectTo(path, onLost);
  return control;
}

function connectTo(path: string, onLost: () => void): Control {
  const listeners = new Set<(message: FromTest) => void>();
  const socket: Socket = connect(path);
  const send = framed(socket, (message) => {
    for (const listener of listeners) listener(message as FromTest);
  });
  socket.once('close', onLost);
  return { send, onMessage: (listener) => void listeners.add(listener) };
}
