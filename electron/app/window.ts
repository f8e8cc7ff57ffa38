import { join } from 'node:path';
import { app, BrowserWindow, type MessagePortMain, type Rectangle, type Session, session, type WebPreferences } from 'electron';
import type { LastWord } from '../../shared/last-word.ts';
import { isOwnPage, pageOrigin, printPageUrl } from './page-files.ts';

/** How a window stood, so that the one after a lock stands the same. */
export type Stance = { readonly bounds: Rectangle; readonly isMaximized: boolean; readonly isFullScreen: boolean };

/** Why the page is shown: `ended` says that the vault process stopped by itself; a word is the last of the one before. */
export type PageReason = 'start' | 'ended' | LastWord;

const hashFor = (reason: PageReason): string => {
  if (reason === 'start') return '';
  return reason === 'ended' ? '#ended' : `#word=${encodeURIComponent(JSON.stringify(reason))}`;
};

const partition = 'stillpoint';

/** Without `persist:` this session lives in memory: no cache, cookie or form value is written anywhere. */
export function pageSession(): Session {
  return session.fromPartition(partition, { cache: false });
}

/** Every page of ours is held in the same way. */
export const pagePreferences = () =>
  ({
    partition,
    preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  }) satisfies WebPreferences;

export function openWindow(stance: Stance | null, reason: PageReason): BrowserWindow {
  const window = new BrowserWindow({
    ...(stance?.bounds ?? { width: 1280, height: 800 }),
    minWidth: 1024,
    minHeight: 700,
    title: 'Stillpoint',
    backgroundColor: '#F8F4EC',
    webPreferences: pagePreferences(),
  });
  if (stance?.isMaximized) window.maximize();
  if (stance?.isFullScreen) window.setFullScreen(true);
  // A refusal to load shows as `did-fail-load`; destroying the window mid-load rejects too, and means nothing.
  window.loadURL(`${pageOrigin}/${hashFor(reason)}`).catch(() => undefined);
  return window;
}

export function stanceOf(window: BrowserWindow): Stance {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() };
}

/** Hands the corridor to the top frame of our own page; a window that shows anything else gets nothing. */
export const handPort = (window: BrowserWindow, port: MessagePortMain): void => handTo(isOwnPage, window, port);

/** The same for the hidden page that prints, and for that page alone. */
export const handPrintPort = (window: BrowserWindow, port: MessagePortMain): void => handTo((url) => url === printPageUrl, window, port);

function handTo(isMeant: (url: string) => boolean, window: BrowserWindow, port: MessagePortMain): void {
  if (!window.isDestroyed() && isMeant(window.webContents.getURL())) {
    window.webContents.postMessage('vault-port', null, [port]);
  } else {
    port.close();
  }
}
