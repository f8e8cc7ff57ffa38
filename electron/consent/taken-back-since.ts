import type { Answer, Answers } from '../../shared/form-answers.ts';
import type { Reader } from '../practice/practice.ts';
import type { KeptFilling } from './filling-repository.ts';
import { isLevelPart, levelIn } from './map-marks.ts';
import { marksToday } from './marks-today.ts';

/** The answers of a form as they hold today: of places and level, what the client said since goes before what they marked in it. */
export const answersSinceTakenBack = async (db: Reader, kept: Pick<KeptFilling, 'clientId' | 'said' | 'answers'>): Promise<Answers> => {
  const { said } = kept;
  const touch = Object.entries(kept.answers).filter(
    ([id, answer]) => answer.kind === 'map' || (isLevelPart(id) && levelIn(answer) !== null),
  );
  if (said === null || touch.length === 0) return kept.answers;
  const today = await marksToday(db, kept.clientId, said);
  const asToday = (answer: Answer): Answer => {
    if (answer.kind === 'map') return { kind: 'map', ...today.marks(answer, said) };
    const level = levelIn(answer);
    return level === null ? answer : { kind: 'choice', value: `C${today.level(level, said)}`, other: '' };
  };
  return { ...kept.answers, ...Object.fromEntries(touch.map(([id, answer]) => [id, asToday(answer)])) };
};
