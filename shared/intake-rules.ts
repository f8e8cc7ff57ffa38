import type { FormElement } from './consent-form.ts';
import { type Answer, answerAsText, judge } from './form-answers.ts';
import { type ClientSaid, type IntakeEntries, type IntakeEntry, type IntakeItem, safeLetters } from './intake.ts';

/** An item nobody has touched. */
export const emptyEntry: IntakeEntry = {
  answer: null,
  from: null,
  answeredAt: null,
  talk: false,
  discussedAt: null,
  leftAt: null,
  inWritingAt: null,
  note: '',
  asked: null,
  clientSaid: null,
};

export const entryOf = (entries: IntakeEntries, itemId: string): IntakeEntry => entries[itemId] ?? emptyEntry;

/** What the client answered on the screen themselves stays readable under an answer written over theirs. */
export const clientSaidUnder = ({ answer, from, answeredAt, asked, clientSaid }: IntakeEntry): ClientSaid | null =>
  from === 'client' && answer !== null ? { answer, answeredAt, asked } : clientSaid;

/** An item as a part of a form; null where it takes no answer: a form of its own, something tried together, something said. The question is its heading. */
export const partOf = (item: IntakeItem, section = ''): FormElement | null => {
  if (item.capture === 'form' || item.capture === 'rehearsal' || item.capture === 'tick') return null;
  return {
    id: item.id,
    title: item.question ?? item.label,
    text: '',
    help: item.clientHelp ?? '',
    section,
    capture: item.capture,
    asks: item.asks,
    required: !item.maySkip,
    allowDeclined: item.allowDeclined,
    options: item.options,
    signers: [],
    by: 'client',
    askIf: null,
    exclusive: item.exclusive,
    otherText: item.otherText,
  };
};

/** What an answer is worth to the item as it is now. Places are looked at where they are kept, not here. */
const verdict = (item: IntakeItem, answer: Answer): ReturnType<typeof judge> => {
  const part = partOf(item);
  if (!part) return 'not-allowed';
  return judge(part, answer, new Set(answer.kind === 'map' ? Object.keys(answer.areas) : []));
};

/** Whether there is an answer the content still offers. One whose option is gone stays readable, and counts as none. */
export const isAnswered = (item: IntakeItem, entry: IntakeEntry): boolean =>
  entry.answer !== null && verdict(item, entry.answer) === 'answered';

/** Gone through with the client: said aloud, or left out where it may be. */
export const isGoneThrough = (item: IntakeItem, entry: IntakeEntry): boolean =>
  entry.discussedAt !== null || (item.maySkip && entry.leftAt !== null);

/** Items that keep a round from being finished. An answer is never asked for: every item may stay without one. */
export const openItems = (items: readonly IntakeItem[], entries: IntakeEntries): readonly string[] =>
  items.filter((item) => !isGoneThrough(item, entryOf(entries, item.id))).map(({ id }) => id);

export type PartProgress = {
  readonly letter: IntakeItem['letter'];
  readonly items: number;
  readonly goneThrough: number;
  /** Of those that take an answer. */
  readonly answered: number;
};

/** How far each of the four parts is. */
export const partProgress = (items: readonly IntakeItem[], entries: IntakeEntries): readonly PartProgress[] =>
  safeLetters.map((letter) => {
    const own = items.filter((item) => item.letter === letter);
    return {
      letter,
      items: own.length,
      goneThrough: own.filter((item) => isGoneThrough(item, entryOf(entries, item.id))).length,
      answered: own.filter((item) => isAnswered(item, entryOf(entries, item.id))).length,
    };
  });

export type ItemChange = { readonly itemId: string; readonly before: Answer | null; readonly now: Answer | null };

/** Items whose answer is another than in the round before, in the order of the content; those it does not know any more come last. */
export const changesSince = (items: readonly IntakeItem[], before: IntakeEntries, now: IntakeEntries): readonly ItemChange[] => {
  const known = items.map(({ id }) => id);
  const older = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((id) => !known.includes(id));
  return [...known, ...older]
    .map((itemId) => ({ itemId, before: entryOf(before, itemId).answer, now: entryOf(now, itemId).answer }))
    .filter((one) => answerAsText(one.before ?? undefined) !== answerAsText(one.now ?? undefined));
};
