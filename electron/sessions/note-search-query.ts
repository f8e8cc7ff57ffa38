import type { CalendarDay } from '../../shared/time.ts';
import { type FoundWord, wordsIn } from './note-search-words.ts';

/** Words that must stand one after another; the last of them may be a beginning. */
export type QueryPart = { readonly words: readonly string[]; readonly isBeginning: boolean };

const quotes = /["“”„‟«»「」『』]/u;

/** One letter is looked for as a word: as a beginning it would find every note. */
const mayBegin = ({ word, sign }: FoundWord): boolean => !sign && [...word].length > 1;

const partOf = (text: string, mayBeOpen: boolean): QueryPart | null => {
  const words = [...wordsIn(text)];
  const last = words.at(-1);
  return last ? { words: words.map(({ word }) => word), isBeginning: mayBeOpen && mayBegin(last) } : null;
};

const keyOf = ({ words, isBeginning }: QueryPart): string => `${words.join(' ')}${isBeginning ? '*' : ''}`;

/**
 * What was typed, as parts that must all be found. Quotes hold words together, and what is typed without a space belongs together too
 * ("well-being", "10:07"); every other sign means nothing. The last word is a beginning, unless a quote closed after it.
 */
export const partsOf = (query: string): readonly QueryPart[] => {
  const pieces = query.split(quotes);
  const isClosed = (index: number): boolean => index % 2 === 1 && index < pieces.length - 1;
  const typed = pieces
    .flatMap((piece, index) => (index % 2 === 1 ? [piece] : piece.split(/\s+/u)).map((text) => ({ text, closed: isClosed(index) })))
    .filter(({ text }) => !wordsIn(text).next().done);
  const parts = typed.map(({ text, closed }, index) => partOf(text, index === typed.length - 1 && !closed));
  return [...new Map(parts.filter((part) => part !== null).map((part) => [keyOf(part), part])).values()];
};

/** A part as the index asks for it. Nothing but letters, figures and signs beyond ASCII is in a word, so there is nothing to escape. */
const asked = ({ words, isBeginning }: QueryPart): string => `"${words.join(' ')}"${isBeginning ? '*' : ''}`;

/** Client, author and state are words of the index as well; no word of a note begins with a colon, nor is one the beginning of these. */
export const keyOfNote = (kind: 'client' | 'author' | 'state', of: string): string => `:${kind}${of.replaceAll('-', '')}`;

/** A note's number in the index is its day and its place in it, so that newest first is the order of the index. */
export const numbersADay = 1_000_000;
export const firstNumberOf = (on: CalendarDay): number =>
  (Math.floor(Date.parse(`${on}T00:00:00Z`) / 86_400_000) + 1_000_000) * numbersADay;

const eitherOf = (keys: readonly string[]): string => `(${keys.map((key) => `"${key}"`).join(' OR ')})`;

export type Among = {
  readonly authorId: string;
  /** Whose notes of every author may be read. */
  readonly covered: readonly string[];
  readonly clientId: string | null;
  readonly state: string | null;
};

/** Which notes are looked through. Those entered in error are hidden until they are asked for. */
const among = ({ authorId, covered, clientId, state }: Among): string => {
  const readable = [keyOfNote('author', authorId), ...covered.map((id) => keyOfNote('client', id))];
  const ofClient = clientId === null ? '' : ` AND ${eitherOf([keyOfNote('client', clientId)])}`;
  return `${eitherOf(readable)}${ofClient}${state === null ? '' : ` AND ${eitherOf([keyOfNote('state', state)])}`}`;
};

/** The whole question, in the index's own language. */
export const questionOf = (parts: readonly QueryPart[], where: Among): string => {
  const question = `${among(where)} AND ${parts.map(asked).join(' AND ')}`;
  return where.state === null ? `(${question}) NOT ${eitherOf([keyOfNote('state', 'in-error')])}` : question;
};
