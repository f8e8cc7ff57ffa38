import type { Answer } from '../../shared/form-answers.ts';
import type { Reader } from '../practice/practice.ts';
import { openIntakeOf } from './intake-repository.ts';

/** Answers of the round that has not been gone through to its end. */
export const answersThatWait = async (db: Reader, clientId: string): Promise<readonly Answer[]> =>
  Object.values((await openIntakeOf(db, clientId))?.entries ?? {}).flatMap(({ answer }) => answer ?? []);
