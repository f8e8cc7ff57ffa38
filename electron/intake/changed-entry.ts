import { type Answer, answerAsText } from '../../shared/form-answers.ts';
import type { AskedAs, IntakeChange, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { clientSaidUnder } from '../../shared/intake-rules.ts';
import type { Instant } from '../../shared/time.ts';

export const isSameAnswer = (one: Answer | null, other: Answer | null): boolean =>
  answerAsText(one ?? undefined) === answerAsText(other ?? undefined);

export const chosenIn = (answer: Answer): readonly string[] =>
  answer.kind === 'choice' ? [answer.value] : answer.kind === 'multi' ? answer.values : [];

/** How an item reads at the moment it is answered. */
export const askedAs = (item: IntakeItem, answer: Answer): AskedAs => ({
  label: item.label,
  question: item.question,
  options: item.options.filter(({ value }) => chosenIn(answer).includes(value)),
});

type Given = Pick<IntakeEntry, 'answer' | 'from' | 'answeredAt' | 'asked'>;

/** An answer with who gave it and how it was asked. The same answer once more keeps what stands of it. */
export const given = (
  before: IntakeEntry,
  answer: Answer | null,
  asked: AskedAs | null,
  from: NonNullable<IntakeEntry['from']>,
  at: Instant,
): Given => {
  if (isSameAnswer(answer, before.answer))
    return { answer: before.answer, from: before.from, answeredAt: before.answeredAt, asked: before.asked };
  return answer === null ? { answer, from: null, answeredAt: null, asked: null } : { answer, from, answeredAt: at, asked };
};

const marked = (on: boolean | undefined, before: Instant | null, now: Instant): Instant | null =>
  on === undefined ? before : on ? now : null;

/** Whose answer it is may be told later than the answer; what the client answered on the screen stays theirs. */
const fromWhom = (next: Given, isAnother: boolean, from: IntakeChange['from']): IntakeEntry['from'] =>
  from === undefined || next.answer === null || (next.from === 'client' && !isAnother) ? next.from : from;

/** What was gone through was another answer: only a mark that comes with the new one is about it. */
const discussedBefore = (before: IntakeEntry, isAnother: boolean): Instant | null => (isAnother ? null : before.discussedAt);

/** One item after a change of it; what the change does not name stays. Gone through and left out are two things, and the later one counts. */
export const changedEntry = (item: IntakeItem, before: IntakeEntry, change: IntakeChange, now: Instant): IntakeEntry => {
  const answer = change.answer === undefined ? before.answer : change.answer;
  const next = given(before, answer, answer && askedAs(item, answer), change.from ?? 'practitioner', now);
  const isAnother = !isSameAnswer(answer, before.answer);
  return {
    answer: next.answer,
    from: fromWhom(next, isAnother, change.from),
    answeredAt: next.answeredAt,
    asked: next.asked,
    talk: change.talk ?? (isAnother && answer !== null ? false : before.talk),
    discussedAt:
      change.left === true && change.discussed !== true ? null : marked(change.discussed, discussedBefore(before, isAnother), now),
    leftAt: change.discussed === true ? null : marked(change.left, before.leftAt, now),
    inWritingAt: marked(change.inWriting, before.inWritingAt, now),
    note: change.note ?? before.note,
    clientSaid: isAnother ? clientSaidUnder(before) : before.clientSaid,
  };
};
