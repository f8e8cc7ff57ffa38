import type { Answers } from '../../shared/form-answers.ts';
import type { HealthAnswer, HealthScreen, HealthSection } from '../../shared/health.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { sectionsOf } from './health-content.ts';
import { itemsFoundOf, openScreenOf, replaceScreen } from './health-screens-repository.ts';
import { keepSaid } from './keep-said.ts';
import { type Given, saidByScreen, screenAfter, withAllAsked } from './screen-answers.ts';

/** What came back with the screen. */
type Filled = {
  readonly clientId: string;
  readonly answers: Answers;
  /** Pages they would rather talk about. */
  readonly talk: readonly string[];
  /** Pages gone through. */
  readonly seen: readonly string[];
  readonly savedAt: Instant;
};

const onPage = (answers: Answers, id: string): Readonly<Record<string, HealthAnswer>> => {
  const answer = answers[id];
  return answer?.kind === 'screen' ? answer.answers : {};
};

/**
 * What reads otherwise than before. What was cleared on a page gone through is a blank there; on a page they would rather talk about, so is
 * what it was filled with and nobody changed.
 */
const changedIn = (screen: HealthScreen, sections: readonly HealthSection[], filled: Filled): Given['answers'] =>
  Object.fromEntries(
    sections.flatMap(({ id: page, questions }) =>
      questions.flatMap(({ id }): [string, HealthAnswer | null][] => {
        const [was, is] = [screen.answers[id]?.answer, onPage(filled.answers, page)[id]];
        const isLeft = filled.seen.includes(page) && was !== undefined && (is === undefined || (is === was && filled.talk.includes(page)));
        if (isLeft) return [[id, null]];
        return is === undefined || is === was ? [] : [[id, is]];
      }),
    ),
  );

/**
 * Puts what the client answered into the open screen, and into the findings, in the transaction that gives the screen back. Gives back the
 * crisis card that must be read before anything else; null where nothing calls for one.
 */
export const takeInHealth = async (tx: Tx, practice: Practice, filled: Filled): Promise<string | null> => {
  const open = await openScreenOf(tx, filled.clientId);
  if (!open) throw new Error('the health screen was ended while the screen was handed over');
  const sections = sectionsOf(practice.content);
  const { seen, savedAt: at } = filled;
  const before = withAllAsked(open, sections, await itemsFoundOf(tx, filled.clientId));
  const given = { answers: changedIn(before, sections, filled), seen, from: 'client', done: false, at } as const;
  if (Object.keys(given.answers).length === 0 && seen.length === 0) return null;
  const after = { ...screenAfter(before, sections, given), contentVersion: practice.content.health.content_version };
  if (!(await replaceScreen(tx, after))) throw new Error('the open health screen moved on while the screen was handed over');
  // Pages gone through once before are said anew as they stand now.
  const anew = { ...before, seen: before.seen.filter((id) => !seen.includes(id)) };
  const crisisId = await keepSaid(tx, practice, filled.clientId, saidByScreen(anew, after, sections, given));
  await recordAudit(tx, practice, { clientId: filled.clientId, recordId: before.id }, 'health-screen-changed');
  return crisisId;
};
