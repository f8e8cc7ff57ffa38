import { mkdirSync } from 'node:fs';
import { app, dialog } from 'electron';
import { readLaunchFlags } from './app/launch-flags.ts';
import { watchLockTriggers } from './app/lock-triggers.ts';
import { installMenu } from './app/menu.ts';
import { guardContents, guardSession } from './app/navigation-guard.ts';
import { openPracticeWindow } from './app/practice-window.ts';
import { declareScheme, servePage } from './app/protocol.ts';
import { pageSession } from './app/window.ts';
import type { LockTrigger } from './practice/shell-messages.ts';

const words = {
  alreadyOpen: 'Stillpoint is already open. Its window has been brought to the front.',
  failedTitle: 'Stillpoint cannot go on',
  failed: 'Stillpoint stopped several times in a row. Nothing saved was lost. Please restart the computer and try again.',
} as const;

const flags = readLaunchFlags(process.argv, {
  userData: app.getPath('userData'),
  cwd: process.cwd(),
  isPackaged: app.isPackaged,
});
mkdirSync(flags.userData, { recursive: true, mode: 0o700 });
app.setPath('userData', flags.userData);

if (app.requestSingleInstanceLock()) {
  start();
} else {
  process.stderr.write(`${words.alreadyOpen}\n`);
  app.exit(0);
}

function start(): void {
  app.enableSandbox();
  // Whatever Chromium might look up by itself finds no host: this program makes no network request.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  declareScheme();
  app.on('session-created', guardSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.whenReady().then(openPractice);
}

function openPractice(): void {
  servePage(pageSession());
  const practice = openPracticeWindow({
    vaultFlags: flags.vault,
    onWindowClosed: () => void lockAndLeave('window-closed'),
    onFailure: () => {
      dialog.showErrorBox(words.failedTitle, words.failed);
      app.exit(1);
    },
  });
  installMenu({ onLock: () => practice.lock('menu') });
  watchLockTriggers(practice);

  let leaving: Promise<void> | null = null;
  let isWantedAgain = false;
  app.on('second-instance', () => {
    // While the last backup is copied there is no window: it comes back when that is done.
    if (leaving) isWantedAgain = true;
    else practice.focus();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void lockAndLeave('quit');
  });

  function lockAndLeave(trigger: LockTrigger): Promise<void> {
    leaving ??= practice.close(trigger).then(() => {
      if (isWantedAgain) app.relaunch();
      app.exit(0);
    });
    return leaving;
  }
}
