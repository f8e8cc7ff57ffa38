import type { ContactLevel } from '../../shared/body-areas.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { levelIn, type Marks } from '../consent/map-marks.ts';
import type { Reader } from '../practice/practice.ts';
import { levelItem, placesItem } from './intake-marks.ts';
import { openIntakeOf, saidInRound } from './intake-repository.ts';

type Waiting = { readonly marks: Marks | null; readonly level: ContactLevel | null; readonly said: number };

/** Places, and how firm, said in the round that has not been gone through to its end, and when. */
export const marksOfOpenIntake = async (db: Reader, clientId: string): Promise<readonly Waiting[]> => {
  const round = await openIntakeOf(db, clientId);
  if (!round) return [];
  const { places, level } = await saidInRound(db, round.id);
  const { answer } = entryOf(round.entries, placesItem);
  const firm = levelIn(entryOf(round.entries, levelItem).answer);
  return [
    ...(answer?.kind === 'map' && places !== null ? [{ marks: answer, level: null, said: places }] : []),
    ...(firm !== null && level !== null ? [{ marks: null, level: firm, said: level }] : []),
  ];
};
