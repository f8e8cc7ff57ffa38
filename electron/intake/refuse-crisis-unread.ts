import { Refusal } from '../../shared/app-error.ts';
import type { Reader } from '../practice/practice.ts';
import { unreadCrises } from './crises-repository.ts';

/** A card of anyone's is read before anything else, and while the screen is with a client nobody can. @throws Refusal crisis-unread */
export const refuseWhileCrisisUnread = async (db: Reader): Promise<void> => {
  if ((await unreadCrises(db)).length > 0) throw new Refusal('crisis-unread');
};
