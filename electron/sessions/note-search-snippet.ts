import type { NoteHit } from '../../shared/notes.ts';
import type { QueryPart } from './note-search-query.ts';
import { type FoundWord, wordsIn } from './note-search-words.ts';

type Hit = { readonly start: number; readonly end: number; readonly part: number };
type Snippet = NoteHit['snippet'];

const before = 60;
const longest = 220;
/** Of a note as long as a book the first place that is found is shown, not the best. */
const wordsLookedAt = 4_000;

const isAt = (words: readonly FoundWord[], at: number, { words: asked, isBeginning }: QueryPart): boolean =>
  at + asked.length <= words.length &&
  asked.every((word, index) => {
    const found = words[at + index]?.word ?? '';
    return isBeginning && index === asked.length - 1 ? found.startsWith(word) : found === word;
  });

const hitsAmong = (words: readonly FoundWord[], parts: readonly QueryPart[]): readonly Hit[] =>
  words.flatMap(({ start }, at) =>
    parts.flatMap((part, number) => {
      if (!isAt(words, at, part)) return [];
      return [{ start, end: words[at + part.words.length - 1]?.end ?? start, part: number }];
    }),
  );

/** A stretch of words that holds a hit: the first of them, so that a long note is not read to its end for what stands in its first line. */
const firstStretch = (
  text: string,
  parts: readonly QueryPart[],
): { readonly words: readonly FoundWord[]; readonly hits: readonly Hit[] } => {
  const longestPart = Math.max(...parts.map(({ words }) => words.length));
  let words: FoundWord[] = [];
  let hits: readonly Hit[] = [];
  const all = wordsIn(text);
  for (let next = all.next(); hits.length === 0 && !next.done; ) {
    words = words.slice(-longestPart);
    for (; !next.done && words.length < wordsLookedAt + longestPart; next = all.next()) words.push(next.value);
    hits = hitsAmong(words, parts);
  }
  return { words, hits };
};

/** The place around which most of what was asked for stands; of several the first. */
const bestOf = (hits: readonly Hit[]): Hit | null => {
  const seen = (from: Hit): number =>
    new Set(hits.filter(({ start, end }) => start >= from.start && end <= from.start + longest - before).map(({ part }) => part)).size;
  return hits.slice(0, 200).reduce<Hit | null>((best, hit) => (best === null || seen(hit) > seen(best) ? hit : best), null);
};

/** Never between the two halves of a character. */
const endWithin = (text: string, end: number): number => (/[\ud800-\udbff]$/.test(text.slice(end - 1, end)) ? end - 1 : end);

const windowAround = (text: string, words: readonly FoundWord[], start: number): readonly [from: number, to: number] => {
  const from = start <= before ? 0 : (words.find((word) => word.start >= start - before)?.start ?? start);
  if (text.length <= from + longest) return [from, text.length];
  const last = words.findLast(({ end }) => end <= from + longest)?.end ?? 0;
  return [from, last > start ? last : endWithin(text, from + longest)];
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** A piece of a note around what was found, on one line. What is marked is told by `hit` alone: nothing in the text can pretend to be a mark. */
export const snippetOf = (text: string, parts: readonly QueryPart[]): Snippet => {
  const { words, hits } = firstStretch(text, parts);
  const best = bestOf(hits);
  const [from, to] = windowAround(text, words, best?.start ?? 0);
  const pieces: Snippet = from > 0 ? [{ text: '…', hit: false }] : [];
  const add = (piece: string, hit: boolean): void => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last?.hit === hit) last.text += oneLine(piece);
    else pieces.push({ text: oneLine(piece), hit });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (start < from || start >= to || end <= at) continue;
    add(text.slice(at, start), false);
    add(text.slice(Math.max(at, start), Math.min(end, to)), true);
    at = Math.min(end, to);
  }
  add(text.slice(at, to), false);
  if (to < text.length) add('…', false);
  return pieces;
};
