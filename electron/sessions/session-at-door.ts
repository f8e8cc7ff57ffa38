import type { Reader } from '../practice/practice.ts';
import type { Door } from '../vault/door.ts';
import { openSessionsOf } from './sessions-repository.ts';

/** What the locked screen may know: that a session is open, and since when. */
export const sessionAtDoor = async (db: Reader): Promise<Door['session']> => {
  const [first] = await openSessionsOf(db);
  return first ? { since: first.startedAt } : null;
};
