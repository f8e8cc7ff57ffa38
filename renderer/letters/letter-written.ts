import type { AppError, Reply } from '../../shared/app-error.ts';
import { Letter, type LetterDraft, OpenLetter } from '../../shared/letters.ts';
import type { Instant } from '../../shared/time.ts';
import { asKept, withWordsOf } from './editor-document.ts';

/** Where what is typed stands: only the vault's own answer makes it saved. */
export type SavingState =
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** It was saved meanwhile, in another window or after a lock. */
  | { readonly kind: 'conflict'; readonly theirs: Letter };

export type Written = {
  /** As the vault has it, with what it says of it. */
  readonly open: OpenLetter;
  /** As it stands on the screen. */
  readonly draft: LetterDraft;
  readonly saving: SavingState;
};

/** What may be changed of a letter, in the shape in which it is compared. */
export const draftIn = ({ document, facts, purpose, exception, part2, clientNamed }: LetterDraft): LetterDraft => ({
  document: asKept(document),
  facts: facts.toSorted(),
  purpose,
  exception: exception && { kind: exception.kind, words: exception.words },
  part2,
  clientNamed,
});

/** A document is always of the same shape here, so that the same letter reads the same. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, held]) => [key, inOrder(held)]),
  );
};

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const isSameDraft = (one: LetterDraft, other: LetterDraft): boolean => isSame(draftIn(one), draftIn(other));

/** Nothing stands on the screen that the vault does not have. */
export const isKept = ({ open, draft }: Pick<Written, 'open' | 'draft'>): boolean => isSameDraft(draft, open.letter);

/** The vault has this version; what was typed since goes after it. */
export const withKept = ({ draft }: Written, open: OpenLetter): Written => ({
  open,
  draft,
  saving: isSameDraft(draft, open.letter) ? { kind: 'saved', at: open.letter.savedAt } : { kind: 'saving' },
});

/** Another version stands: somebody's, or the very one whose answer never came. `sent`: as it was sent last. */
export const withOther = (written: Written, theirs: Letter, sent: LetterDraft | null): Written =>
  isSameDraft(written.draft, theirs) || (sent !== null && isSameDraft(sent, theirs))
    ? withKept(written, { ...written.open, letter: theirs })
    : { ...written, saving: { kind: 'conflict', theirs } };

const standing = (current: unknown): Letter | null => Letter.safeParse(current).data ?? OpenLetter.safeParse(current).data?.letter ?? null;

/** What an answer of the vault makes of it. `lost`: as it was sent before, when no answer said what became of it. */
export const answered = (written: Written, sent: LetterDraft, lost: LetterDraft | null, reply: Reply<OpenLetter>): Written => {
  if (reply.ok) {
    const { letter } = reply.value;
    const follow = (draft: LetterDraft): LetterDraft => ({ ...draft, document: withWordsOf(draft.document, letter.document) });
    // Words are trimmed and put in order on their way: what was sent counts as kept, but for blanks the record fills otherwise by now.
    return withKept({ ...written, draft: follow(written.draft) }, { ...reply.value, letter: { ...letter, ...follow(sent) } });
  }
  const theirs = reply.error.code === 'conflict' ? standing(reply.error.current) : null;
  return theirs ? withOther(written, theirs, lost) : { ...written, saving: { kind: 'failed', error: reply.error } };
};
