import { isOpen, type Marks as MapMarks, mapAfter, type Saying } from '../../shared/sayings.ts';
import { marksOfOpenIntake } from '../intake/answers-that-wait.ts';
import type { Reader } from '../practice/practice.ts';
import { marksOfFillings } from './filling-repository.ts';
import { areasSaid } from './map-marks.ts';
import { sayingsOf } from './maps-repository.ts';

/** The maps there would be: after each form not finished yet that says something of the one or the other, and after the intake. */
const mapsThatWait = async (db: Reader, clientId: string, what: 'areas' | 'ceiling'): Promise<readonly MapMarks[]> => {
  const waiting = [...(await marksOfFillings(db, clientId)), ...(await marksOfOpenIntake(db, clientId))]
    .map(({ marks, level, said }): Saying => ({ said, kind: 'whole', areas: marks && areasSaid(marks), ceiling: level }))
    .filter((saying) => saying[what] !== null);
  if (waiting.length === 0) return [];
  const sayings = await sayingsOf(db, clientId, Math.min(...waiting.map(({ said }) => said)));
  return waiting.map((saying) => mapAfter([...sayings, saying]));
};

/** Places that a form not finished yet, or an intake not gone through, would open once it is. */
export const marksThatWait = async (db: Reader, clientId: string): Promise<ReadonlySet<string>> => {
  const maps = await mapsThatWait(db, clientId, 'areas');
  return new Set(maps.flatMap((map) => Object.keys(map.areas).filter((code) => isOpen(map, code))));
};

/** Whether one of them would allow contact where there is none now. */
export const contactWaits = async (db: Reader, clientId: string): Promise<boolean> =>
  (await mapsThatWait(db, clientId, 'ceiling')).some(({ ceiling }) => ceiling > 0);
