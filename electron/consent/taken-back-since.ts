import type { Answer, Answers } from '../../shared/form-answers.ts';
import type { Reader } from '../practice/practice.ts';
import type { KeptFilling } from './filling-repository.ts';
import { takenBackSince, tighter } from './map-marks.ts';
import { allMapsOf } from './maps-repository.ts';

type Marks = Extract<Answer, { kind: 'map' }>;
type Taken = ReturnType<typeof takenBackSince>;

export const narrowed = (marks: Marks, taken: Taken): Marks => {
  const areas = Object.fromEntries(
    Object.entries(marks.areas).map(([code, state]) => {
      const said = taken.get(code);
      return [code, said ? tighter({ state, ceiling: 4 }, said).state : state];
    }),
  );
  if (!marks.ceilings) return { kind: 'map', areas };
  return { kind: 'map', areas, ceilings: Object.fromEntries(Object.entries(marks.ceilings).filter(([code]) => areas[code] !== 'no')) };
};

/** The answers of a form, its places no wider than what the client took back after it was saved: the later word holds. */
export const answersSinceTakenBack = async (db: Reader, kept: Pick<KeptFilling, 'clientId' | 'savedAt' | 'answers'>): Promise<Answers> => {
  const taken = takenBackSince(await allMapsOf(db, kept.clientId), kept.savedAt);
  return Object.fromEntries(
    Object.entries(kept.answers).map(([id, answer]) => [id, answer.kind === 'map' ? narrowed(answer, taken) : answer]),
  );
};
