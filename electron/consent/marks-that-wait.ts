import { isOpen, mapAfter, type Saying } from '../../shared/sayings.ts';
import { marksOfOpenIntake } from '../intake/answers-that-wait.ts';
import type { Reader } from '../practice/practice.ts';
import { marksOfFillings } from './filling-repository.ts';
import { areasSaid } from './map-marks.ts';
import { sayingsOf } from './maps-repository.ts';

/** Places that a form not finished yet, or an intake not gone through, would open once it is. */
export const marksThatWait = async (db: Reader, clientId: string): Promise<ReadonlySet<string>> => {
  const waiting = [...(await marksOfFillings(db, clientId)), ...(await marksOfOpenIntake(db, clientId))];
  if (waiting.length === 0) return new Set();
  const sayings = await sayingsOf(db, clientId, Math.min(...waiting.map(({ said }) => said)));
  const opened = waiting.map(({ marks, said }): Saying => ({ said, kind: 'whole', areas: areasSaid(marks), ceiling: null }));
  const each = opened.map((saying) => mapAfter([...sayings, saying]));
  return new Set(each.flatMap((map) => Object.keys(map.areas).filter((code) => isOpen(map, code))));
};
