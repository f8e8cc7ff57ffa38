import { type BrowserWindow, MessageChannelMain } from 'electron';
import type { LockTrigger } from '../practice/shell-messages.ts';
import { chooseSave } from './dialogs.ts';
import { startVault, type Vault } from './vault-host.ts';
import { handPort, openWindow, type PageReason, stanceOf } from './window.ts';

/** One window and one vault process at a time; a lock ends both and begins both anew. */
export type PracticeWindow = {
  focus(): void;
  isUnlocked(): boolean;
  lock(trigger: LockTrigger): void;
  /** Locks, removes the window and resolves when nothing of the practice is in memory. */
  close(trigger: LockTrigger): Promise<void>;
};

type Settings = {
  readonly vaultFlags: readonly string[];
  /** The person closed the window. */
  readonly onWindowClosed: () => void;
  /** Page or vault process failed again and again; there is no use in another try. */
  readonly onFailure: () => void;
};

const failuresInARow = 3;
const soonMs = 5_000;

export function openPracticeWindow({ vaultFlags, onWindowClosed, onFailure }: Settings): PracticeWindow {
  let vault = beginVault();
  let window = beginWindow('start');
  let renewing = false;
  let closing = false;
  let lastLoad = 0;
  let failures = 0;
  let begun = performance.now();

  function beginVault(): Vault {
    const own: Vault = startVault(vaultFlags, {
      onEnded: () => renew(null, 'start'),
      onDied: () => afterFailure(() => renew(null, own.isReady() ? 'ended' : 'start')),
      onChooseSave: async (request) => {
        const chosen = await chooseSave(window, request);
        if (own === vault) own.answer({ kind: 'file-chosen', requestId: request.requestId, chosen });
      },
    });
    return own;
  }

  function beginWindow(reason: PageReason, before?: BrowserWindow): BrowserWindow {
    const own = openWindow(before ? stanceOf(before) : null, reason);
    own.webContents.on('did-finish-load', () => connect(own));
    own.webContents.on('render-process-gone', () => {
      if (own === window && !closing) afterFailure(() => replaceWindow('start'));
    });
    own.on('close', (event) => {
      event.preventDefault();
      onWindowClosed();
    });
    return own;
  }

  /** Each load of the page gets a channel of its own; a vault that is still starting is waited for. */
  async function connect(own: BrowserWindow): Promise<void> {
    if (renewing) return; // `renew` connects as soon as there is a new vault
    const current = vault;
    const load = ++lastLoad;
    await current.ready;
    if (load !== lastLoad || current !== vault || own.isDestroyed()) return;

    const { port1, port2 } = new MessageChannelMain();
    current.connect(port1);
    handPort(own, port2);
  }

  /** The new window stands before the old one goes, so that the desktop is never seen in between. */
  function replaceWindow(reason: PageReason): void {
    const old = window;
    window = beginWindow(reason, old);
    old.destroy();
  }

  async function renew(trigger: LockTrigger | null, reason: PageReason): Promise<void> {
    if (renewing || closing) return;
    renewing = true;
    replaceWindow(reason);
    await vault.end(trigger);
    if (closing) return;
    vault = beginVault();
    begun = performance.now();
    renewing = false;
    if (!window.webContents.isLoadingMainFrame()) await connect(window);
  }

  function afterFailure(goOn: () => void): void {
    failures = performance.now() - begun < soonMs ? failures + 1 : 1;
    begun = performance.now();
    if (failures < failuresInARow) goOn();
    else if (!closing) onFailure();
  }

  return {
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    isUnlocked: () => vault.isUnlocked(),
    lock: (trigger) => void renew(trigger, 'start'),
    close: async (trigger) => {
      closing = true;
      window.destroy();
      await vault.end(trigger);
    },
  };
}
