import { BrowserWindow, dialog, shell, type WebContents } from 'electron';
import { addressIn } from '../../shared/mail-link.ts';
import { isOwnPage } from './page-files.ts';

const words = {
  question: (address: string) => `Open your mail program with a message to ${address}?`,
  promise: 'Stillpoint sends nothing and fills in no words.',
  open: 'Open mail',
  leave: 'Cancel',
  failed: 'No mail program opened.',
  failedHelp: 'Copy the address instead, and begin the message yourself.',
  close: 'Close',
} as const;

/**
 * Opens the mail program for a link that is one address alone, after a question; every other link is left alone. One question at a time,
 * and it goes with the page: after a lock nothing shows the address any more, and nothing is opened.
 */
export function mailOpener(contents: WebContents): (url: string) => void {
  let isAsking = false;
  return (url) => {
    const address = addressIn(url);
    if (isAsking || address === null || !isOwnPage(contents.getURL())) return;
    const window = BrowserWindow.fromWebContents(contents);
    if (!window) return;
    isAsking = true;
    void openOnceAgreed(window, address, url).finally(() => {
      isAsking = false;
    });
  };
}

async function openOnceAgreed(window: BrowserWindow, address: string, url: string): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  window.once('closed', leave);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.question(address),
    detail: words.promise,
    buttons: [words.open, words.leave],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal: gone.signal,
  });
  if (response === 0 && !gone.signal.aborted) {
    await shell.openExternal(url).catch(() => sayItFailed(window, gone.signal));
  }
  window.removeListener('closed', leave);
}

async function sayItFailed(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { failed: message, failedHelp: detail, close } = words;
  await dialog.showMessageBox(window, { type: 'info', message, detail, buttons: [close], noLink: true, signal });
}
