import type { Answers } from '../../shared/form-answers.ts';
import type { HealthAnswer, HealthScreen } from '../../shared/health.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { sectionsOf } from './health-content.ts';
import { openScreenOf, replaceScreen } from './health-screens-repository.ts';
import { keepSaid } from './keep-said.ts';
import { saidByScreen, screenAfter } from './screen-answers.ts';

/** What came back with the screen. */
type Filled = {
  readonly clientId: string;
  readonly answers: Answers;
  /** Pages gone through. */
  readonly seen: readonly string[];
  readonly savedAt: Instant;
};

/** What reads otherwise than before. What was cleared on a page is no answer, and takes none away. */
const changedIn = (screen: HealthScreen, answers: Answers): Readonly<Record<string, HealthAnswer>> =>
  Object.fromEntries(
    Object.values(answers).flatMap((answer) =>
      answer.kind === 'screen' ? Object.entries(answer.answers).filter(([id, given]) => screen.answers[id]?.answer !== given) : [],
    ),
  );

/**
 * Puts what the client answered into the open screen, and into the findings, in the transaction that gives the screen back. Gives back the
 * crisis card that must be read before anything else; null where nothing calls for one.
 */
export const takeInHealth = async (tx: Tx, practice: Practice, filled: Filled): Promise<string | null> => {
  const before = await openScreenOf(tx, filled.clientId);
  if (!before) throw new Error('the health screen was ended while the screen was handed over');
  const sections = sectionsOf(practice.content);
  const { seen, savedAt: at } = filled;
  const given = { answers: changedIn(before, filled.answers), seen, from: 'client', done: false, at } as const;
  if (Object.keys(given.answers).length === 0 && seen.length === 0) return null;
  const after = { ...screenAfter(before, sections, given), contentVersion: practice.content.health.content_version };
  if (!(await replaceScreen(tx, after))) throw new Error('the open health screen moved on while the screen was handed over');
  // Pages gone through once before are said anew as they stand now.
  const anew = { ...before, seen: before.seen.filter((id) => !seen.includes(id)) };
  const crisisId = await keepSaid(tx, practice, filled.clientId, saidByScreen(anew, after, sections));
  await recordAudit(tx, practice, { clientId: filled.clientId, recordId: before.id }, 'health-screen-changed');
  return crisisId;
};
