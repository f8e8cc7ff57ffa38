import type { FormElement, Signer } from '../../shared/consent-form.ts';
import { isAsked, leavesOut, partsToReview, unansweredStatements } from '../../shared/form-answers.ts';
import type { Filling } from '../../shared/handover.ts';

/** One part as it is read through: the client's, or what the practitioner wrote before. */
export type ReadItem = { readonly element: FormElement; readonly talk: boolean; readonly open: boolean };

/** What is to be talked about comes first, the rest as the form has it. */
export const itemsToRead = ({ form, answers, talk }: Filling): readonly ReadItem[] => {
  const parts = new Set(partsToReview(form, answers));
  const items = form.elements
    .filter((element) => parts.has(element.id))
    .map((element) => ({ element, talk: talk.includes(element.id), open: answers[element.id] === undefined }));
  return [...items.filter((item) => item.talk), ...items.filter((item) => !item.talk)];
};

export const writtenBefore = ({ form, answers }: Filling): readonly FormElement[] =>
  form.elements.filter((element) => element.by === 'practitioner' && answers[element.id] !== undefined && isAsked(form, element, answers));

export const leftToRead = (filling: Filling): number => {
  const reviewed = new Set(filling.reviewed);
  return partsToReview(filling.form, filling.answers).filter((id) => !reviewed.has(id)).length;
};

const isSigning = (element: FormElement): boolean => element.capture === 'signature' && element.required;

const signsHere = (signer: Signer): boolean => signer !== 'practitioner';

/** Whether the client has something left to do, as far as the form itself tells. */
export const waitsForClient = (filling: Filling): boolean => {
  const { form, answers, signatures } = filling;
  if (leavesOut(form, answers)) return false;
  if (filling.outdated || unansweredStatements(form, answers).length > 0) return true;
  return form.elements.some((element) => isSigning(element) && element.signers.some(signsHere)) && signatures.length === 0;
};

export const practitionerSigns = ({ form }: Pick<Filling, 'form'>): boolean =>
  form.elements.some((element) => isSigning(element) && element.signers.includes('practitioner'));
