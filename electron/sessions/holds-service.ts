import type { ReadinessFacts } from '../../shared/readiness-rule.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { standingHolds } from './incidents-repository.ts';

/** What keeps hands off until it is cleared, or set aside with a reason. */
export const holdsOf = async (db: Reader, clientId: string, zone: Zone): Promise<ReadinessFacts['holds']> =>
  (await standingHolds(db, clientId)).map(({ since, what }) => ({ since: dayIn(since, zone), words: what }));
