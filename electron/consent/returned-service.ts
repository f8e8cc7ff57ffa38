import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { eraseFilling, fillingOf, fillingsOfClient, type KeptFilling, keepFilling } from './filling-repository.ts';
import { fillingView } from './filling-view.ts';
import { formFor, formWorldOf, isOffered, isOfRecord } from './form-world.ts';
import { handoverInProgress } from './handover-repository.ts';

/** @throws Refused not-found form */
export const returnedFilling = async (practice: Practice, id: string): Promise<KeptFilling> => {
  const kept = await fillingOf(practice.db, id);
  if (!kept) throw new Refused({ code: 'not-found', what: 'form' });
  return kept;
};

/** A call that came in just before the screen was handed over must not finish under the client's hands. */
export const refuseWhileHandedOver = async (tx: Tx): Promise<void> => {
  if (await handoverInProgress(tx)) throw new Refused({ code: 'handed-over' });
};

export const returnedForms = async (
  practice: Practice,
  input: ParsedInputOf<'handover.returned'>,
): Promise<OutputOf<'handover.returned'>> => {
  const world = await formWorldOf(practice, input.clientId);
  const kept = await fillingsOfClient(practice.db, input.clientId);
  const offered = kept.filter((filling) => isOffered(world, filling) && !isOfRecord(filling));
  return { fillings: await Promise.all(offered.map((filling) => fillingView(practice, practice.db, world, filling))) };
};

export const reviewReturned = async (practice: Practice, input: ParsedInputOf<'handover.review'>): Promise<OutputOf<'handover.review'>> => {
  const kept = await returnedFilling(practice, input.fillingId);
  const form = formFor(practice, await formWorldOf(practice, kept.clientId), kept);
  const unknown = input.reviewed.filter((id) => !form.elements.some((element) => element.id === id));
  if (unknown.length > 0) throw new Refusal('parts-not-in-form', { elements: unknown });
  const reviewed = [...new Set(input.reviewed)];
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const now = await fillingOf(tx, kept.id);
    if (!now) throw new Refused({ code: 'not-found', what: 'form' });
    // What was read through is what is there now.
    if (now.revision !== kept.revision) throw new Refused({ code: 'conflict', current: { revision: now.revision } });
    await keepFilling(tx, { ...now, reviewed });
  });
  return { reviewed, clientId: kept.clientId };
};

export const setReturnedAside = async (
  practice: Practice,
  input: ParsedInputOf<'handover.setAside'>,
): Promise<OutputOf<'handover.setAside'>> => {
  const kept = await returnedFilling(practice, input.fillingId);
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    if (!(await fillingOf(tx, kept.id))) throw new Refused({ code: 'not-found', what: 'form' });
    await eraseFilling(tx, kept.id);
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id });
  });
  practice.changed('consents', 'handover');
  return { clientId: kept.clientId };
};
