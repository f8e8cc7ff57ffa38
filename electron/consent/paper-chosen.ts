import { Refusal } from '../../shared/app-error.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { consentsOf } from './consent-repository.ts';
import { fillingsOfHandover, type KeptFilling } from './filling-repository.ts';
import type { FormWorld } from './form-world.ts';

const electronicRecords = 'electronic-records';

const choosesPaper = ({ way }: Answers): boolean => way?.kind === 'choice' && way.value === 'paper';

type ScreenChoice = { readonly way: 'screen' | 'paper'; readonly since: string };

/** What the client said last about reading and signing on a screen; null when they were not asked yet. Taken back, it is paper. */
export const screenChoice = async (practice: Practice, clientId: string): Promise<ScreenChoice | null> => {
  const newest = (await consentsOf(practice.db, clientId)).find((consent) => consent.formId === electronicRecords);
  if (!newest) return null;
  if (choosesPaper(newest.answers)) return { way: 'paper', since: newest.signedAt };
  const withdrawn = newest.withdrawals.find((one) => one.parts.length === 0 || one.parts.includes('way'));
  return withdrawn ? { way: 'paper', since: withdrawn.withdrawnAt } : { way: 'screen', since: newest.signedAt };
};

/** Paper is a real choice (consents.json, electronic-records): who chose it is asked on a screen only whether that has changed. */
export const refuseIfPaperChosen = async (
  practice: Practice,
  world: FormWorld,
  forms: readonly { readonly formId: string }[],
): Promise<void> => {
  if (forms.every((form) => form.formId === electronicRecords)) return;
  if ((await screenChoice(practice, world.client.id))?.way === 'paper') throw new Refusal('paper-chosen');
};

/** Chosen a moment ago, in the same sitting, it is as real: no further form is signed on this screen. */
export const refuseIfPaperChosenHere = async (db: Reader, filling: KeptFilling): Promise<void> => {
  if (filling.formId === electronicRecords) return;
  const beside = await fillingsOfHandover(db, filling.handoverId);
  if (beside.some(({ formId, answers }) => formId === electronicRecords && choosesPaper(answers))) throw new Refusal('paper-chosen');
};
