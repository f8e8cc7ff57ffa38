import { appointmentStatuses, holdsTime } from '../../shared/appointment.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';

const notTakingPlace = appointmentStatuses.filter((status) => !holdsTime(status));

/** When the first one begins, from this moment on, that is to take place. */
export const firstFrom = async (db: Reader, from: Instant): Promise<Instant | null> => {
  const first = await db
    .selectFrom('appointments')
    .select('starts_at')
    .where('starts_at', '>=', from)
    .where('status', 'not in', notTakingPlace)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return first?.starts_at ?? null;
};
