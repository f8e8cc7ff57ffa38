import type { Session, WebContents } from 'electron';
import { mailOpener } from './open-mail.ts';
import { isOwnPage, pageOrigin } from './page-files.ts';

type Going = { readonly url: string; readonly isMainFrame: boolean; preventDefault(): void };

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

/** A page stays the page it is: no other document, window or guest inside it. A link to one mail address is asked about. */
export function guardContents(contents: WebContents): void {
  const openMail = mailOpener(contents);
  const refuseForeign = (event: Going): void => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openMail(event.url);
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** `devtools:` exists only where developer tools do, which is never in a packaged build. */
function isLocal(url: string): boolean {
  return [`${pageOrigin}/`, 'data:', 'blob:', 'devtools:'].some((prefix) => url.startsWith(prefix));
}
