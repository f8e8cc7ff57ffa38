import { type Issue, Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { LetterDraft } from '../../shared/letters.ts';
import type { GateNow } from '../../shared/release-gate.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { gateNow } from '../releases/gate-service.ts';
import { changeDraft, draftLetter } from './change-letter.ts';
import type { LetterOutline } from './letter-content.ts';
import { insertPreview } from './letter-events-repository.ts';
import { withoutUnticked } from './letter-outline.ts';
import { coveredFacts, factsOffered, outlineOf } from './letter-verdict.ts';
import { groundOf, keptLetter, seenLetter } from './letter-view.ts';
import { bytesOfLetter, type KeptLetter, saveLetterRow, setAsideRow } from './letters-repository.ts';

/** A letter goes for what its kind is for, or because the client asked. */
const refuseOtherPurpose = ({ purpose_id: own }: LetterOutline, { purpose }: LetterDraft): void => {
  if (purpose === null || purpose === own || purpose === 'at_my_request') return;
  const issue: Issue = { path: ['draft', 'purpose'], problem: 'wrong-kind' };
  throw new Refused({ code: 'invalid', issues: [issue] });
};

/** What was ticked while it was covered stays on the desk, and the gate refuses it when it is signed. @throws Refusal facts-unknown, facts-not-covered */
const refuseFacts = async (tx: Tx, now: GateNow, outline: LetterOutline, kept: KeptLetter, draft: LetterDraft): Promise<void> => {
  const offered = new Set(factsOffered(outline).map(({ id }) => id));
  const unknown = draft.facts.filter((fact) => !offered.has(fact) && !kept.body.facts.includes(fact));
  if (unknown.length > 0) throw new Refusal('facts-unknown', { facts: unknown });
  const added = draft.facts.filter((fact) => !kept.body.facts.includes(fact));
  if (added.length === 0) return;
  const covered = await coveredFacts(tx, now, outline, { ...kept, body: draft });
  const uncovered = added.filter((fact) => !covered.has(fact));
  if (uncovered.length > 0) throw new Refusal('facts-not-covered', { facts: uncovered });
};

/** Keeps a letter as it stands on the screen. */
export const saveLetter = async (
  practice: Practice,
  { id, version, draft }: ParsedInputOf<'letters.save'>,
): Promise<OutputOf<'letters.save'>> => {
  const now = await gateNow(practice);
  await changeDraft(practice, { id, version }, async (tx, kept) => {
    const outline = outlineOf(practice, kept.kindId);
    refuseOtherPurpose(outline, draft);
    await refuseFacts(tx, now, outline, kept, draft);
    const facts = [...new Set(draft.facts)];
    const body = { ...draft, facts, document: withoutUnticked(draft.document, facts) };
    const isSame = bytesOfLetter(body) === bytesOfLetter(kept.body);
    await saveLetterRow(tx, { id, version: isSame ? version : version + 1, savedAt: practice.now(), body });
  });
  return seenLetter(practice, await keptLetter(practice.db, id));
};

export const setLetterAside = async (
  practice: Practice,
  seen: ParsedInputOf<'letters.setAside'>,
): Promise<OutputOf<'letters.setAside'>> => {
  await changeDraft(practice, seen, (tx, { id }) => setAsideRow(tx, id, practice.now()));
  const { id, clientId } = await keptLetter(practice.db, seen.id);
  return { id, clientId };
};

export const previewLetter = async (
  practice: Practice,
  { way, words, ...seen }: ParsedInputOf<'letters.preview'>,
): Promise<OutputOf<'letters.preview'>> => {
  const before = await draftLetter(practice.db, seen.id);
  const { letter } = await groundOf(practice, before, outlineOf(practice, before.kindId));
  await changeDraft(practice, seen, async (tx, { id, version, savedAt }) => {
    // Kept as it stood before the client, with the blanks that follow what fills them.
    await saveLetterRow(tx, { id, version, savedAt, body: letter.body });
    await insertPreview(tx, {
      ...{ id: practice.newId(), letterId: id, version, at: practice.now(), by: practice.actor.id, byName: practice.actor.name },
      ...{ way, words },
    });
  });
  return seenLetter(practice, await keptLetter(practice.db, seen.id));
};
