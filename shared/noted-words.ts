import type { SessionContent } from './session-content.ts';
import { SessionEvent } from './session-events.ts';
import { shows } from './text.ts';

/** Words of a client within their own marks: marks inside them become single ones, so that where the quotation ends cannot be misread. */
export const quoted = (words: string): string =>
  `“${words
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[“„«]|(?<=^|[\s([])"/g, '‘')
    .replace(/[”»"]/g, '’')}”`;

/** The list marks things that meet a grade with its code; what was seen is told without it. */
export const withoutGrade = (what: string): string => what.replace(/ \([DH]\d\)$/, '');

type Lists = Pick<SessionContent, 'sensations' | 'seen'>;

const wordOf = ({ sensations }: Lists, id: string): string => sensations.find((one) => one.id === id)?.word ?? id;

/** One look: the line of the list, the signs, and what was written beside them. */
export const lookWords = (
  { seen }: Lists,
  { item, signs, words }: { item: string | null; signs: readonly string[]; words: string },
): string =>
  [withoutGrade(seen.find(({ id }) => id === item)?.what ?? ''), ...signs, words.trim().replace(/\s*\n\s*/g, ' ')].filter(shows).join(', ');

/** What the client said they notice: words of the list, then their own. */
export const noticedWords = (lists: Lists, { sensations, words }: { sensations: readonly string[]; words: string }): string =>
  [...sensations.map((id) => wordOf(lists, id)), words.trim()].filter(shows).join(', ');

const wordsOf = (lists: Lists, event: SessionEvent): readonly string[] => {
  switch (event.kind) {
    case 'seen':
      return [lookWords(lists, event.body)];
    case 'checked-in':
      return [noticedWords(lists, event.body)].filter(shows).map(quoted);
    case 'yes-heard':
    case 'place-asked':
    case 'settled':
    case 'answered':
    case 'signal-named':
    case 'asked-on':
    case 'remark':
    case 'places-taken-back':
      return [event.body.words].filter(shows).map(quoted);
    default:
      return [];
  }
};

/**
 * What was really noted in a session, for the language helper to offer in the place of a phrase: what was seen first, then what the client
 * said, as a quotation; each once, in its order. Nothing here says what anything meant.
 */
export const notedWords = (lists: Lists, events: readonly { readonly kind: string; readonly body: unknown }[]): string[] => {
  const told = events.flatMap(({ kind, body }) => SessionEvent.safeParse({ kind, body }).data ?? []);
  const words = (kinds: (kind: string) => boolean): string[] =>
    told.filter(({ kind }) => kinds(kind)).flatMap((one) => wordsOf(lists, one));
  return [...new Set([...words((kind) => kind === 'seen'), ...words((kind) => kind !== 'seen')])].filter(shows);
};
