import { BrowserWindow, type WebContents } from 'electron';
import type { PrintOutcome } from '../../shared/printing.ts';
import { inTime } from '../practice/in-time.ts';
import { printPageUrl } from './page-files.ts';
import { pagePreferences } from './window.ts';

/** Painting a long scan takes a while; longer than this something is stuck. */
const paintingMs = 120_000;

/** The hidden windows that paint a document for the printer, each gone when its printing is over. */
export type PrintRoom = {
  /** Opens the page, connects it when it is loaded, and puts it before the printer's dialog once it is painted. */
  print(print: string, connect: (window: BrowserWindow) => void): Promise<PrintOutcome>;
  painted(print: string, whole: boolean): void;
  /** The practice locks: what was painted goes at once, also from under an open dialog. */
  closeAll(): void;
};

const outcomeOf = (success: boolean, reason: string): PrintOutcome => {
  if (success) return 'printed';
  if (/cancel/i.test(reason)) return 'cancelled';
  return /no printers?\b/i.test(reason) ? 'no-printer' : 'failed';
};

const throughDialog = (contents: WebContents): Promise<PrintOutcome> =>
  new Promise((resolve) => {
    const options = { silent: false, printBackground: true, margins: { marginType: 'none' } } as const;
    contents.print(options, (success, reason) => resolve(outcomeOf(success, reason)));
  });

const openHiddenPage = (): BrowserWindow => {
  const window = new BrowserWindow({
    show: false,
    title: 'Stillpoint',
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  });
  window.loadURL(printPageUrl).catch(() => undefined);
  return window;
};

export function openPrintRoom(): PrintRoom {
  const painting = new Map<string, { readonly window: BrowserWindow; readonly painted: (whole: boolean) => void }>();

  async function outcomeFrom(window: BrowserWindow, whole: Promise<boolean>): Promise<PrintOutcome> {
    const gone = new Promise<'failed'>((resolve) => {
      window.once('closed', () => resolve('failed'));
      window.webContents.once('render-process-gone', () => resolve('failed'));
    });
    const isPainted = await Promise.race([inTime(whole, paintingMs), gone]);
    return isPainted === true ? Promise.race([throughDialog(window.webContents), gone]) : 'failed';
  }

  return {
    async print(print, connect) {
      const window = openHiddenPage();
      const whole = Promise.withResolvers<boolean>();
      painting.set(print, { window, painted: whole.resolve });
      window.webContents.once('did-finish-load', () => connect(window));
      try {
        return await outcomeFrom(window, whole.promise);
      } finally {
        painting.delete(print);
        if (!window.isDestroyed()) window.destroy();
      }
    },
    painted: (print, whole) => painting.get(print)?.painted(whole),
    closeAll: () => {
      for (const { window } of [...painting.values()]) window.destroy();
    },
  };
}
