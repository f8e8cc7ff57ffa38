import type { Block, Inline, LetterDocument } from '../../shared/letter-document.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import { joined, marksIn } from './editor-document.ts';

type Sentence = OpenLetter['sentences'][number];
type Line = readonly Inline[];
type Place = { readonly block: number; readonly item: number; readonly start: number; readonly end: number };

/** Letter by letter; a field is one piece whatever fills it. */
const pieces = (line: Line): Inline[] =>
  line.flatMap((inline): Inline[] => (inline.type === 'text' ? [...inline.text].map((text) => ({ ...inline, text })) : [inline]));

const sign = (inline: Inline): string => (inline.type === 'text' ? inline.text : `{${inline.name}}`);

const linesIn = (block: Block): readonly Line[] => (block.type === 'paragraph' ? [block.content] : block.items);

const withLine = (document: LetterDocument, { block, item }: Pick<Place, 'block' | 'item'>, line: Line): LetterDocument =>
  document.map((one, index) => {
    if (index !== block) return one;
    const content = joined(line);
    return one.type === 'paragraph' ? { ...one, content } : { ...one, items: one.items.map((own, at) => (at === item ? content : own)) };
  });

const startIn = (line: readonly string[], words: readonly string[]): number => {
  for (let start = 0; start + words.length <= line.length; start += 1)
    if (words.every((word, at) => line[start + at] === word)) return start;
  return -1;
};

/** Where these words stand as they are; null where they were changed, or are gone. */
const placeOf = (document: LetterDocument, words: Line): Place | null => {
  const looked = pieces(words).map(sign);
  if (looked.length === 0) return null;
  for (const [block, one] of document.entries())
    for (const [item, line] of linesIn(one).entries()) {
      const start = startIn(pieces(line).map(sign), looked);
      if (start >= 0) return { block, item, start, end: start + looked.length };
    }
  return null;
};

const wordsOf = ({ content }: Sentence): readonly Line[] => content.flatMap(linesIn);
const firstOf = (sentence: Sentence): Line => wordsOf(sentence)[0] ?? [];
const lastOf = (sentence: Sentence): Line => wordsOf(sentence).at(-1) ?? [];

const isSpace = (inline: Inline | undefined): boolean => inline?.type === 'text' && inline.text === ' ';

/** One space between what is left, none at the ends. */
const closed = (before: readonly Inline[], after: readonly Inline[]): Inline[] => {
  if (isSpace(after[0]) && (before.length === 0 || isSpace(before.at(-1)))) return [...before, ...after.slice(1)];
  return after.length === 0 && isSpace(before.at(-1)) ? before.slice(0, -1) : [...before, ...after];
};

const withoutEmpty = (document: LetterDocument): LetterDocument =>
  document
    .map((block) => (block.type === 'list' ? { ...block, items: block.items.filter((line) => line.length > 0) } : block))
    .filter((block) => linesIn(block).some((line) => line.length > 0));

const withoutWords = (document: LetterDocument, words: Line): LetterDocument | null => {
  const place = placeOf(document, words);
  if (!place) return null;
  const line = pieces(linesIn(document[place.block] as Block)[place.item] ?? []);
  return withLine(document, place, closed(line.slice(0, place.start), line.slice(place.end)));
};

/** All that still carries the mark of a fact: words somebody changed since they came. */
const withoutMark = (document: LetterDocument, facts: ReadonlySet<string>): LetterDocument => {
  const left = (line: Line): Inline[] => {
    const kept = line.filter(({ fact }) => !marksIn(fact).some((one) => facts.has(one)));
    return joined(kept.length < line.length ? closed([], pieces(kept)) : kept);
  };
  return document.map((block) =>
    block.type === 'paragraph' ? { ...block, content: left(block.content) } : { ...block, items: block.items.map(left) },
  );
};

const space: Inline = { type: 'text', text: ' ' };

const isOneLine = ({ content }: Sentence): boolean => content.length === 1 && content[0]?.type === 'paragraph';

/** Into the paragraph it belongs to beside the sentence that stands next to it in the outline; else as a paragraph of its own, in its order. */
const withSentence = (document: LetterDocument, sentences: readonly Sentence[], index: number): LetterDocument => {
  const own = sentences[index] as Sentence;
  const before = sentences.slice(0, index).toReversed();
  const after = sentences.slice(index + 1);
  const near = (all: readonly Sentence[], end: (sentence: Sentence) => Line, isIn: (one: Sentence) => boolean): Place | null => {
    for (const one of all) {
      const place = isIn(one) ? placeOf(document, end(one)) : null;
      if (place) return place;
    }
    return null;
  };
  const isBeside = (one: Sentence): boolean => isOneLine(own) && one.paragraph === own.paragraph;
  const put = (place: Place, at: number, words: Line): LetterDocument => {
    const line = pieces(linesIn(document[place.block] as Block)[place.item] ?? []);
    return withLine(document, place, [...line.slice(0, at), ...words, ...line.slice(at)]);
  };
  const previous = near(before, lastOf, isBeside);
  if (previous) return put(previous, previous.end, [space, ...firstOf(own)]);
  const next = near(after, firstOf, isBeside);
  if (next) return put(next, next.start, [...firstOf(own), space]);
  const above = near(before, lastOf, () => true);
  if (above) return document.toSpliced(above.block + 1, 0, ...own.content);
  const below = near(after, firstOf, () => true);
  return below ? document.toSpliced(below.block, 0, ...own.content) : [...document, ...own.content];
};

const isIn = ({ facts }: Sentence, ticked: ReadonlySet<string>): boolean => facts.every((fact) => ticked.has(fact));

/**
 * The letter after other facts are ticked: sentences that stand on one that went go, in whatever words they stand by now; those that
 * became whole come to their place. What was typed beside them stays.
 */
export const withTicks = (
  document: LetterDocument,
  sentences: readonly Sentence[],
  before: readonly string[],
  after: readonly string[],
): LetterDocument => {
  const was = new Set(before);
  const is = new Set(after);
  let letter = document;
  const lost = new Set(before.filter((fact) => !is.has(fact)));
  for (const sentence of sentences)
    if (isIn(sentence, was) && !isIn(sentence, is)) for (const line of wordsOf(sentence)) letter = withoutWords(letter, line) ?? letter;
  letter = withoutEmpty(withoutMark(letter, lost));
  for (const [index, sentence] of sentences.entries())
    if (!isIn(sentence, was) && isIn(sentence, is) && !placeOf(letter, firstOf(sentence))) letter = withSentence(letter, sentences, index);
  return letter;
};
