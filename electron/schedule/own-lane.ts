import type { Instant } from '../../shared/time.ts';
import type { Keyholder, Tx } from '../practice/practice.ts';
import { insertPractitioner } from './practitioners-repository.ts';

/** Who makes the practice treats in it: the calendar has a lane for them from the first day. */
export const addOwnLane = (tx: Tx, { id, name }: Keyholder, at: Instant): Promise<void> =>
  insertPractitioner(tx, { id, version: 1, name, keyholderId: id, active: true }, at);
