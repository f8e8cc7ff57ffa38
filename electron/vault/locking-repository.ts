import type { Reader, Tx } from '../practice/practice.ts';

export const idleMinutesOf = async (db: Reader): Promise<number> =>
  (await db.selectFrom('locking').select('idle_minutes').executeTakeFirstOrThrow()).idle_minutes;

export const setIdleMinutes = async (tx: Tx, minutes: number): Promise<void> => {
  await tx.updateTable('locking').set({ idle_minutes: minutes }).execute();
};
