/** One window as a process of its own, forked by the stand-in's shell; ends with its browser and with the shell. */
import { type Browser, launchChromium } from './chromium.ts';
import { isAlive, removeFolder } from './private-folder.ts';
import type { FromWindow, ToWindow } from './window-messages.ts';
import { drivePage, type WindowPage } from './window-page.ts';

const [profile = '', mode] = process.argv.slice(2);
let browser: Browser | null = null;
let window: WindowPage | null = null;

const tell = (message: FromWindow) => {
  if (process.connected) process.send?.(message);
};

async function open(message: Extract<ToWindow, { kind: 'open' }>): Promise<void> {
  browser = await launchChromium(profile, message, { isHeadless: mode === 'headless' || message.hidden });
  window = await drivePage(browser.context, browser.page, message, tell);
  tell({ kind: 'opened', browserPid: browser.pid });
}

function leave(): void {
  if (browser && isAlive(browser.pid)) process.kill(browser.pid, 'SIGKILL');
  removeFolder(profile);
  process.exit(0);
}

process.on('message', (message: ToWindow) => {
  if (message.kind === 'open') open(message).catch(fail);
  else if (message.kind === 'destroy') leave();
  else window?.handle(message);
});
process.on('disconnect', leave);
process.on('SIGINT', () => undefined);

function fail(error: unknown): void {
  console.error('trial host: the window could not be opened:', error instanceof Error ? error.message : error);
  process.exit(1);
}
