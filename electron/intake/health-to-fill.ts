import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { HealthAnswer } from '../../shared/health.ts';
import type { Reader } from '../practice/practice.ts';
import { openScreenOf } from './health-screens-repository.ts';

/** The screen that is filled, and how far it is; null while none is open. */
export const screenStands = async (db: Reader, clientId: string): Promise<{ readonly id: string; readonly revision: number } | null> => {
  const open = await openScreenOf(db, clientId);
  return open && { id: open.id, revision: open.revision };
};

/** What the client's pages begin with: the answers the open screen holds; null while none is open. */
export const screenToFill = async (
  db: Reader,
  clientId: string,
  form: ConsentForm,
): Promise<{ readonly answers: Answers; readonly talk: string[] } | null> => {
  const open = await openScreenOf(db, clientId);
  if (!open) return null;
  const pages = form.elements.map(({ id, questions = [] }) => {
    const given = questions.flatMap((question): [string, HealthAnswer][] => {
      const held = open.answers[question.id];
      return held ? [[question.id, held.answer]] : [];
    });
    return [id, given] as const;
  });
  const answered = pages.filter(([, given]) => given.length > 0);
  return {
    answers: Object.fromEntries(answered.map(([id, given]) => [id, { kind: 'screen' as const, answers: Object.fromEntries(given) }])),
    talk: [],
  };
};
