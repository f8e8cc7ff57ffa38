import { randomUUID } from 'node:crypto';
import type { Second } from './second-process.ts';

type Port = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
};

type ToShell = { readonly begin: (requestId: string) => void; readonly end: (requestId: string) => void };

type Open = {
  readonly unsent: unknown[];
  readonly port: { current: Port | null };
  readonly message: ((message: unknown) => void)[];
  readonly gone: (() => void)[];
};

/** Second processes that the shell starts and ends. What is said goes over a port of their own: the shell moves it, and never sees a key. */
export const openSecondPorts = ({ begin, end }: ToShell) => {
  const all = new Map<string, Open>();

  const second: Second = () => {
    const requestId = randomUUID();
    const open: Open = { unsent: [], port: { current: null }, message: [], gone: [] };
    all.set(requestId, open);
    begin(requestId);
    return {
      post: (message) => {
        if (open.port.current) open.port.current.postMessage(message);
        else open.unsent.push(message);
      },
      onMessage: (listener) => void open.message.push(listener),
      onGone: (listener) => void open.gone.push(listener),
      end: () => {
        all.delete(requestId);
        open.unsent.length = 0;
        open.port.current?.close();
        end(requestId);
      },
    };
  };

  return {
    second,
    connect: (requestId: string, port: Port): void => {
      const open = all.get(requestId);
      if (!open) {
        port.close();
        return;
      }
      open.port.current = port;
      port.on('message', ({ data }) => {
        for (const listener of open.message) listener(data);
      });
      port.start();
      for (const message of open.unsent.splice(0)) port.postMessage(message);
    },
    gone: (requestId: string): void => {
      for (const listener of all.get(requestId)?.gone ?? []) listener();
      all.delete(requestId);
    },
  };
};
