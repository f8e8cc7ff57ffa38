import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Bridge = {
  call(name: string, input: unknown): Promise<unknown>;
  onNotice(listener: (notice: unknown) => void): () => void;
};
type Received = (event: { ports: unknown[] }) => void;

const electron = vi.hoisted(() => ({ exposed: new Map<string, unknown>(), received: null as unknown }));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api) },
  ipcRenderer: { once: (_channel: string, listener: unknown) => (electron.received = listener) },
}));

const ended = { ok: false, error: { code: 'unavailable', reason: 'vault-ended' } };

async function load(): Promise<{ stillpoint: Bridge; vault: MessagePort; connect(): void }> {
  vi.resetModules();
  await import('./preload.ts');
  const { port1, port2 } = new MessageChannel();
  return {
    stillpoint: electron.exposed.get('stillpoint') as Bridge,
    vault: port1,
    connect: () => (electron.received as Received)({ ports: [port2] }),
  };
}

const next = (port: MessagePort) => new Promise((resolve) => port.once('message', resolve));

beforeEach(() => electron.exposed.clear());

describe('the preload', () => {
  it('exposes one name with two functions', async () => {
    const { stillpoint, vault } = await load();
    expect([[...electron.exposed.keys()], Object.keys(stillpoint)]).toEqual([['stillpoint'], ['call', 'onNotice']]);
    vault.close();
  });

  it('holds a call until the port is there and pairs answers with calls', async () => {
    const { stillpoint, vault, connect } = await load();
    const first = stillpoint.call('clients.list', {});
    connect();
    expect(await next(vault)).toEqual({ id: 1, call: 'clients.list', input: {} });
    const second = stillpoint.call('clients.get', { id: 'a' });
    expect(await next(vault)).toEqual({ id: 2, call: 'clients.get', input: { id: 'a' } });

    vault.postMessage({ id: 2, reply: { ok: true, value: 'second' } });
    vault.postMessage({ id: 1, reply: { ok: true, value: 'first' } });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
    vault.close();
  });

  it('says that the vault ended to whoever waits, and to whoever asks later', async () => {
    const { stillpoint, vault, connect } = await load();
    connect();
    const waiting = stillpoint.call('clients.list', {});
    await next(vault);
    vault.close();
    expect(await waiting).toEqual(ended);
    expect(await stillpoint.call('clients.list', {})).toEqual(ended);
  });

  it('tells a notice to all who listen', async () => {
    const { stillpoint, vault, connect } = await load();
    connect();
    const heard: unknown[] = [];
    const stop = stillpoint.onNotice((notice) => heard.push(['first', notice]));
    const told = new Promise<void>((resolve) => {
      stillpoint.onNotice((notice) => {
        heard.push(['second', notice]);
        if (notice === 2) resolve();
        stop();
      });
    });
    vault.postMessage({ notice: 1 });
    vault.postMessage({ notice: 2 });
    await told;
    expect(heard).toEqual([
      ['first', 1],
      ['second', 1],
      ['second', 2],
    ]);
    vault.close();
  });
});
