import { z } from 'zod';
import { LetterDraft, type OpenLetter } from '../../shared/letters.ts';
import { call } from '../call.ts';
import { type DraftPlace, draftOf, dropDraft, keepDraft } from '../drafts.ts';
import { afterPause, following } from '../saving-pace.ts';
import { isBeingWritten } from './letter-words.ts';
import { answered, draftIn, isKept, type Written, withKept, withOther } from './letter-written.ts';

export type LetterSaver = {
  readonly now: () => Written;
  readonly follow: (listener: () => void) => () => void;
  readonly change: (draft: LetterDraft) => void;
  /** Sends at once what is not kept yet; whether all of it is. */
  readonly flush: () => Promise<boolean>;
  readonly show: (open: OpenLetter) => void;
  /** Goes on from the version that stands, with what was chosen of both. */
  readonly settle: (chosen: LetterDraft) => void;
};

/** What could not be saved, with the version it was typed on. */
const Unsaved = z.object({ version: z.int(), letter: LetterDraft });

/** A letter goes this long after the last key, and at the latest this long after the first one that was not sent. */
const pace = { pause: 600, longest: 1_500 } as const;

/** As it opens: what was typed before and could not be saved stands there again, and is asked about where the letter has moved on since. */
const opened = (open: OpenLetter, key: string): Written => {
  const asRead: Written = { open, draft: draftIn(open.letter), saving: { kind: 'saved', at: open.letter.savedAt } };
  const before = isBeingWritten(open.letter) ? draftOf(key, Unsaved) : undefined;
  if (!before) return asRead;
  const typed = { ...asRead, draft: before.letter };
  return before.version === open.letter.version ? withKept(typed, open) : withOther(typed, open.letter, null);
};

/**
 * Keeps a letter while it is written: one save at a time, each with everything that is typed by then. What a save did not keep goes to
 * the drafts and comes back with the letter.
 */
export const letterSaver = (first: OpenLetter, place: DraftPlace): LetterSaver => {
  const { now, tell, follow } = following(opened(first, place.key));
  let lost: LetterDraft | null = null;
  let sending: Promise<void> | null = null;
  const timer = afterPause(() => void flush(), pace);
  /** Where it stands now decides what becomes of the draft, and whether there is more to send. */
  const go = (next: Written): void => {
    tell(next);
    if (next.saving.kind === 'saved') void dropDraft(place.key);
    else if (next.saving.kind === 'saving') timer.ask();
    else keepDraft(place, { version: next.open.letter.version, letter: next.draft });
  };
  const send = async (): Promise<void> => {
    const { open, draft } = now();
    tell({ ...now(), saving: { kind: 'saving' } });
    const reply = await call('letters.save', { id: open.letter.id, version: open.letter.version, draft });
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
      if (now().saving.kind !== 'saved') go(withKept(now(), now().open));
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
    show: (open) => tell(isKept(now()) ? withKept({ ...now(), draft: draftIn(open.letter) }, open) : { ...now(), open }),
    settle: (chosen) => {
      const { saving, open } = now();
      if (saving.kind !== 'conflict') return;
      tell({ open: { ...open, letter: saving.theirs }, draft: chosen, saving: { kind: 'saving' } });
      void flush();
    },
  };
};
