import type { Answers } from '../../shared/form-answers.ts';
import type { HealthAnswer, HealthScreen, HealthSection } from '../../shared/health.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { sectionsOf } from './health-content.ts';
import { openScreenOf, replaceScreen } from './health-screens-repository.ts';
import { keepSaid, type Said } from './keep-said.ts';
import { saidByScreen, screenAfter } from './screen-answers.ts';

/** What came back with the screen. */
type Filled = {
  readonly clientId: string;
  readonly answers: Answers;
  /** Pages gone through. */
  readonly seen: readonly string[];
  readonly savedAt: Instant;
};

/** What was said: all of the pages gone through, and of the others whatever reads otherwise than before. */
const givenBy = (screen: HealthScreen, { answers, seen }: Filled): Readonly<Record<string, HealthAnswer>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) =>
      answer.kind === 'screen'
        ? Object.entries(answer.answers).filter(([question, given]) => seen.includes(id) || screen.answers[question]?.answer !== given)
        : [],
    ),
  );

/** Pages gone through before are said anew as they stand; a blank in them was skipped then, and is so once. */
const saidNow = (
  before: HealthScreen,
  after: HealthScreen,
  seen: readonly string[],
  sections: readonly HealthSection[],
): readonly Said[] => {
  const asked = new Set(sections.filter(({ id }) => before.seen.includes(id)).flatMap(({ questions }) => questions.map(({ id }) => id)));
  const all = saidByScreen({ ...before, seen: before.seen.filter((id) => !seen.includes(id)) }, after, sections);
  return all.filter(({ itemId }) => after.answers[itemId] !== undefined || !asked.has(itemId));
};

/**
 * Puts what the client answered into the open screen, and into the findings, in the transaction that gives the screen back. Gives back the
 * crisis card that must be read before anything else; null where nothing calls for one.
 */
export const takeInHealth = async (tx: Tx, practice: Practice, filled: Filled): Promise<string | null> => {
  const before = await openScreenOf(tx, filled.clientId);
  if (!before) throw new Error('the health screen was ended while the screen was handed over');
  const sections = sectionsOf(practice.content);
  const given = { answers: givenBy(before, filled), seen: filled.seen, from: 'client', done: false, at: filled.savedAt } as const;
  const after = { ...screenAfter(before, sections, given), contentVersion: practice.content.health.content_version };
  if (Object.keys(given.answers).length === 0 && filled.seen.length === 0) return null;
  if (!(await replaceScreen(tx, after))) throw new Error('the open health screen moved on while the screen was handed over');
  const crisisId = await keepSaid(tx, practice, filled.clientId, saidNow(before, after, filled.seen, sections));
  await recordAudit(tx, practice, { clientId: filled.clientId, recordId: before.id }, 'health-screen-changed');
  return crisisId;
};
