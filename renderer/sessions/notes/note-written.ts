import type { AppError, Reply } from '../../../shared/app-error.ts';
import type { OutputOf } from '../../../shared/calls.ts';
import { Note, type NoteDraft } from '../../../shared/notes.ts';
import type { Instant } from '../../../shared/time.ts';
import { differencesOf } from './note-differences.ts';

/** Where what is typed stands: only the vault's own answer makes it saved. */
export type SavingState =
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** It was saved meanwhile, in another window or after a lock. */
  | { readonly kind: 'conflict'; readonly theirs: Note };

export type Written = {
  /** As the vault has it. */
  readonly note: Note;
  /** As it stands on the screen. */
  readonly draft: NoteDraft;
  readonly saving: SavingState;
};

export const draftIn = ({ on, format, templateId, values, custom, kept }: NoteDraft): NoteDraft => ({
  on,
  format,
  templateId,
  values,
  custom,
  kept,
});

const isSame = (one: NoteDraft, other: NoteDraft): boolean =>
  differencesOf(one, other).length === 0 && JSON.stringify(one.kept) === JSON.stringify(other.kept) && one.templateId === other.templateId;

/** Nothing stands on the screen that the vault does not have. */
export const isKept = ({ note, draft }: Pick<Written, 'note' | 'draft'>): boolean => isSame(draft, note);

/** The vault has this version; what was typed since goes after it. */
export const withKept = ({ draft }: Written, note: Note): Written => ({
  note,
  draft,
  saving: isSame(draft, note) ? { kind: 'saved', at: note.savedAt } : { kind: 'saving' },
});

/** Another version stands: somebody's, or the very one whose answer never came. `sent`: as it was sent last. */
export const withOther = (written: Written, theirs: Note, sent: NoteDraft | null): Written =>
  isSame(written.draft, theirs) || (sent !== null && isSame(sent, theirs))
    ? withKept(written, theirs)
    : { ...written, saving: { kind: 'conflict', theirs } };

/** What an answer of the vault makes of it. `lost`: as it was sent before, when no answer said what became of it. */
export const answered = (written: Written, sent: NoteDraft, lost: NoteDraft | null, reply: Reply<OutputOf<'notes.save'>>): Written => {
  if (reply.ok) return withKept(written, { ...written.note, ...sent, revision: reply.value.revision, savedAt: reply.value.savedAt });
  const theirs = reply.error.code === 'conflict' ? Note.safeParse(reply.error.current) : null;
  return theirs?.success ? withOther(written, theirs.data, lost) : { ...written, saving: { kind: 'failed', error: reply.error } };
};
