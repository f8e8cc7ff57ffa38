import { z } from 'zod';
import { type Note, NoteDraft } from '../../../shared/notes.ts';
import { call } from '../../call.ts';
import { type DraftPlace, draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { afterPause, following } from '../../saving-pace.ts';
import { answered, draftIn, isKept, type Written, withKept, withOther } from './note-written.ts';

export type NoteSaver = {
  readonly now: () => Written;
  readonly follow: (listener: () => void) => () => void;
  readonly change: (draft: NoteDraft) => void;
  /** Sends at once what is not kept yet; whether all of it is. */
  readonly flush: () => Promise<boolean>;
  readonly show: (note: Note) => void;
  /** Goes on from the version that stands, with what was chosen of both. */
  readonly settle: (chosen: NoteDraft) => void;
};

/** What could not be saved, with the version it was typed on. */
const Unsaved = z.object({ revision: z.int(), note: NoteDraft });

/** A note goes this long after the last key, and at the latest this long after the first one that was not sent. */
const pace = { pause: 400, longest: 900 } as const;

/** As it opens: what was typed before and could not be saved stands there again, and is asked about where the note has moved on since. */
const opened = (note: Note, key: string): Written => {
  const asRead: Written = { note, draft: draftIn(note), saving: { kind: 'saved', at: note.savedAt } };
  const before = note.isOwn && note.state === 'draft' ? draftOf(key, Unsaved) : undefined;
  if (!before) return asRead;
  const typed = { ...asRead, draft: before.note };
  return before.revision === note.revision ? withKept(typed, note) : withOther(typed, note, null);
};

/** What was typed into this note, could not be saved, and cannot be any more. */
export const unsavedOf = (key: string): NoteDraft | undefined => draftOf(key, Unsaved)?.note;

/**
 * Keeps a note while it is written: one save at a time, each with everything that is typed by then. What a save did not keep goes to the
 * drafts and comes back with the note.
 */
export const noteSaver = (first: Note, place: DraftPlace): NoteSaver => {
  const { now, tell, follow } = following(opened(first, place.key));
  let lost: NoteDraft | null = null;
  let sending: Promise<void> | null = null;
  const timer = afterPause(() => void flush(), pace);
  /** Where it stands now decides what becomes of the draft, and whether there is more to send. */
  const go = (next: Written): void => {
    tell(next);
    if (next.saving.kind === 'saved') void dropDraft(place.key);
    else if (next.saving.kind === 'saving') timer.ask();
    else keepDraft(place, { revision: next.note.revision, note: next.draft });
  };
  const send = async (): Promise<void> => {
    const { note, draft } = now();
    tell({ ...now(), saving: { kind: 'saving' } });
    const reply = await call('notes.save', { noteId: note.id, revision: note.revision, note: draft });
    const before = lost;
    lost = !reply.ok && reply.error.code === 'unavailable' ? draft : null;
    sending = null;
    go(answered(now(), draft, before, reply));
  };
  const flush = async (): Promise<boolean> => {
    timer.clear();
    while (sending) await sending;
    if (now().saving.kind === 'conflict') return false;
    if (isKept(now())) {
      // Typed back to what is there.
      if (now().saving.kind !== 'saved') go(withKept(now(), now().note));
      return true;
    }
    sending = send();
    await sending;
    return isKept(now());
  };
  if (now().saving.kind === 'saving') timer.ask();
  return {
    now,
    follow,
    change: (draft) => go({ ...now(), draft, saving: now().saving.kind === 'conflict' ? now().saving : { kind: 'saving' } }),
    flush,
    show: (note) => tell(isKept(now()) ? withKept({ ...now(), draft: draftIn(note) }, note) : { ...now(), note }),
    settle: (chosen) => {
      const { saving } = now();
      if (saving.kind !== 'conflict') return;
      tell({ note: saving.theirs, draft: chosen, saving: { kind: 'saving' } });
      void flush();
    },
  };
};
