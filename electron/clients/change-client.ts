import { Refused } from '../../shared/app-error.ts';
import { type Client, legalNameOf } from '../../shared/clients.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { unsignUnderOtherName } from '../consent/unsigned.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { withPhoto } from './client-photo-repository.ts';
import { clientOf, replaceClient } from './clients-repository.ts';
import { insertStopSignal } from './stop-signal-repository.ts';

export const clientNotFound = (): Refused => new Refused({ code: 'not-found', what: 'client' });

/** A conflict shows the record as it stands, so it is an opening like any other; the refused write itself leaves nothing. */
const conflictWith = async (practice: Practice, current: Client): Promise<Refused> => {
  await practice.write((tx) => recordAudit(tx, practice, { clientId: current.id }, 'client-opened'));
  return new Refused({ code: 'conflict', current });
};

type Signal = Pick<Client, 'stopWord' | 'stopGesture'>;

const sameSignal = (one: Signal, other: Signal): boolean => one.stopWord === other.stopWord && one.stopGesture === other.stopGesture;

/** Another word or hand signal than before has not been tried yet. */
const withRehearsal = (before: Signal, after: Client): Client => (sameSignal(before, after) ? after : { ...after, stopRehearsedAt: null });

/** Writes down what was agreed for stop, where it is not what stood before. */
export const keepStopSignal = async (tx: Tx, practice: Practice, before: Signal, after: Client): Promise<void> => {
  if (sameSignal(before, after)) return;
  const { id: clientId, stopWord: word, stopGesture: gesture } = after;
  await insertStopSignal(tx, { id: practice.newId(), clientId, word, gesture, agreedAt: practice.now(), agreedBy: practice.actor.id });
};

/** Changes one client as it stood at `version`; a newer one is given back to choose from. `change` may refuse. */
export const changeClient = async (
  practice: Practice,
  input: { readonly id: string; readonly version: number },
  change: (before: Client, tx: Tx) => Client | Promise<Client>,
): Promise<Client> => {
  const { changed, newer } = await practice.write(async (tx) => {
    const before = await clientOf(tx, input.id);
    if (!before) throw clientNotFound();
    if (before.version !== input.version) return { changed: null, newer: await withPhoto(tx, before) };
    const after = withRehearsal(before, { ...(await change(before, tx)), version: before.version + 1, updatedAt: practice.now() });
    if (!(await replaceClient(tx, after))) return { changed: null, newer: before };
    await keepStopSignal(tx, practice, before, after);
    if (legalNameOf(after) !== legalNameOf(before)) await unsignUnderOtherName(tx, after.id);
    await recordAudit(tx, practice, { clientId: after.id });
    return { changed: await withPhoto(tx, after), newer: null };
  });
  if (!changed) throw await conflictWith(practice, newer);
  practice.changed('clients', 'consents', 'intake');
  return changed;
};
