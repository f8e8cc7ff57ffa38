import { contextBridge, ipcRenderer } from 'electron';

/**
 * The page's end of the corridor: what it sends goes to the vault process over the port, not to the shell.
 * Plain JSON both ways; what a call means is none of this file's business.
 */
type FromVault = { readonly id: number; readonly reply: unknown } | { readonly notice: unknown };

/** The browser's MessagePort, as far as it is used here; this project's types know no browser. */
type PagePort = {
  addEventListener(type: 'message' | 'close', listener: (event: { readonly data: FromVault }) => void): void;
  start(): void;
  postMessage(message: { readonly id: number; readonly call: string; readonly input: unknown }): void;
};

const vaultEnded = { ok: false, error: { code: 'unavailable', reason: 'vault-ended' } } as const;

const port = Promise.withResolvers<PagePort>();
const waiting = new Map<number, (reply: unknown) => void>();
const listeners = new Set<(notice: unknown) => void>();
let lastId = 0;
let hasEnded = false;

ipcRenderer.once('vault-port', ({ ports }) => {
  const [received] = ports as unknown as readonly PagePort[];
  if (!received) return;
  received.addEventListener('message', ({ data }) => {
    if ('notice' in data) {
      for (const listener of listeners) listener(data.notice);
    } else {
      settle(data.id, data.reply);
    }
  });
  received.addEventListener('close', () => {
    hasEnded = true;
    for (const id of [...waiting.keys()]) settle(id, vaultEnded);
  });
  received.start();
  port.resolve(received);
});

function settle(id: number, reply: unknown): void {
  waiting.get(id)?.(reply);
  waiting.delete(id);
}

contextBridge.exposeInMainWorld('stillpoint', {
  call(name: string, input: unknown): Promise<unknown> {
    if (hasEnded) return Promise.resolve(vaultEnded);
    const id = ++lastId;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    waiting.set(id, resolve);
    port.promise.then((open) => open.postMessage({ id, call: name, input }));
    return promise;
  },
  onNotice(listener: (notice: unknown) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});
