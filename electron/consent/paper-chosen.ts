import { Refusal } from '../../shared/app-error.ts';
import type { Practice } from '../practice/practice.ts';
import { consentsOf } from './consent-repository.ts';
import type { FormWorld } from './form-world.ts';

const electronicRecords = 'electronic-records';

/** When the client agreed to sign on a screen, and has not taken it back; null when they were not asked yet. */
export const screenAgreed = async (practice: Practice, clientId: string): Promise<string | 'paper' | null> => {
  const newest = (await consentsOf(practice.db, clientId)).find((consent) => consent.formId === electronicRecords);
  if (!newest) return null;
  const way = newest.answers.way;
  const withdrawn = newest.withdrawals.some((one) => one.parts.length === 0 || one.parts.includes('way'));
  return withdrawn || (way?.kind === 'choice' && way.value === 'paper') ? 'paper' : newest.signedAt;
};

/** Paper is a real choice (consents.json, electronic-records): who chose it is asked on a screen only whether that has changed. */
export const refuseIfPaperChosen = async (
  practice: Practice,
  world: FormWorld,
  forms: readonly { readonly formId: string }[],
): Promise<void> => {
  if (forms.every((form) => form.formId === electronicRecords)) return;
  if ((await screenAgreed(practice, world.client.id)) === 'paper') throw new Refusal('paper-chosen');
};
