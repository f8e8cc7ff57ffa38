import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answer, type Answers, judge } from '../../shared/form-answers.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { marksToday } from '../consent/marks-today.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { answerToday } from './intake-marks.ts';
import { openIntakeOf, openRoundOf, saidInRound } from './intake-repository.ts';

/** Places that are not offered any more are left where they are kept, and not shown to be marked again. */
const offeredAlone = (answer: Answer, offered: ReadonlySet<string>): Answer => {
  if (answer.kind !== 'map') return answer;
  const here = <T>(marks: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(marks).filter(([code]) => offered.has(code)));
  return { ...answer, areas: here(answer.areas), ...(answer.ceilings ? { ceilings: here(answer.ceilings) } : {}) };
};

/** The round the client's part is filled from, and how far it is; null while none is open. */
export const roundToFill = (db: Reader, clientId: string) => openRoundOf(db, clientId);

/** What the client's part begins with; null while no round is open. An answer the form does not offer any more stays where it is. */
export const intakeToFill = async (
  practice: Practice,
  clientId: string,
  form: ConsentForm,
): Promise<{ readonly answers: Answers; readonly talk: string[] } | null> => {
  const round = await openIntakeOf(practice.db, clientId);
  if (!round) return null;
  const said = await saidInRound(practice.db, round.id);
  const [earliest = null] = [said.places, said.level].filter((at) => at !== null).sort((one, other) => one - other);
  const today = await marksToday(practice.db, clientId, earliest);
  const offered = new Set(form.areas.filter((area) => area.offered).map(({ code }) => code));
  const answered = form.elements.flatMap((part: FormElement): [string, Answer][] => {
    const answer = answerToday(part.id, entryOf(round.entries, part.id), today, said);
    const fitting = answer && offeredAlone(answer, offered);
    return fitting && judge(part, fitting, offered) === 'answered' ? [[part.id, fitting]] : [];
  });
  const talk = form.elements.map(({ id }) => id).filter((id) => entryOf(round.entries, id).talk);
  return { answers: Object.fromEntries(answered), talk };
};
