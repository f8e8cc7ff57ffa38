import type { Answer } from '../../shared/form-answers.ts';
import { answersThatWait } from '../intake/answers-that-wait.ts';
import type { Reader } from '../practice/practice.ts';
import { fillingsOfClient } from './filling-repository.ts';

const openedBy = (answer: Answer | null): readonly string[] =>
  answer?.kind === 'map' ? Object.entries(answer.areas).flatMap(([code, state]) => (state === 'no' ? [] : [code])) : [];

/** Places that a form not finished yet, or an intake not gone through, would open once it is. */
export const marksThatWait = async (db: Reader, clientId: string): Promise<ReadonlySet<string>> => {
  const fillings = await fillingsOfClient(db, clientId);
  const answers = [...fillings.flatMap((filling) => Object.values(filling.answers)), ...(await answersThatWait(db, clientId))];
  return new Set(answers.flatMap(openedBy));
};
