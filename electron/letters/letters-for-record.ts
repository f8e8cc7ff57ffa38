import type { LetterLine } from '../../shared/letters.ts';
import type { Practice } from '../practice/practice.ts';
import type { KeptLetterEvent, KeptPreview } from './letter-events-repository.ts';
import { besideOf, lineOf } from './letter-line.ts';
import { lettersOfClient } from './letters-repository.ts';

/** A letter with what came of it: that the client saw it, that it left, and what came back. */
export type LetterInRecord = {
  readonly line: LetterLine;
  readonly preview: KeptPreview | null;
  readonly events: readonly KeptLetterEvent[];
};

/** For the paper of a whole record, newest first. */
export const lettersForRecord = async (practice: Practice, clientId: string): Promise<readonly LetterInRecord[]> => {
  const letters = await lettersOfClient(practice.db, clientId);
  const beside = await besideOf(practice.db, letters);
  return letters.map((letter) => ({
    line: lineOf(practice, letter, beside),
    preview: beside.previews.get(letter.id) ?? null,
    events: beside.events.filter(({ letterId }) => letterId === letter.id),
  }));
};
