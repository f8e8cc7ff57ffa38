import { Refused } from '../../shared/app-error.ts';
import type { Appointment } from '../../shared/appointment.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import type { Money } from '../../shared/people-and-rooms.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { lineById } from './appointment-lines-repository.ts';
import { appointmentById } from './appointments-repository.ts';

export const appointmentNotFound = (): Refused => new Refused({ code: 'not-found', what: 'appointment' });

const money = (amount: number | null, currency: string): Money | null => (amount === null ? null : { amount, currency });

/** Why it did not take place is not for the front desk (domain.md 9.3). */
const endedFor = ({ actor }: Practice, { reason, reasonWords, fee, currency }: KeptAppointment): Appointment['ended'] =>
  reason === null || actor.role === 'front-desk' ? null : { reason, words: reasonWords, fee: money(fee, currency) };

/** An appointment as the one who asks may see it. */
export const seenAppointment = async (practice: Practice, reader: Reader, id: string): Promise<Appointment> => {
  const kept = await appointmentById(reader, id);
  if (!kept) throw appointmentNotFound();
  return {
    ...(await lineById(reader, id)),
    seriesDay: kept.seriesDay,
    own: [...kept.own],
    price: money(kept.price, kept.currency),
    ended: endedFor(practice, kept),
    createdAt: kept.createdAt,
  };
};

/**
 * Runs a change of one appointment as it stood at `version`; of a newer one it is told how it stands. That shows the record, so it is an
 * opening like any other; the refused write itself leaves nothing.
 */
export const changeSeen = async <T>(
  practice: Practice,
  seen: { readonly id: string; readonly version: number },
  change: (tx: Tx, before: KeptAppointment) => Promise<T>,
): Promise<T> => {
  const { done, newer } = await practice.write(async (tx) => {
    const before = await appointmentById(tx, seen.id);
    if (!before) throw appointmentNotFound();
    if (before.version !== seen.version) return { done: null, newer: before };
    return { done: { value: await change(tx, before) }, newer: null };
  });
  if (done) {
    practice.changed('schedule');
    return done.value;
  }
  await practice.write((tx) => recordAudit(tx, practice, { clientId: newer.clientId, recordId: newer.id }, 'appointment-opened'));
  throw new Refused({ code: 'conflict', current: await seenAppointment(practice, practice.db, seen.id) });
};
