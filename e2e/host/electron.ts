/** What `import ... from 'electron'` means in the trial host. A name that is not here fails to link, by name. */
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { PowerMonitor } from 'electron';
import { refusing } from './refusing.ts';
import { control, app as standInApp } from './stand-in-app.ts';
import { dialog as standInDialog } from './stand-in-dialog.ts';
import { Menu as StandInMenu } from './stand-in-menu.ts';
import { MessageChannelMain as StandInChannel } from './stand-in-ports.ts';
import { session as standInSession } from './stand-in-session.ts';
import { shell as standInShell } from './stand-in-shell.ts';
import { utilityProcess as standInUtilityProcess } from './stand-in-utility-process.ts';
import { BrowserWindow as StandInWindow } from './stand-in-window.ts';

/** A test says when the computer goes to sleep; the machine's own power events are not seen here. */
const power = new EventEmitter();
control()?.onMessage((message) => {
  if (message.kind !== 'power') return;
  power.emit(message.event);
  control()?.send({ kind: 'power-told', id: message.id });
});

const standIn = {
  app: standInApp,
  BrowserWindow: StandInWindow,
  dialog: standInDialog,
  Menu: StandInMenu,
  MessageChannelMain: StandInChannel as unknown as typeof Electron.MessageChannelMain,
  powerMonitor: refusing<PowerMonitor>('powerMonitor', power),
  protocol: refusing<Electron.Protocol>('protocol', { registerSchemesAsPrivileged: () => undefined }),
  session: standInSession,
  shell: standInShell,
  utilityProcess: standInUtilityProcess,
} satisfies Partial<typeof Electron>;

export const { app, BrowserWindow, dialog, Menu, MessageChannelMain, powerMonitor, protocol, session, shell, utilityProcess } = standIn;
