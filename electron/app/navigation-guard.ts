import type { Session, WebContents } from 'electron';
import { isOwnPage, pageOrigin } from './page-files.ts';

let refused = 0;

/** Requests for anything but our own files since the start, all of them refused. */
export const refusedRequests = (): number => refused;

/** Nothing is permitted, downloaded, spell-checked or fetched: a page has our own files and no others. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isLocal(details.url);
    if (cancel) refused += 1;
    answer({ cancel });
  });
}

/** A page stays the page it is: no other document, window or guest inside it. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => refuseForeign(event, event.url));
  contents.on('will-frame-navigate', (event) => refuseForeign(event, event.url));
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function refuseForeign(event: { preventDefault(): void }, url: string): void {
  if (!isOwnPage(url)) event.preventDefault();
}

/** `devtools:` exists only where developer tools do, which is never in a packaged build. */
function isLocal(url: string): boolean {
  return [`${pageOrigin}/`, 'data:', 'blob:', 'devtools:'].some((prefix) => url.startsWith(prefix));
}
