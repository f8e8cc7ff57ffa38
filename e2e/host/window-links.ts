import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Control } from './control.ts';
import { isAlive, removeFolder } from './private-folder.ts';
import { closers, control, ownFolder } from './stand-in-app.ts';
import type { FromWindow, ToWindow, WindowLink } from './window-messages.ts';

let lastWindowId = 0;

/** A window process of its own, or, in an end-to-end test, the test that plays it. */
export function openLink(): WindowLink {
  lastWindowId += 1;
  const testing = control();
  return testing ? linkToTest(testing, lastWindowId) : linkToProcess(lastWindowId);
}

function linkToTest(testing: Control, windowId: number): WindowLink {
  return {
    send: (message) => testing.send({ kind: 'window', windowId, message }),
    onMessage(listener) {
      testing.onMessage((message) => {
        if (message.kind === 'window' && message.windowId === windowId) listener(message.message);
      });
    },
    onGone: () => undefined, // a test that is gone ends the whole trial
    destroy: () => testing.send({ kind: 'window', windowId, message: { kind: 'destroy' } }),
  };
}

function linkToProcess(windowId: number): WindowLink {
  const profile = join(ownFolder(), `profile-${windowId}`);
  mkdirSync(profile, { mode: 0o700 });
  const mode = process.argv.includes('--headless') ? 'headless' : 'headed';
  const child = fork(join(import.meta.dirname, 'window-process.ts'), [profile, mode], { execArgv: [] });
  let browserPid = 0;

  /** The browser first: without its window process it would need a moment to notice. */
  const destroy = () => {
    if (browserPid && isAlive(browserPid)) process.kill(browserPid, 'SIGKILL');
    child.kill('SIGKILL');
  };
  closers.push(destroy);
  child.on('message', (message: FromWindow) => {
    if (message.kind === 'opened') browserPid = message.browserPid;
  });
  child.once('exit', () => {
    destroy();
    closers.splice(closers.indexOf(destroy), 1);
    removeFolder(profile);
  });

  return {
    send: (message: ToWindow) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onGone: (listener) => void child.once('exit', listener),
    destroy,
  };
}
