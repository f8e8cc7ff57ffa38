import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { socketPath } from './private-folder.ts';
import { NotInTrialHost } from './refusing.ts';
import { ownFolder } from './stand-in-app.ts';

/**
 * A channel the shell makes and gives away, and never holds: one end goes to a forked process, which listens
 * on the socket; the other to a window, which connects to it.
 */
export class TransferredPort {
  readonly socket: string;
  readonly #listening: Promise<void>;

  constructor(socket: string, listening: Promise<void>) {
    this.socket = socket;
    this.#listening = listening;
  }

  whenListening(then: () => void): void {
    this.#listening.then(then);
  }

  /** Nobody will come: the listener sees its port close. */
  close(): void {
    this.whenListening(() => {
      const socket = connect(this.socket, () => socket.destroy());
      socket.on('error', () => undefined);
    });
  }
}

const listeners = new Map<string, () => void>();

/** A forked process says that it listens on this socket now. */
export function nowListening(socket: string): void {
  listeners.get(socket)?.();
  listeners.delete(socket);
}

export class MessageChannelMain {
  readonly port1: TransferredPort;
  readonly port2: TransferredPort;

  constructor() {
    const socket = socketPath(ownFolder(), randomUUID());
    const { promise, resolve } = Promise.withResolvers<void>();
    listeners.set(socket, resolve);
    this.port1 = new TransferredPort(socket, promise);
    this.port2 = new TransferredPort(socket, promise);
  }
}

export function transferred(ports: readonly unknown[]): readonly TransferredPort[] {
  return ports.map((port) => {
    if (port instanceof TransferredPort) return port;
    throw new NotInTrialHost('a port that is not from MessageChannelMain');
  });
}
