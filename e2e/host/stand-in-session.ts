import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { refusing } from './refusing.ts';
import { emitFromApp } from './stand-in-app.ts';
import type { FileAnswer } from './window-messages.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Filter = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

/** A session as a window uses it: what answers `app:`, and what is let through to it. */
export class StandInSession extends EventEmitter {
  /** What its pages keep; in memory, as in a partition without `persist:`. */
  storage: Readonly<Record<string, string>> = {};
  #handlers = new Map<string, Handler>();
  #filter: Filter = (_details, answer) => answer({});

  readonly protocol = refusing('session.protocol', {
    handle: (scheme: string, handler: Handler) => void this.#handlers.set(scheme, handler),
  });
  readonly webRequest = refusing('session.webRequest', {
    onBeforeRequest: (filter: Filter) => {
      this.#filter = filter;
    },
  });

  // Chromium is started without permissions, downloads and spell checking; what is asked for here is already so.
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}

  async answer(url: string, method: string): Promise<FileAnswer> {
    const isCancelled = await new Promise<boolean>((resolve) => {
      this.#filter({ url }, ({ cancel }) => resolve(cancel === true));
    });
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    const response = isCancelled || !handler ? new Response('', { status: 404 }) : await handler(new Request(url, { method }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      base64: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
  }
}

const sessions = new Map<string, { own: StandInSession; shown: Session }>();

export function sessionOf(partition: string) {
  const known = sessions.get(partition);
  if (known) return known;
  const own = new StandInSession();
  const made = { own, shown: refusing<Session>('session', own) };
  sessions.set(partition, made);
  emitFromApp('session-created', made.shown);
  return made;
}

export const session = refusing<typeof Electron.session>('session', {
  fromPartition: (partition: string) => sessionOf(partition).shown,
});
