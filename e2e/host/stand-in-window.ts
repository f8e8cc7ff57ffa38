import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import { NotInTrialHost, refusing } from './refusing.ts';
import { emitFromApp, quitVetoes, switches, vetoable } from './stand-in-app.ts';
import { choosePrinter } from './stand-in-dialog.ts';
import { menuAccelerators, pressAccelerator } from './stand-in-menu.ts';
import { transferred } from './stand-in-ports.ts';
import { sessionOf } from './stand-in-session.ts';
import { openLink } from './window-links.ts';
import type { Box, FromWindow, WindowLink } from './window-messages.ts';

const openWindows = new Set<StandInWindow>();
quitVetoes.push(() => [...openWindows].every((window) => window.close()));

class StandInContents extends EventEmitter {
  readonly link: WindowLink;
  url = '';
  isLoading = true;
  readonly #printing = new Map<number, (isWritten: boolean) => void>();
  #lastPrint = 0;
  windowOpenHandler: () => { action: string } = () => ({ action: 'allow' });

  constructor(link: WindowLink) {
    super();
    this.link = link;
  }

  getURL(): string {
    return this.url;
  }

  isLoadingMainFrame(): boolean {
    return this.isLoading;
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler;
  }

  /** Saves what would be printed; Cancel is said as Electron says it. */
  async print(_options: unknown, done: (success: boolean, failureReason: string) => void): Promise<void> {
    const path = await choosePrinter();
    if (path === null) return done(false, 'Print job canceled');
    const id = ++this.#lastPrint;
    this.#printing.set(id, (isWritten) => done(isWritten, isWritten ? '' : 'Print job failed'));
    this.link.send({ kind: 'print', id, path });
  }

  printed(id: number, isWritten: boolean): void {
    this.#printing.get(id)?.(isWritten);
    this.#printing.delete(id);
  }

  postMessage(channel: string, message: unknown, ports: readonly unknown[] = []): void {
    const [port] = transferred(ports);
    if (!port) throw new NotInTrialHost('webContents.postMessage without a port');
    port.whenListening(() => this.link.send({ kind: 'port', channel, message, socket: port.socket }));
  }
}

class StandInWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #contents: StandInContents;
  readonly #link: WindowLink = openLink();
  readonly #opened = Promise.withResolvers<void>();
  readonly #partition: string;
  #box: Box;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    const { x, y, width = 800, height = 600, backgroundColor = '#FFF', show = true, webPreferences } = options;
    const { preload, partition, sandbox, contextIsolation, nodeIntegration } = webPreferences ?? {};
    if (!preload || !partition || !sandbox || !contextIsolation || nodeIntegration !== false) {
      throw new NotInTrialHost('a window without a preload, a partition of its own, sandbox and isolation');
    }
    this.#box = { ...(x === undefined || y === undefined ? {} : { x, y }), width, height };
    this.#partition = partition;
    this.#contents = new StandInContents(this.#link);
    this.webContents = refusing<WebContents>('webContents', this.#contents);
    this.#link.onMessage((message) => this.#receive(message));
    this.#link.onGone(() => this.#crashed());
    openWindows.add(this);
    emitFromApp('web-contents-created', {}, this.webContents);

    // After whoever opens the first window has installed the menu.
    queueMicrotask(() => {
      const accelerators = menuAccelerators();
      const { storage } = sessionOf(partition).own;
      this.#link.send({ kind: 'open', hidden: !show, box: this.#box, preload, backgroundColor, switches, accelerators, storage });
    });
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened.promise;
    this.#link.send({ kind: 'load', url });
  }

  getNormalBounds(): Box {
    return this.#box;
  }

  isMaximized = () => false;
  isFullScreen = () => false;
  isMinimized = () => false;
  isDestroyed = () => this.#isDestroyed;

  focus(): void {
    this.#link.send({ kind: 'focus' });
  }

  /** False when a listener would rather not. */
  close(): boolean {
    if (this.#isDestroyed) return true;
    const mayClose = vetoable((event) => this.emit('close', event));
    if (mayClose) this.destroy();
    return mayClose;
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    openWindows.delete(this);
    this.#link.destroy();
    this.emit('closed');
    if (openWindows.size === 0) emitFromApp('window-all-closed');
  }

  async #receive(message: FromWindow): Promise<void> {
    if (this.#isDestroyed) return;
    switch (message.kind) {
      case 'opened':
        return this.#opened.resolve();
      case 'loaded':
        this.#contents.url = message.url;
        this.#contents.isLoading = false;
        this.#contents.emit('did-finish-load');
        return;
      case 'request': {
        const answer = await sessionOf(this.#partition).own.answer(message.url, message.method);
        return this.#link.send({ kind: 'answer', id: message.id, answer });
      }
      case 'navigate': {
        const going = { url: message.url, isMainFrame: true };
        const isLet = (name: string) => vetoable((event) => this.#contents.emit(name, { ...event, ...going }));
        const allowed = isLet('will-navigate') && isLet('will-frame-navigate');
        return this.#link.send({ kind: 'answer', id: message.id, answer: { allowed } });
      }
      case 'printed':
        return this.#contents.printed(message.id, message.isWritten);
      case 'open-window':
        if (this.#contents.windowOpenHandler().action !== 'deny') throw new NotInTrialHost('a second window');
        return;
      case 'accelerator':
        return pressAccelerator(message.accelerator);
      case 'stored':
        sessionOf(this.#partition).own.storage = message.items;
        return;
      case 'moved':
        this.#box = message.box;
        return;
      case 'closed':
        this.close();
        return;
      case 'crashed':
        return this.#crashed();
    }
  }

  #crashed(): void {
    if (!this.#isDestroyed) this.#contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  }
}

const windowOf = new WeakMap<WebContents, Electron.BrowserWindow>();

/** `new BrowserWindow(...)` gives the refusing view of a StandInWindow; `this` inside stays the real one. */
export const BrowserWindow = new Proxy(StandInWindow, {
  construct: (_target, [options]) => {
    const shown = refusing<Electron.BrowserWindow>('BrowserWindow', new StandInWindow(options));
    windowOf.set(shown.webContents, shown);
    return shown;
  },
  get(_target, key) {
    if (key === 'fromWebContents') return (contents: WebContents) => windowOf.get(contents) ?? null;
    throw new NotInTrialHost(`BrowserWindow.${String(key)}`);
  },
}) as unknown as typeof Electron.BrowserWindow;
