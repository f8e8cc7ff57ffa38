import type { Answer } from '../../shared/form-answers.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { openIntakeOf } from './intake-repository.ts';

/** Answers of the round that has not been gone through to its end, each with the moment it was given. */
export const answersThatWait = async (
  db: Reader,
  clientId: string,
): Promise<readonly { readonly answer: Answer; readonly at: Instant }[]> => {
  const round = await openIntakeOf(db, clientId);
  return Object.values(round?.entries ?? {}).flatMap(({ answer, answeredAt }) =>
    round && answer ? [{ answer, at: answeredAt ?? round.savedAt }] : [],
  );
};
