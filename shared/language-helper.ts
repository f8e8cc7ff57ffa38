import type { LanguageRule, Suggestion } from './language.ts';
import { quotedIn, type Stretch } from './quotations.ts';
import { sentencesIn } from './sentences.ts';

/** As many are shown of one note (sensations.json, behaviour). */
export const mostSuggestions = 3;

type Tried = { readonly rule: LanguageRule; readonly pattern: RegExp; readonly silent: RegExp | null };

const triedOf = (rule: LanguageRule): Tried => ({
  rule,
  pattern: new RegExp(rule.pattern, `g${rule.flags}`),
  silent: rule.skipIfSameSentence === null ? null : new RegExp(rule.skipIfSameSentence, 'i'),
});

/** Stands for each letter of a quotation. */
const hidden = '\u0000';

/** As long as the quotation and without its words; the sign its last sentence ends with stays, for where the sentence around it ends. */
const blanked = (quotation: string): string => {
  const said = quotation.slice(1, -1);
  return `"${/[.!?…]$/.test(said) ? `${hidden.repeat(said.length - 1)}.` : hidden.repeat(said.length)}"`;
};

/** The writer's own words in their places: quotations blank, and every kind of apostrophe, hyphen and blank as the patterns have it. */
const ownWords = (text: string): string => {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of quotedIn(text)) {
    pieces.push(text.slice(from, start), blanked(text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)]
    .join('')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[^\S\n]/g, ' ');
};

/** The sentences that a pattern touches, found in one go through the text: of many short ones only these are looked at. */
const touchedBy = (pattern: RegExp, words: string, sentences: readonly Stretch[]): readonly Stretch[] => {
  const touched: Stretch[] = [];
  let next = 0;
  for (const { 0: match, index } of words.matchAll(pattern)) {
    for (; next < sentences.length; next += 1) {
      const sentence = sentences[next];
      if (!sentence || sentence.start >= index + match.length) break;
      if (sentence.end > index) touched.push(sentence);
    }
  }
  return touched;
};

const inOrder = (one: Suggestion, other: Suggestion): number => one.start - other.start || other.end - one.end;

/**
 * Phrases somebody may want to look at, in their order (sensations.json, how_to_run): sentence by sentence, what stands in quotation marks
 * left out, a rule silent where its `skipIfSameSentence` matches.
 */
export const suggestionsIn = (rules: readonly LanguageRule[], text: string): readonly Suggestion[] => {
  const own = ownWords(text);
  const sentences = sentencesIn(own);
  // A dot keeps patterns from reaching over a quotation, as they do not reach over the end of a sentence.
  const words = own.replaceAll(hidden, '.');
  return rules
    .map(triedOf)
    .flatMap(({ rule, pattern, silent }) =>
      touchedBy(pattern, words, sentences).flatMap((sentence) => {
        const said = words.slice(sentence.start, sentence.end);
        if (silent?.test(said)) return [];
        const { id, category, severity, why, tryInstead } = rule;
        return [...said.matchAll(pattern)].map(({ 0: match, index }): Suggestion => {
          const start = sentence.start + index;
          const end = start + match.length;
          return { rule: id, category, severity, start, end, words: text.slice(start, end), why, tryInstead };
        });
      }),
    )
    .filter((one) => one.words.trim() !== '')
    .toSorted(inOrder);
};
