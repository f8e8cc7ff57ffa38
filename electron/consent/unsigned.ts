import { isNamedByRecord, type Signature } from '../../shared/signatures.ts';
import type { Tx } from '../practice/practice.ts';
import { fillingsOfClient, type KeptFilling, keepFilling } from './filling-repository.ts';

const isOfPractitioner = ({ signer }: Signature): boolean => signer === 'practitioner';

/** On paper the practitioner is named by the profile; the client and the young person by their record. */
const isOfClient = (one: Signature): boolean => isNamedByRecord(one.signer) && !isOfPractitioner(one);

const unsign = async (tx: Tx, filling: KeptFilling, falls: (signature: Signature) => boolean): Promise<void> => {
  const signatures = filling.signatures.filter((one) => !falls(one));
  if (signatures.length === filling.signatures.length) return;
  const kept = new Set(signatures.map(({ signer }) => signer));
  const signedAt = Object.fromEntries(Object.entries(filling.signedAt).filter(([signer]) => kept.has(signer as Signature['signer'])));
  await keepFilling(tx, { ...filling, signatures, signedAt, revision: filling.revision + 1 });
};

/** The paper would name who signed as the record does now: what was signed under another name, and is not finished, is signed again. */
export const unsignUnderOtherName = async (tx: Tx, clientId: string): Promise<void> => {
  for (const filling of await fillingsOfClient(tx, clientId)) await unsign(tx, filling, isOfClient);
};

/** Everyone but the practitioner signs these forms again, where they wait. */
const unsignForms = async (tx: Tx, clientId: string, isMeant: (filling: KeptFilling) => boolean): Promise<void> => {
  for (const filling of (await fillingsOfClient(tx, clientId)).filter(isMeant)) await unsign(tx, filling, (one) => !isOfPractitioner(one));
};

/** A form that was taken back would count again once an older one of the same kind is finished: that one is signed again first. */
export const unsignTakenBack = (tx: Tx, { clientId, formId, area }: Pick<KeptFilling, 'clientId' | 'formId' | 'area'>): Promise<void> =>
  unsignForms(tx, clientId, (filling) => filling.formId === formId && filling.area === area);

/** What a person stopped in their own form, whether or not one of these was in force yet: those that wait are signed again. */
export const unsignStopped = (tx: Tx, clientId: string, formIds: readonly string[]): Promise<void> =>
  unsignForms(tx, clientId, ({ formId }) => formIds.includes(formId));
