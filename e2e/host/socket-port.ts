import { EventEmitter } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { framed } from './framed-socket.ts';

/** One end of a channel, with the manners of Electron's MessagePortMain: silent until `start`. */
export class SocketPort extends EventEmitter {
  #send: ((message: unknown) => void) | null = null;
  #socket: Socket | null = null;
  #unsent: unknown[] = [];
  #unread: unknown[] = [];
  #isStarted = false;
  #isClosed = false;

  attach(socket: Socket): void {
    if (this.#isClosed) return void socket.destroy();
    this.#socket = socket;
    this.#send = framed(socket, (message) => this.#receive(message));
    socket.once('close', () => this.#end());
    for (const message of this.#unsent) this.#send(message);
    this.#unsent = [];
  }

  postMessage(message: unknown): void {
    if (this.#isClosed) return;
    if (this.#send) this.#send(message);
    else this.#unsent.push(message);
  }

  start(): void {
    this.#isStarted = true;
    for (const message of this.#unread) this.emit('message', { data: message, ports: [] });
    this.#unread = [];
  }

  close(): void {
    this.#socket?.end();
    this.#end();
  }

  #receive(message: unknown): void {
    if (this.#isStarted) this.emit('message', { data: message, ports: [] });
    else this.#unread.push(message);
  }

  #end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit('close');
  }
}

/** Listens for exactly one peer; whoever else finds the socket finds it closed. */
export function listenOnce(path: string, onListening: () => void): SocketPort {
  const port = new SocketPort();
  const server = createServer((socket) => {
    server.close();
    port.attach(socket);
  });
  server.listen(path, onListening);
  port.once('close', () => server.close());
  return port;
}
