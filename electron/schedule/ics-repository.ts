import type { IcsClient } from '../../shared/calendar.ts';
import { foldForSearch } from '../../shared/clients.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** SQLite binds at most 32,766 values. */
const atOnce = 5_000;

const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));

/** Clients who come here now, by each of their names in lower case without diacritics; the most recent first. */
export const clientsByName = async (db: Reader): Promise<ReadonlyMap<string, readonly IcsClient[]>> => {
  const rows = await db
    .selectFrom('clients')
    .select(['id', 'chosen_name', 'legal_name', 'pronouns'])
    .where('archived_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
  const named = new Map<string, IcsClient[]>();
  for (const { id, chosen_name, legal_name, pronouns } of rows)
    for (const name of new Set([foldForSearch(chosen_name), foldForSearch(legal_name)]))
      if (name !== '') named.set(name, [...(named.get(name) ?? []), { id, chosenName: chosen_name, pronouns }]);
  return named;
};

/** Which of these events were taken over before. */
export const takenAmong = async (db: Reader, events: readonly string[]): Promise<ReadonlySet<string>> => {
  const taken = new Set<string>();
  for (const part of inParts(events))
    for (const { event } of await db.selectFrom('ics_taken').select('event').where('event', 'in', part).execute()) taken.add(event);
  return taken;
};

/** Which of these are appointments of ours. */
export const appointmentsAmong = async (db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const ours = new Set<string>();
  for (const part of inParts(ids))
    for (const { id } of await db.selectFrom('appointments').select('id').where('id', 'in', part).execute()) ours.add(id);
  return ours;
};

/** Of these clients those there are, and whether they are archived. */
export const clientsAmong = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly archived: boolean }>> => {
  const found = new Map<string, { readonly archived: boolean }>();
  for (const part of inParts(ids))
    for (const { id, archived_at } of await db.selectFrom('clients').select(['id', 'archived_at']).where('id', 'in', part).execute())
      found.set(id, { archived: archived_at !== null });
  return found;
};

/** What an event became: exactly one of the two. */
export type Taken = { readonly event: string; readonly appointmentId: string | null; readonly exceptionId: string | null };

export const insertTaken = async (tx: Tx, taken: readonly Taken[], at: Instant): Promise<void> => {
  for (const part of inParts(taken))
    await tx
      .insertInto('ics_taken')
      .values(
        part.map(({ event, appointmentId, exceptionId }) => ({ event, appointment_id: appointmentId, exception_id: exceptionId, at })),
      )
      .execute();
};
