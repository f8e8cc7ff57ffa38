import type { Answer } from '../../shared/form-answers.ts';
import type { Instant } from '../../shared/time.ts';
import { answersThatWait } from '../intake/answers-that-wait.ts';
import type { Reader } from '../practice/practice.ts';
import { fillingsOfClient } from './filling-repository.ts';
import { wholeMaps } from './keep-marks.ts';
import { takenBackSince } from './map-marks.ts';
import { allMapsOf, type KeptMap } from './maps-repository.ts';

const openedBy = (maps: readonly KeptMap[], { answer, at }: { readonly answer: Answer; readonly at: Instant }): readonly string[] => {
  if (answer.kind !== 'map' || maps.some(({ madeAt, source }) => madeAt > at && wholeMaps.includes(source))) return [];
  const taken = takenBackSince(maps, at);
  return Object.entries(answer.areas).flatMap(([code, state]) => (state === 'no' || taken.get(code)?.state === 'no' ? [] : [code]));
};

/** Places that a form not finished yet, or an intake not gone through, would open once it is. */
export const marksThatWait = async (db: Reader, clientId: string): Promise<ReadonlySet<string>> => {
  const maps = await allMapsOf(db, clientId);
  const filled = (await fillingsOfClient(db, clientId)).flatMap(({ answers, savedAt: at }) =>
    Object.values(answers).map((answer) => ({ answer, at })),
  );
  const waiting = [...filled, ...(await answersThatWait(db, clientId))];
  return new Set(waiting.flatMap((one) => openedBy(maps, one)));
};
