import type { BodyArea } from '../../shared/body-areas.ts';
import { type Answer, type Answers, judge } from '../../shared/form-answers.ts';
import type { AskedAs, IntakeEntries, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { entryOf, partOf } from '../../shared/intake-rules.ts';
import { shows } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { marksToday } from '../consent/marks-today.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { askedAs, chosenIn, given, isSameAnswer } from './changed-entry.ts';
import { saidByIntake } from './intake-findings.ts';
import { isForClient } from './intake-form.ts';
import { answerToday, levelItem, placesItem, saidNow } from './intake-marks.ts';
import { keepSaidInRound, replaceIntake, saidInRound } from './intake-repository.ts';
import { roundOf } from './intake-start.ts';
import { keepSaid } from './keep-said.ts';
import { itemsOf } from './safe-content.ts';

/** What came back with the screen. */
type Filled = {
  readonly answers: Answers;
  readonly talk: readonly string[];
  readonly seen: readonly string[];
  readonly savedAt: Instant;
  /** When they last said something of touch, in the order of sayings. */
  readonly said: number | null;
  readonly areas: readonly BodyArea[];
};

/** What they could not see of the places: as it holds today. */
type Unseen = { readonly unseen: Answer | null };

/** Nothing typed is no answer. */
const said = (answer: Answer | undefined): Answer | null =>
  answer === undefined || (answer.kind === 'text' && !shows(answer.text)) ? null : answer;

/** Places the client could not see stay as they are marked, without what was closed since. */
const withUnseen = (answer: Answer | null, before: Answer | null, areas: readonly BodyArea[]): Answer | null => {
  if (answer?.kind !== 'map' || before?.kind !== 'map') return answer;
  const seen = new Set(areas.filter((area) => area.offered).map(({ code }) => code));
  const unseen = <T>(marks: Readonly<Record<string, T>>) => Object.entries(marks).filter(([code]) => !seen.has(code));
  const ceilings = Object.fromEntries([...unseen(before.ceilings ?? {}), ...Object.entries(answer.ceilings ?? {})]);
  return {
    ...answer,
    areas: Object.fromEntries([...unseen(before.areas), ...Object.entries(answer.areas)]),
    ...(Object.keys(ceilings).length > 0 ? { ceilings } : {}),
  };
};

const fits = (item: IntakeItem, answer: Answer): boolean => {
  const part = partOf(item);
  return part !== null && judge(part, answer, new Set(answer.kind === 'map' ? Object.keys(answer.areas) : [])) !== 'not-allowed';
};

/** An answer to what the content does not ask any more, or not so: kept with whatever is still known of how it read. */
const askedBefore = (itemId: string, item: IntakeItem | undefined, before: AskedAs | null, answer: Answer): AskedAs => {
  const options = [...(before?.options ?? []), ...(item?.options ?? [])];
  return {
    label: item?.label ?? before?.label ?? itemId,
    question: item?.question ?? before?.question ?? null,
    options: chosenIn(answer).map((value) => options.find((option) => option.value === value) ?? { value, label: value }),
  };
};

/** One item once the client's answer is in. What was said about another answer was not said about this one. */
const takenIn = (id: string, item: IntakeItem | undefined, before: IntakeEntry, filled: Filled & Unseen): IntakeEntry => {
  // Places and level come filled with those of today, which nobody said where nobody came to them.
  if ((id === placesItem || id === levelItem) && !filled.seen.includes(id)) return before;
  const answer = withUnseen(said(filled.answers[id]), filled.unseen, filled.areas);
  const talk = filled.talk.includes(id);
  // Only what was on the screen can have been taken away there: not an answer that does not fit any more, nor a part never come to.
  const couldBeCleared = item !== undefined && before.answer !== null && fits(item, before.answer) && filled.seen.includes(id);
  if (answer === null && before.answer !== null && !couldBeCleared) return { ...before, talk };
  const asked = answer && (item && fits(item, answer) ? askedAs(item, answer) : askedBefore(id, item, before.asked, answer));
  const now = given(before, answer, asked, 'client', filled.savedAt);
  const isAnswered = !isSameAnswer(answer, before.answer);
  const isAnother = isAnswered || (talk && !before.talk);
  return {
    ...before,
    ...now,
    talk,
    ...(isAnswered ? { clientSaid: null } : {}),
    ...(isAnother ? { discussedAt: null, leftAt: null } : {}),
  };
};

const entriesAfter = (items: readonly IntakeItem[], before: IntakeEntries, filled: Filled & Unseen): IntakeEntries => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = new Set([...items.filter(isForClient).map(({ id }) => id), ...Object.keys(filled.answers), ...filled.talk]);
  const after = [...ids].map((id) => [id, takenIn(id, byId.get(id), entryOf(before, id), filled)] as const);
  const touched = after.filter(([id, entry]) => id in before || entry.answer !== null || entry.talk);
  return { ...before, ...Object.fromEntries(touched) };
};

/** What was seen says of findings what it reads now, also where it was left as it stood; and so does what reads otherwise. */
const saidIn = (before: IntakeEntries, after: IntakeEntries, { seen }: Filled): readonly string[] =>
  Object.keys(after).filter((id) => seen.includes(id) || !isSameAnswer(entryOf(before, id).answer, entryOf(after, id).answer));

/**
 * Puts what the client answered into the round they are in, and what it says of findings into them, in the transaction that gives the screen
 * back. Gives back the crisis card that must be read before anything else.
 */
export const takeInIntake = async (tx: Tx, practice: Practice, input: Filled & { readonly clientId: string }): Promise<string | null> => {
  const round = await roundOf(tx, practice, input.clientId);
  const earlier = await saidInRound(tx, round.id);
  const today = await marksToday(tx, input.clientId, earlier.places);
  const unseen = answerToday(placesItem, entryOf(round.entries, placesItem), today, earlier);
  const entries = entriesAfter(itemsOf(practice.content.safe), round.entries, { ...input, unseen });
  const crisisId = await keepSaid(tx, practice, input.clientId, saidByIntake(round.id, entries, saidIn(round.entries, entries, input)));
  if (JSON.stringify(entries) === JSON.stringify(round.entries)) return crisisId;
  const { content_version: contentVersion } = practice.content.safe;
  if (!(await replaceIntake(tx, { ...round, entries, contentVersion, revision: round.revision + 1, savedAt: input.savedAt })))
    throw new Error('the open round moved on while the screen was handed over');
  if (input.said !== null) await keepSaidInRound(tx, round.id, saidNow(round.entries, entries, input.said));
  await recordAudit(tx, practice, { clientId: input.clientId, recordId: round.id }, 'intake-changed');
  return crisisId;
};
