import type { Answer } from '../../shared/form-answers.ts';
import type { Intake, IntakeEntries } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import type { Said } from './keep-said.ts';

/** Questions of the intake that ask about a finding as well: what each answer says of it. */
const asksAbout: Readonly<Record<string, { readonly itemId: string; readonly says: Readonly<Record<string, Said['answer']>> }>> = {
  's-own-choice': { itemId: 'coercion', says: { no: 'yes', partly: 'not-sure', yes: 'no' } },
  's-steady': { itemId: 'g2', says: { no: 'yes', unsure: 'not-sure', yes: 'no' } },
};

/** Rather not said is as good as not answered; nothing at all says nothing. */
const saysOf = (answer: Answer, says: Readonly<Record<string, Said['answer']>>): Said['answer'] | undefined => {
  if (answer.kind === 'declined') return 'not-answered';
  return answer.kind === 'choice' ? says[answer.value] : undefined;
};

/** What these items of the intake say of findings as they are answered now. A clear answer is kept beside what was found, and takes nothing back. */
export const saidByIntake = (intakeId: string, entries: IntakeEntries, itemIds: readonly string[]): readonly Said[] =>
  Object.entries(asksAbout).flatMap(([id, { itemId, says }]): Said[] => {
    const { answer } = entryOf(entries, id);
    const said = answer && itemIds.includes(id) ? saysOf(answer, says) : undefined;
    return said ? [{ itemId, answer: said, source: 'intake', sourceId: intakeId, words: '' }] : [];
  });

/**
 * What a round that was gone through says of findings by answers it began with and nobody changed. What was said in it already is not said
 * again: somebody may have decided about it since. A clear answer of the round before takes nothing back, and settles no blank.
 */
export const saidByReview = ({ id, entries }: Intake): readonly Said[] =>
  saidByIntake(id, entries, Object.keys(entries))
    .filter(({ answer }) => answer !== 'no')
    .map((said) => ({ ...said, asBefore: true, onceAPlace: true }));
