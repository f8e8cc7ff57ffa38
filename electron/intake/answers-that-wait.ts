import { entryOf } from '../../shared/intake-rules.ts';
import type { Marks } from '../consent/map-marks.ts';
import type { Reader } from '../practice/practice.ts';
import { placesItem } from './intake-marks.ts';
import { openIntakeOf, saidInRound } from './intake-repository.ts';

/** Places said in the round that has not been gone through to its end, and when. */
export const marksOfOpenIntake = async (
  db: Reader,
  clientId: string,
): Promise<readonly { readonly marks: Marks; readonly said: number }[]> => {
  const round = await openIntakeOf(db, clientId);
  if (!round) return [];
  const { places } = await saidInRound(db, round.id);
  const { answer } = entryOf(round.entries, placesItem);
  return answer?.kind === 'map' && places !== null ? [{ marks: answer, said: places }] : [];
};
