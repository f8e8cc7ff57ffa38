import { type BrowserWindow, MessageChannelMain } from 'electron';
import type { LockTrigger, ShellFacts } from '../practice/shell-messages.ts';
import { chooseFolder, chooseSave } from './dialogs.ts';
import { refusedRequests } from './navigation-guard.ts';
import { openPrintRoom } from './print.ts';
import { type Answer, copyBeforeLeaving, type Question, startVault, type Vault } from './vault-host.ts';
import { handPort, handPrintPort, openWindow, type PageReason, stanceOf } from './window.ts';

/** One window and one vault process at a time; a lock ends both and begins both anew. */
export type PracticeWindow = {
  focus(): void;
  isUnlocked(): boolean;
  lock(trigger: LockTrigger): void;
  /** Locks, removes the window and resolves when nothing of the practice is in memory and the backup that waits has been tried. */
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
  const printRoom = openPrintRoom();
  let vault = beginVault();
  let window = beginWindow('start');
  let renewing = false;
  let closing = false;
  let lastLoad = 0;
  let failures = 0;
  let begun = performance.now();
  let lastLock: ShellFacts['lastLock'] = null;

  function beginVault(): Vault {
    const own: Vault = startVault(vaultFlags, {
      onEnded: ({ milliseconds, word }) => renew(null, word ?? 'start', milliseconds),
      onDied: () => afterFailure(() => renew(null, own.isReady() ? 'ended' : 'start')),
      onPainted: printRoom.painted,
      onQuestion: async (question) => {
        const answer = await answerTo(question, own);
        if (own === vault) own.answer(answer);
      },
    });
    return own;
  }

  async function answerTo(question: Question, asking: Vault): Promise<Answer> {
    const { requestId } = question;
    switch (question.kind) {
      case 'choose-save':
        return { kind: 'file-chosen', requestId, chosen: await chooseSave(window, question) };
      case 'choose-folder':
        return { kind: 'file-chosen', requestId, chosen: await chooseFolder(window) };
      case 'ask-shell':
        return { kind: 'shell-facts', requestId, facts: { refusedRequests: refusedRequests(), lastLock } };
      case 'print':
        return {
          kind: 'print-ended',
          requestId,
          outcome: await printRoom.print(requestId, (page) => connectPrint(page, requestId, asking)),
        };
    }
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

  function connectPrint(page: BrowserWindow, print: string, asking: Vault): void {
    const { port1, port2 } = new MessageChannelMain();
    asking.connectPrint(print, port1);
    handPrintPort(page, port2);
  }

  /** The new window stands before the old one goes, so that the desktop is never seen in between. */
  function replaceWindow(reason: PageReason): void {
    const old = window;
    window = beginWindow(reason, old);
    old.destroy();
  }

  async function renew(trigger: LockTrigger | null, reason: PageReason, before = 0): Promise<void> {
    if (renewing || closing) return;
    renewing = true;
    printRoom.closeAll();
    replaceWindow(reason);
    await endLocked(trigger, reason, before);
    if (closing) return;
    vault = beginVault();
    begun = performance.now();
    renewing = false;
    if (!window.webContents.isLoadingMainFrame()) await connect(window);
  }

  /**
   * A process that died by itself was no lock, nor was the end of one that nobody had unlocked. One that locked by itself had begun
   * some milliseconds `before`.
   */
  async function endLocked(trigger: LockTrigger | null, reason: PageReason, before: number): Promise<void> {
    const [at, asked] = [new Date(Date.now() - before).toISOString(), performance.now() - before];
    await vault.end(trigger);
    if (vault.isUnlocked() && reason !== 'ended') lastLock = { at, trigger, milliseconds: Math.ceil(performance.now() - asked) };
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
      printRoom.closeAll();
      window.destroy();
      await vault.end(trigger);
      if (vault.copyWaits()) await copyBeforeLeaving(vaultFlags);
    },
  };
}
