import { EventEmitter } from 'node:events';
import type { MessageBoxOptions, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Asked = { readonly window: unknown; readonly options: MessageBoxOptions; readonly press: (response: number) => void };

/** What the operating system would show and open; whether and with what is what is tested. */
const electron = vi.hoisted(() => ({
  asked: [] as unknown[],
  opened: [] as string[],
  opens: true,
  windows: new Map<unknown, unknown>(),
}));
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: (contents: unknown) => electron.windows.get(contents) ?? null },
  dialog: {
    showMessageBox: (window: unknown, options: MessageBoxOptions) =>
      new Promise((resolve) => {
        const press = (response: number) => resolve({ response, checkboxChecked: false });
        options.signal?.addEventListener('abort', () => press(options.cancelId ?? 0));
        electron.asked.push({ window, options, press });
      }),
  },
  shell: {
    openExternal: async (url: string) => {
      electron.opened.push(url);
      if (!electron.opens) throw new Error('there is no program for it');
    },
  },
}));

const { guardContents } = await import('./navigation-guard.ts');
const asked = electron.asked as Asked[];
const link = 'mailto:theo@example.com';

beforeEach(() => {
  asked.length = 0;
  electron.opened.length = 0;
  electron.opens = true;
});

/** A page under the guard, and going somewhere from it as Electron tells it: the main frame's event first. */
function guarded(url = 'app://stillpoint/#/reminders') {
  const contents = Object.assign(new EventEmitter(), { getURL: () => url, setWindowOpenHandler: () => undefined });
  const window = new EventEmitter();
  electron.windows.set(contents, window);
  guardContents(contents as unknown as WebContents);
  const tell = (name: string, going: { url: string; isMainFrame: boolean }): boolean => {
    let isPrevented = false;
    contents.emit(name, { ...going, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  };
  const go = (to: string, isMainFrame = true) => tell(isMainFrame ? 'will-navigate' : 'will-frame-navigate', { url: to, isMainFrame });
  return { contents, window, tell, go };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a link to one mail address', () => {
  it('is asked about over its window, and opened after a yes', async () => {
    const { window, go } = guarded();
    expect([go(link), electron.opened]).toEqual([true, []]);
    expect(asked.map(({ window: over, options: { signal: _, ...options } }) => [over === window, options])).toEqual([
      [
        true,
        {
          type: 'question',
          message: 'Open your mail program with a message to theo@example.com?',
          detail: 'Stillpoint sends nothing and fills in no words.',
          buttons: ['Open mail', 'Cancel'],
          defaultId: 0,
          cancelId: 1,
          noLink: true,
        },
      ],
    ]);
    asked[0]?.press(0);
    await settled();
    expect(electron.opened).toEqual([link]);
  });

  it('is not opened after a no, and may be asked about again', async () => {
    const { go } = guarded();
    go(link);
    asked[0]?.press(1);
    await settled();
    go(link);
    expect([electron.opened, asked.length]).toEqual([[], 2]);
  });

  it('is one question, however often and in whichever events it is told', async () => {
    const { tell, window } = guarded();
    const going = { url: link, isMainFrame: true };
    expect(['will-frame-navigate', 'will-navigate', 'will-navigate'].map((name) => tell(name, going))).toEqual([true, true, true]);
    expect([asked.length, window.listenerCount('closed')]).toEqual([1, 1]);
    asked[0]?.press(0);
    await settled();
    expect([electron.opened, window.listenerCount('closed')]).toEqual([[link], 0]);
  });

  it('goes with its window at a lock, and a late yes opens nothing', async () => {
    const { window, go } = guarded();
    go(link);
    window.emit('closed');
    expect(asked[0]?.options.signal?.aborted).toBe(true);
    asked[0]?.press(0);
    await settled();
    expect(electron.opened).toEqual([]);

    const other = guarded();
    other.go(link);
    asked[1]?.press(0);
    other.window.emit('closed');
    await settled();
    expect(electron.opened).toEqual([]);
  });

  it('that no program opens is said, without an error', async () => {
    electron.opens = false;
    const { go } = guarded();
    go(link);
    asked[0]?.press(0);
    await settled();
    expect(asked.map(({ options }) => options.message)).toEqual([
      'Open your mail program with a message to theo@example.com?',
      'No mail program opened.',
    ]);
    asked[1]?.press(0);
    await settled();
    go(link);
    expect(asked.length).toBe(3);
  });
});

describe('nothing is asked or opened for', () => {
  it.each([
    ['a subject', `${link}?subject=Hello`],
    ['a body', `${link}?body=Hello`],
    ['a copy to somebody', `${link}?cc=eve@example.org`],
    ['two addresses', `${link},eve@example.org`],
    ['two addresses, hidden', `${link}%2Ceve@example.org`],
    ['a header', `${link}%0D%0ABcc:eve@example.org`],
    ['a line break', `${link}\nBcc:eve@example.org`],
    ['capitals in the scheme', 'MAILTO:theo@example.com'],
    ['an unknown scheme', 'stillpoint:theo@example.com'],
    ['another program', 'tel:+15550100'],
    ['a page of the network', 'https://example.org/?mailto:theo@example.com'],
    ['a file', 'file:///etc/passwd'],
    ['our own page', 'app://stillpoint/#mailto:theo@example.com'],
  ])('%s', async (_what, url) => {
    const { go } = guarded();
    expect(go(url)).toBe(!url.startsWith('app://stillpoint/'));
    await settled();
    expect([asked, electron.opened]).toEqual([[], []]);
  });

  it('a frame inside the page, a page that is not ours, the page that prints, or a page without a window', async () => {
    expect(guarded().go(link, false)).toBe(true);
    for (const url of ['', 'https://example.org/', 'app://stillpoint/print/print.html']) expect(guarded(url).go(link)).toBe(true);
    const alone = guarded();
    electron.windows.delete(alone.contents);
    expect(alone.go(link)).toBe(true);
    expect([asked, electron.opened]).toEqual([[], []]);
  });
});
