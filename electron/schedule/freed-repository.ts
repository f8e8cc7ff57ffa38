import type { Held } from '../../shared/conflicts.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { heldFrom } from './appointments-repository.ts';

export type Gone = Held & { readonly id: string };

/** Those cancelled that would begin between two moments, soonest first, as far as their time is still to be offered and its practitioner and room are in use. */
export const goneBetween = async (db: Reader, from: Instant, to: Instant): Promise<readonly Gone[]> => {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('practitioners', 'practitioners.id', 'appointments.practitioner_id')
    .leftJoin('rooms', 'rooms.id', 'appointments.room_id')
    .selectAll('appointments')
    .where('appointments.status', 'in', ['cancelled', 'late-cancelled'])
    .where('appointments.starts_at', '>', from)
    .where('appointments.starts_at', '<', to)
    .where('appointments.dismissed', '=', 0)
    .where('practitioners.active', '=', 1)
    .where((or) => or.or([or('appointments.room_id', 'is', null), or('rooms.active', '=', 1)]))
    .orderBy('appointments.starts_at')
    .orderBy('appointments.id')
    .execute();
  return rows.map(heldFrom);
};

/** Puts aside the time of an appointment, whichever of those cancelled there freed it, or offers it again. Null: there is no such appointment. */
export const dismissTimeOf = async (tx: Tx, id: string, over: boolean): Promise<{ readonly clientId: string } | null> => {
  const one = await tx
    .selectFrom('appointments')
    .select(['client_id', 'practitioner_id', 'starts_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!one) return null;
  await tx
    .updateTable('appointments')
    .set({ dismissed: over ? 1 : 0 })
    .where('starts_at', '=', one.starts_at)
    .where('practitioner_id', '=', one.practitioner_id)
    .where('status', 'in', ['cancelled', 'late-cancelled'])
    .execute();
  return { clientId: one.client_id };
};
