import { isNamedByRecord, type Signature } from '../../shared/signatures.ts';
import type { Tx } from '../practice/practice.ts';
import { fillingsOfClient, keepFilling } from './filling-repository.ts';

/** On paper the practitioner is named by the profile; the client and the young person by their record. */
const isOfClient = ({ signer }: Signature): boolean => isNamedByRecord(signer) && signer !== 'practitioner';

/** The paper would name who signed as the record does now: what was signed under another name, and is not finished, is signed again. */
export const unsignUnderOtherName = async (tx: Tx, clientId: string): Promise<void> => {
  const waiting = await fillingsOfClient(tx, clientId);
  for (const filling of waiting.filter(({ signatures }) => signatures.some(isOfClient))) {
    const { client: _, young_person: __, ...signedAt } = filling.signedAt;
    const signatures = filling.signatures.filter((one) => !isOfClient(one));
    await keepFilling(tx, { ...filling, signatures, signedAt, revision: filling.revision + 1 });
  }
};
