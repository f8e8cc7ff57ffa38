import { Refusal } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { changeClient } from './change-client.ts';
import { appointmentsAhead, type ClientMark, errorsOf, hasOpenSession, insertClientError } from './mark-error-repository.ts';

/** That a record was entered in error, and that this was taken back: for the paper of the whole record. */
export const marksOf = (db: Reader, clientId: string): Promise<readonly ClientMark[]> => errorsOf(db, clientId);

/** @throws Refusal client-in-error, session-open, appointments-ahead */
const marked = async (tx: Tx, practice: Practice, before: Client, reason: string): Promise<Client> => {
  if (before.inError !== null) throw new Refusal('client-in-error');
  if (await hasOpenSession(tx, before.id)) throw new Refusal('session-open');
  const at = practice.now();
  const ahead = await appointmentsAhead(tx, before.id, at);
  if (ahead > 0) throw new Refusal('appointments-ahead', { count: ahead });
  return { ...before, archivedAt: before.archivedAt ?? at, inError: { at, byName: practice.actor.name, reason } };
};

/** What was archived before it was marked stays archived. @throws Refusal client-not-in-error */
const takenBack = (before: Client): Client => {
  if (before.inError === null) throw new Refusal('client-not-in-error');
  return { ...before, archivedAt: before.archivedAt === before.inError.at ? null : before.archivedAt, inError: null };
};

/** A record that never was of anyone leaves every list; what lies in it stays as it is and can be read. */
export const markError = (practice: Practice, input: ParsedInputOf<'clients.markError'>): Promise<Client> => {
  const { clientId, version, inError, reason } = input;
  return changeClient(practice, { id: clientId, version }, async (before, tx) => {
    await refuseWhileHandedOver(tx);
    const after = inError ? await marked(tx, practice, before, reason) : takenBack(before);
    // One moment for both: by it a record archived by the mark alone is told from one that was archived before.
    const at = after.inError?.at ?? practice.now();
    await insertClientError(tx, { clientId, inError, at, by: practice.actor.id, reason });
    return after;
  });
};
