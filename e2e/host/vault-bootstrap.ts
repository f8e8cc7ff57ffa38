/**
 * Loaded before the vault process: gives it Electron's `process.parentPort` over the fork's own channel,
 * and makes sure that it cannot import `electron`.
 */
import { EventEmitter } from 'node:events';
import { flushCompileCache, registerHooks } from 'node:module';
import { listenOnce, type SocketPort } from './socket-port.ts';

export type ToForked = { readonly data: unknown; readonly sockets: readonly string[] };
export type FromForked = { readonly kind: 'message'; readonly data: unknown } | { readonly kind: 'listening'; readonly socket: string };

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') throw new Error('the vault process must not import electron');
    return next(specifier, context);
  },
});

class ParentPort extends EventEmitter {
  postMessage(data: unknown): void {
    send({ kind: 'message', data });
  }
}

function send(message: FromForked): void {
  if (process.connected) process.send?.(message);
}

const parentPort = new ParentPort();
const unread: { data: unknown; ports: SocketPort[] }[] = [];

process.on('message', ({ data, sockets }: ToForked) => {
  const ports = sockets.map((socket) => listenOnce(socket, () => send({ kind: 'listening', socket })));
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', { data, ports });
  else unread.push({ data, ports });
});
parentPort.on('newListener', (event) => {
  if (event !== 'message') return;
  setImmediate(() => {
    for (const message of unread.splice(0)) parentPort.emit('message', message);
  });
});

// A utility process ends with its parent, and a Ctrl+C in the terminal is the shell's to answer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('SIGINT', () => undefined);

Object.defineProperty(process, 'parentPort', { value: parentPort });

/** It is killed and never ends by itself: what Node compiled, where that is kept at all, would be compiled by the next one again. */
const compiledMs = 600;
setTimeout(flushCompileCache, compiledMs).unref();
