/**
 * Runs in the page before its own scripts, as Electron's preload realm does: offers the real preload
 * `contextBridge` and `ipcRenderer`, and watches for the menu's accelerators. Sent as text, so it may use
 * nothing from outside itself.
 */
export type PageSettings = {
  readonly origin: string;
  readonly binding: string;
  readonly symbol: string;
  readonly accelerators: readonly string[];
  /** What pages of the partition keep, as the window before left it. */
  readonly storage: Readonly<Record<string, string>>;
  readonly isMac: boolean;
};

/** What the window process tells the page. */
export type ToPage =
  | { readonly kind: 'port'; readonly id: string; readonly channel: string; readonly message: unknown }
  | { readonly kind: 'port-message'; readonly id: string; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly id: string };

/** What the page tells the window process. */
export type FromPage =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'port-message'; readonly id: string; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly id: string }
  | { readonly kind: 'leaving'; readonly url: string }
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  | { readonly kind: 'stored'; readonly items: Readonly<Record<string, string>> }
  | { readonly kind: 'moved'; readonly box: { x: number; y: number; width: number; height: number } };

type Preload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

export function installHost(settings: PageSettings, preload: Preload): void {
  if (window.top !== window || location.origin !== settings.origin) return;
  const globals = globalThis as unknown as Record<string, (message: FromPage) => Promise<void>>;
  const tellHost = globals[settings.binding] as (message: FromPage) => Promise<void>;
  delete globals[settings.binding];

  type IpcListener = (event: { ports: MessagePort[] }, message: unknown) => void;
  const listeners = new Map<string, Set<IpcListener>>();
  const farEnds = new Map<string, MessagePort>();

  const listen = (channel: string, listener: IpcListener) => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  };
  const ipcRenderer = {
    on: listen,
    once(channel: string, listener: IpcListener) {
      const own: IpcListener = (event, message) => {
        listeners.get(channel)?.delete(own);
        listener(event, message);
      };
      listen(channel, own);
    },
  };

  /** As between Electron's worlds: data is copied, functions and promises are wrapped. */
  const copy = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => copy(value(...args.map(copy)));
    if (value instanceof Promise) return value.then(copy);
    if (Array.isArray(value)) return value.map(copy);
    if (value && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
    }
    return structuredClone(value);
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: object) {
      Object.defineProperty(window, name, { value: Object.freeze(copy(api)), enumerable: true });
    },
  };

  const refusing = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get(target, key, self) {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key, self);
        throw new Error(`the trial host does not have ${name}.${key}`);
      },
    });
  const electron = refusing('electron', {
    contextBridge: refusing('contextBridge', contextBridge),
    ipcRenderer: refusing('ipcRenderer', ipcRenderer),
  });

  const fromHost = (message: ToPage) => {
    const { id } = message;
    if (message.kind === 'port-message') return farEnds.get(id)?.postMessage(message.data);
    if (message.kind === 'port-closed') return farEnds.get(id)?.close();
    const { port1, port2 } = new MessageChannel();
    farEnds.set(id, port2);
    port2.addEventListener('message', ({ data }) => tellHost({ kind: 'port-message', id, data }));
    port2.addEventListener('close', () => tellHost({ kind: 'port-closed', id }));
    port2.start();
    for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({ ports: [port1] }, message.message);
  };
  Object.defineProperty(globalThis, Symbol.for(settings.symbol), {
    value: (messages: ToPage[]) => messages.forEach(fromHost),
  });

  addEventListener(
    'keydown',
    (event) => {
      const pressed = settings.accelerators.find((accelerator) => {
        const key = accelerator.replace('CommandOrControl+', '').toLowerCase();
        const modifier = settings.isMac ? event.metaKey : event.ctrlKey;
        return modifier && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key;
      });
      if (!pressed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      tellHost({ kind: 'accelerator', accelerator: pressed });
    },
    { capture: true },
  );

  // Whatever is not fetched passes by the host's requests: `mailto:` and unknown schemes end here and are reported.
  navigation.addEventListener('navigate', (event) => {
    const { url } = event.destination;
    if (/^(https?|data|blob|about):/.test(url)) return;
    event.preventDefault();
    tellHost({ kind: 'leaving', url });
  });

  // Electron's partition outlives the window, in memory; this browser's profile does not.
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'navigate') for (const [name, text] of Object.entries(settings.storage)) localStorage.setItem(name, text);
  for (const name of ['setItem', 'removeItem', 'clear'] as const) {
    const own = Storage.prototype[name] as (...given: string[]) => void;
    Storage.prototype[name] = function (this: Storage, ...given: string[]) {
      own.apply(this, given);
      if (this === localStorage) tellHost({ kind: 'stored', items: { ...localStorage } });
    };
  }

  const reportBox = () => tellHost({ kind: 'moved', box: { x: screenX, y: screenY, width: outerWidth, height: outerHeight } });
  addEventListener('resize', reportBox);

  addEventListener('DOMContentLoaded', () => {
    const mark = () => {
      if (!document.title.endsWith(' (trial host)')) document.title = `${document.title || 'Stillpoint'} (trial host)`;
    };
    mark();
    new MutationObserver(mark).observe(document.head, { subtree: true, childList: true, characterData: true });
  });

  tellHost({ kind: 'fresh' });
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`a sandboxed preload cannot require ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}
