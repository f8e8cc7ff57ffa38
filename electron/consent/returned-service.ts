import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { eraseFilling, fillingOf, fillingsOfClient, type KeptFilling, keepFilling } from './filling-repository.ts';
import { fillingView } from './filling-view.ts';
import { formFor, formWorldOf } from './form-world.ts';

/** @throws Refused not-found form */
export const returnedFilling = async (practice: Practice, id: string): Promise<KeptFilling> => {
  const kept = await fillingOf(practice.db, id);
  if (!kept) throw new Refused({ code: 'not-found', what: 'form' });
  return kept;
};

export const returnedForms = async (
  practice: Practice,
  input: ParsedInputOf<'handover.returned'>,
): Promise<OutputOf<'handover.returned'>> => {
  const world = await formWorldOf(practice, input.clientId);
  const kept = await fillingsOfClient(practice.db, input.clientId);
  const offered = kept.filter((filling) => world.forms.some((form) => form.id === filling.formId));
  return { fillings: await Promise.all(offered.map((filling) => fillingView(practice, practice.db, world, filling))) };
};

export const reviewReturned = async (practice: Practice, input: ParsedInputOf<'handover.review'>): Promise<OutputOf<'handover.review'>> => {
  const kept = await returnedFilling(practice, input.fillingId);
  const form = formFor(practice, await formWorldOf(practice, kept.clientId), kept.formId, kept.blanks);
  const unknown = input.reviewed.filter((id) => !form.elements.some((element) => element.id === id));
  if (unknown.length > 0) throw new Refusal('parts-not-in-form', { elements: unknown });
  const reviewed = [...new Set(input.reviewed)];
  await practice.write(async (tx) => {
    const now = await fillingOf(tx, kept.id);
    if (!now) throw new Refused({ code: 'not-found', what: 'form' });
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
    await eraseFilling(tx, kept.id);
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id });
  });
  practice.changed('consents', 'handover');
  return { clientId: kept.clientId };
};
