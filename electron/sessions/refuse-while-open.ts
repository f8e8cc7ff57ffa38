import { Refusal } from '../../shared/app-error.ts';
import type { Reader } from '../practice/practice.ts';
import { openSessionsOf } from './sessions-repository.ts';

/**
 * While hands may be on somebody the vault does nothing that could keep STOP waiting, and nobody takes the screen away from it. `clientId`:
 * only that client's session is in the way.
 * @throws Refusal session-open
 */
export const refuseWhileSession = async (db: Reader, clientId?: string): Promise<void> => {
  const open = await openSessionsOf(db, clientId === undefined ? {} : { clientId });
  if (open.length > 0) throw new Refusal('session-open');
};
