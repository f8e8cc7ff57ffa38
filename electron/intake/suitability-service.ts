import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { SuitabilityAnswer } from '../../shared/suitability.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { suitabilityOf } from './health-content.ts';
import { keepSaid, type Said } from './keep-said.ts';
import { refuseArchived } from './refuse-archived.ts';
import { insertSuitabilityAnswer } from './suitability-repository.ts';

const causes = { clear: 'no', flag: 'yes', not_sure: 'not-sure', declined: 'not-answered' } as const satisfies Record<
  SuitabilityAnswer['outcome'],
  Said['answer']
>;

/** Keeps the answer, and what it says of a finding, both or neither. One day's answers to a question are one asking; another day is another. */
export const saveSuitability = async (
  practice: Practice,
  { clientId, questionId, outcome, words }: ParsedInputOf<'suitability.save'>,
): Promise<OutputOf<'suitability.save'>> => {
  const question = suitabilityOf(practice.content).find(({ id }) => id === questionId);
  if (!question) throw new Refusal('questions-unknown', { questions: [questionId] });
  const { itemId } = question;
  // Without anything that would be a flag there is none, and nothing to be unsure of.
  if (itemId === null && (outcome === 'flag' || outcome === 'not_sure'))
    throw new Refusal('answers-not-allowed', { elements: [questionId] });
  await refuseArchived(practice, clientId);
  const today = await todayHere(practice);
  const answer: SuitabilityAnswer = { questionId, outcome, words, at: practice.now(), by: practice.actor.id };
  const crisisId = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const id = practice.newId();
    await insertSuitabilityAnswer(tx, { ...answer, id, clientId });
    const said: readonly Said[] =
      itemId === null ? [] : [{ itemId, answer: causes[outcome], source: 'suitability', sourceId: `${questionId} ${today}`, words }];
    const opened = await keepSaid(tx, practice, clientId, said);
    await recordAudit(tx, practice, { clientId, recordId: id });
    return opened;
  });
  practice.changed('health', ...(crisisId ? (['safety'] as const) : []));
  return { answer, crisisId };
};
