import { type SuitabilityAnswer, suitabilityOutcomes } from '../../shared/suitability.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** Every answer to every question, oldest first. */
export const allSuitabilityAnswersOf = async (db: Reader, clientId: string): Promise<readonly SuitabilityAnswer[]> => {
  const rows = await db.selectFrom('suitability_answers').selectAll().where('client_id', '=', clientId).orderBy('id').execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    outcome: suitabilityOutcomes.find((one) => one === row.outcome) ?? 'declined',
    words: row.words,
    at: row.asked_at,
    by: row.asked_by,
  }));
};

/** The newest answer to each question that was asked, in the order they were asked first. */
export const suitabilityAnswersOf = async (db: Reader, clientId: string): Promise<readonly SuitabilityAnswer[]> => [
  ...new Map((await allSuitabilityAnswersOf(db, clientId)).map((answer) => [answer.questionId, answer])).values(),
];

export const insertSuitabilityAnswer = async (
  tx: Tx,
  answer: SuitabilityAnswer & { readonly id: string; readonly clientId: string },
): Promise<void> => {
  await tx
    .insertInto('suitability_answers')
    .values({
      id: answer.id,
      client_id: answer.clientId,
      question_id: answer.questionId,
      outcome: answer.outcome,
      words: answer.words,
      asked_at: answer.at,
      asked_by: answer.by,
    })
    .execute();
};
