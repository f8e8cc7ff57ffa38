import { join } from 'node:path';
import { app, protocol, type Session } from 'electron';
import { answerPageRequest } from './page-files.ts';

/** Before the app is ready: `app:` behaves like a web origin, so CSP, fetch and workers apply to it. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

export function servePage(session: Session): void {
  const root = join(app.getAppPath(), 'out', 'renderer');
  session.protocol.handle('app', (request) => answerPageRequest(root, request));
}
