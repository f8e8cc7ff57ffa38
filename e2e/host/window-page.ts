import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { framed } from './framed-socket.ts';
import { type FromPage, installHost, type PageSettings, type ToPage } from './page-script.ts';
import type { FileAnswer, FromWindow, Permission, ToWindow } from './window-messages.ts';

/** Chromium will not serve `app:` from a request interceptor; a page lives here and is mapped back and forth. */
const webOrigin = 'https://stillpoint.localhost';
const appOrigin = 'app://stillpoint';
const symbol = 'stillpoint.trial-host';

export type WindowPage = {
  readonly page: Page;
  handle(message: ToWindow): void;
  /** Requests for anything but our own files. Every one was aborted. */
  offOriginRequests(): number;
};

/** Makes one Chromium page a window of the shell, the same for a person's trial and for the end-to-end specs. */
export async function drivePage(
  context: BrowserContext,
  page: Page,
  open: Extract<ToWindow, { kind: 'open' }>,
  tell: (message: FromWindow) => void,
): Promise<WindowPage> {
  const asked = new Map<number, (answer: FileAnswer | Permission) => void>();
  const sockets = new Map<string, { socket: Socket; send: (data: unknown) => void }>();
  const unsent: ToPage[] = [];
  let lastId = 0;
  let offOrigin = 0;
  let isSending = false;
  let expectedUrl = '';

  function ask<T>(message: (id: number) => FromWindow): Promise<T> {
    const id = ++lastId;
    return new Promise((resolve) => {
      asked.set(id, resolve as (answer: FileAnswer | Permission) => void);
      tell(message(id));
    });
  }

  /** In order, one evaluation at a time; what arrives meanwhile goes together with the next. */
  async function tellPage(message: ToPage): Promise<void> {
    unsent.push(message);
    if (isSending) return;
    isSending = true;
    while (unsent.length > 0) {
      const messages = unsent.splice(0);
      // Fails only when the page is gone or replaced, and then nobody waits for these.
      await page.evaluate(deliver, { symbol, messages }).catch(() => undefined);
    }
    isSending = false;
  }

  async function answerRoute(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    const isOurs = url.startsWith(`${webOrigin}/`);
    const appUrl = isOurs ? appOrigin + url.slice(webOrigin.length) : url;
    if (!isOurs) offOrigin += 1;
    if (request.isNavigationRequest() && appUrl !== withoutHash(expectedUrl)) {
      const { allowed } = await ask<Permission>((id) => ({ kind: 'navigate', id, url: appUrl }));
      // `aborted` leaves the page where it is; any other error would show Chromium's own page about it.
      if (!allowed || !isOurs) return route.abort('aborted');
    }
    if (!isOurs) return route.abort('blockedbyclient');
    const file = await ask<FileAnswer>((id) => ({ kind: 'request', id, url: appUrl, method: request.method() }));
    return route.fulfill({
      status: file.status,
      headers: { ...file.headers },
      body: Buffer.from(file.base64, 'base64'),
    });
  }

  /** The empty page Chromium was started with may end its loading while ours begins, and take it away: asked for once more. */
  async function load(url: string): Promise<void> {
    await page.goto(url).catch(async () => {
      if (!page.isClosed() && !page.url().startsWith(webOrigin)) await page.goto(url).catch(() => undefined);
    });
  }

  function openPort({ channel, message, socket: path }: Extract<ToWindow, { kind: 'port' }>): void {
    const id = randomUUID();
    const socket = connect(path);
    sockets.set(id, { socket, send: framed(socket, (data) => tellPage({ kind: 'port-message', id, data })) });
    socket.once('close', () => {
      if (sockets.delete(id)) tellPage({ kind: 'port-closed', id });
    });
    tellPage({ kind: 'port', id, channel, message });
  }

  function closePort(id: string): void {
    const port = sockets.get(id);
    sockets.delete(id);
    port?.socket.destroy();
  }

  function closeAllPorts(): void {
    for (const id of sockets.keys()) closePort(id);
  }

  function fromPage(message: FromPage): void {
    switch (message.kind) {
      case 'fresh': // a new document: what the one before held is over
        closeAllPorts();
        break;
      case 'port-message':
        sockets.get(message.id)?.send(message.data);
        break;
      case 'port-closed':
        closePort(message.id);
        break;
      case 'leaving': // stopped in the page already, whatever the shell makes of it
        void ask<Permission>((id) => ({ kind: 'navigate', id, url: message.url }));
        break;
      case 'accelerator':
      case 'stored':
      case 'moved':
        tell(message);
    }
  }

  const binding = `host${randomUUID().replaceAll('-', '')}`;
  await page.exposeBinding(binding, (_source, message: FromPage) => fromPage(message));
  await page.addInitScript({ content: initScript(binding, open) });
  await context.route('**/*', (route) => answerRoute(route).catch(() => undefined));
  await context.routeWebSocket(/.*/, (socket) => {
    offOrigin += 1;
    socket.close();
  });
  context.on('page', (popup) => {
    tell({ kind: 'open-window', url: popup.url() });
    popup.close().catch(() => undefined);
  });
  page.on('load', () => tell({ kind: 'loaded', url: appOrigin + page.url().slice(webOrigin.length) }));
  page.on('crash', () => tell({ kind: 'crashed' }));
  page.on('close', () => {
    closeAllPorts();
    tell({ kind: 'closed' });
  });

  return {
    page,
    offOriginRequests: () => offOrigin,
    handle(message) {
      switch (message.kind) {
        case 'load':
          expectedUrl = message.url;
          void load(webOrigin + message.url.slice(appOrigin.length));
          return;
        case 'answer':
          asked.get(message.id)?.(message.answer);
          asked.delete(message.id);
          return;
        case 'port':
          return openPort(message);
        case 'print':
          page.pdf({ path: message.path, preferCSSPageSize: true, printBackground: true }).then(
            () => tell({ kind: 'printed', id: message.id, isWritten: true }),
            () => tell({ kind: 'printed', id: message.id, isWritten: false }),
          );
          return;
        case 'focus':
          page.bringToFront().catch(() => undefined);
          return;
        case 'open':
        case 'destroy':
          throw new Error(`${message.kind} is for the window process, not for its page`);
      }
    },
  };
}

function deliver({ symbol, messages }: { symbol: string; messages: ToPage[] }): void {
  const receive = (globalThis as unknown as Record<symbol, (messages: ToPage[]) => void>)[Symbol.for(symbol)];
  receive?.(messages);
}

function initScript(binding: string, open: Extract<ToWindow, { kind: 'open' }>): string {
  const settings: PageSettings = {
    origin: webOrigin,
    binding,
    symbol,
    accelerators: open.accelerators,
    storage: open.storage,
    isMac: process.platform === 'darwin',
  };
  const preload = readFileSync(open.preload, 'utf8');
  return `(${installHost})(${JSON.stringify(settings)}, function (require, module, exports) {${preload}\n});`;
}

const withoutHash = (url: string) => url.replace(/#.*$/, '');
