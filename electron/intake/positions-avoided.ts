import { entryOf } from '../../shared/intake-rules.ts';
import type { Practice } from '../practice/practice.ts';
import { newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { itemsOf } from './safe-content.ts';

const positions = 'a-positions';

/** What is not ticked is not used (redflags.json, a-positions). None where it was not answered. */
export const positionsAvoided = async (practice: Practice, clientId: string): Promise<readonly string[]> => {
  const [open, newest] = [await openIntakeOf(practice.db, clientId), await newestReviewedOf(practice.db, clientId)];
  const answer = entryOf(open?.entries ?? {}, positions).answer ?? entryOf(newest?.entries ?? {}, positions).answer;
  if (answer?.kind !== 'multi') return [];
  const options = itemsOf(practice.content.safe).find(({ id }) => id === positions)?.options ?? [];
  return options.map(({ value }) => value).filter((value) => !answer.values.includes(value));
};
