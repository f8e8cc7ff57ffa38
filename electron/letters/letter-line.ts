import type { LetterLine, LetterState } from '../../shared/letters.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import {
  authorNames,
  clientNames,
  type KeptLetterEvent,
  type KeptPreview,
  letterEventsOf,
  previewsOf,
  replacementsOf,
} from './letter-events-repository.ts';
import { outlineOf } from './letter-verdict.ts';
import type { KeptLetter } from './letters-repository.ts';

/** What stands beside letters: by letter. */
export type Beside = {
  readonly previews: ReadonlyMap<string, KeptPreview>;
  readonly events: readonly KeptLetterEvent[];
  readonly replacedBy: ReadonlyMap<string, string>;
  readonly authors: ReadonlyMap<string, string>;
  readonly clients: ReadonlyMap<string, string>;
};

export const besideOf = async (db: Reader, letters: readonly KeptLetter[]): Promise<Beside> => {
  const ids = letters.map(({ id }) => id);
  return {
    previews: await previewsOf(db, ids),
    events: await letterEventsOf(db, ids),
    replacedBy: await replacementsOf(db, ids),
    authors: await authorNames(
      db,
      letters.map(({ authorId }) => authorId),
    ),
    clients: await clientNames(
      db,
      letters.map(({ clientId }) => clientId),
    ),
  };
};

/** The client saw it as it stands now. */
export const standingPreview = ({ id, version }: KeptLetter, { previews }: Beside): KeptPreview | null => {
  const preview = previews.get(id);
  return preview?.version === version ? preview : null;
};

export const stateOf = (letter: KeptLetter, beside: Beside): LetterState => {
  const has = (kind: KeptLetterEvent['kind']): boolean =>
    beside.events.some((event) => event.letterId === letter.id && event.kind === kind);
  if (beside.replacedBy.has(letter.id)) return 'replaced';
  if (letter.final === null) return standingPreview(letter, beside) ? 'previewed' : 'draft';
  if (has('answered')) return 'answered';
  return has('handed_over') ? 'handed_over' : 'finalised';
};

export const lineOf = (practice: Pick<Practice, 'content'>, letter: KeptLetter, beside: Beside): LetterLine => ({
  id: letter.id,
  clientId: letter.clientId,
  chosenName: beside.clients.get(letter.clientId) ?? '',
  kindId: letter.kindId,
  title: outlineOf(practice, letter.kindId).title,
  to: letter.contactId === null ? { kind: 'client' } : { kind: 'contact', contactId: letter.contactId },
  recipient: letter.recipient,
  state: stateOf(letter, beside),
  version: letter.version,
  authorId: letter.authorId,
  authorName: beside.authors.get(letter.authorId) ?? '',
  createdAt: letter.createdAt,
  savedAt: letter.savedAt,
  finalisedAt: letter.final?.at ?? null,
  documentId: letter.final?.documentId ?? null,
  sendBy: letter.sendBy,
  replyBy: letter.replyBy,
  corrects: letter.corrects,
  replacedBy: beside.replacedBy.get(letter.id) ?? null,
});

export const linesOf = async (practice: Practice, letters: readonly KeptLetter[]): Promise<LetterLine[]> => {
  const beside = await besideOf(practice.db, letters);
  return letters.map((letter) => lineOf(practice, letter, beside));
};
