import type { Practitioner } from '../../shared/people-and-rooms.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tx } from '../practice/practice.ts';

export const insertPractitioner = async (tx: Tx, { keyholderId, active, ...rest }: Practitioner, at: Instant): Promise<void> => {
  await tx
    .insertInto('practitioners')
    .values({ ...rest, keyholder_id: keyholderId, active: active ? 1 : 0, created_at: at })
    .execute();
};
