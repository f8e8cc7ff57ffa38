import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Done = (success: boolean, reason: string) => void;

/** Electron's window as far as this file uses it; what is tested is when it opens, prints and goes. */
const electron = vi.hoisted(() => ({ windows: [] as unknown[] }));
vi.mock('electron', () => ({
  app: { isPackaged: false, getAppPath: () => '/app' },
  session: {},
  BrowserWindow: function BrowserWindow(options: unknown) {
    const window = fakeWindow(options);
    electron.windows.push(window);
    return window;
  },
}));

type FakeWindow = EventEmitter & {
  readonly options: { readonly show: boolean; readonly webPreferences: Record<string, unknown> };
  readonly webContents: EventEmitter & { print: (options: unknown, done: Done) => void };
  readonly urls: string[];
  readonly dialogs: Done[];
  destroyed: boolean;
};

function fakeWindow(options: unknown): FakeWindow {
  const window = new EventEmitter() as FakeWindow;
  const webContents = new EventEmitter() as FakeWindow['webContents'];
  const dialogs: Done[] = [];
  const urls: string[] = [];
  webContents.print = (_options, done) => void dialogs.push(done);
  return Object.assign(window, {
    options,
    webContents,
    urls,
    dialogs,
    destroyed: false,
    loadURL: async (url: string) => void urls.push(url),
    isDestroyed: () => window.destroyed,
    destroy: () => {
      if (window.destroyed) return;
      window.destroyed = true;
      window.emit('closed');
    },
  }) as unknown as FakeWindow;
}

const { openPrintRoom } = await import('./print.ts');
const turn = () => vi.advanceTimersByTimeAsync(0);
const opened = (): FakeWindow => electron.windows.at(-1) as FakeWindow;

beforeEach(() => {
  electron.windows.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const begun = () => {
  const room = openPrintRoom();
  const connected: unknown[] = [];
  const outcome = room.print('one', (window) => connected.push(window));
  const window = opened();
  window.webContents.emit('did-finish-load');
  return { room, outcome, window, connected };
};

describe('printing', () => {
  it('opens a hidden page of our own, held as every other, and connects it once it is loaded', async () => {
    const { window, connected, room } = begun();
    expect(window.urls).toEqual(['app://stillpoint/print/print.html']);
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: { partition: 'stillpoint', sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    });
    expect(connected).toEqual([window]);
    expect(window.dialogs).toEqual([]);
    room.closeAll();
  });

  it.each([
    [true, '', 'printed'],
    [false, 'Print job canceled', 'cancelled'],
    [false, 'cancelled', 'cancelled'],
    [false, 'No printers available on the network', 'no-printer'],
    [false, 'Print job failed', 'failed'],
  ] as const)('says what became of it: %s %j is %s', async (success, reason, said) => {
    const { room, outcome, window } = begun();
    room.painted('one', true);
    await turn();
    window.dialogs[0]?.(success, reason);
    expect(await outcome).toBe(said);
    expect(window.destroyed).toBe(true);
  });

  it('prints nothing that could not be painted, or was not painted in time, or whose page died', async () => {
    const unpaintable = begun();
    unpaintable.room.painted('one', false);
    expect(await unpaintable.outcome).toBe('failed');
    const late = begun();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await late.outcome).toBe('failed');
    const dead = begun();
    dead.window.webContents.emit('render-process-gone');
    expect(await dead.outcome).toBe('failed');
    for (const { window } of [unpaintable, late, dead]) expect([window.dialogs.length, window.destroyed]).toEqual([0, true]);
  });

  it('waits for the person as long as they take', async () => {
    const { room, outcome, window } = begun();
    room.painted('one', true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(window.destroyed).toBe(false);
    window.dialogs[0]?.(true, '');
    expect(await outcome).toBe('printed');
  });

  it('goes with a lock, also from under an open dialog', async () => {
    const { room, outcome, window } = begun();
    room.painted('one', true);
    await turn();
    room.closeAll();
    expect(window.destroyed).toBe(true);
    expect(await outcome).toBe('failed');
  });
});
