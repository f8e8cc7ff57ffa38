import { foldForSearch } from '../../shared/clients.ts';

/** A word as the search knows it, and where in the text it stands (UTF-16 units). `sign`: one character of a script without spaces, or a picture. */
export type FoundWord = { readonly word: string; readonly start: number; readonly end: number; readonly sign: boolean };

/**
 * Scripts that put no space between words, and Hangul, which hangs endings on them, are taken a character at a time: a word of theirs is
 * then a phrase, found in the middle of a line too. Pictures stand each for itself. All else is a word from its first letter to its last.
 */
const pattern =
  /(?<sign>[\p{S}--\p{ASCII}]|[[\p{L}\p{N}\p{M}]&&[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{sc=Yi}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]][\u3099\u309a\uff9e\uff9f]?)|[[\p{L}\p{N}\p{M}\p{Cf}]--[\u200b\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{sc=Yi}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]]+/gv;

/** Where marks are diacritics, which people leave out; elsewhere a mark is a vowel or another letter. */
const withDiacritics = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}]/u;

/** Longer is no word, and no index takes it whole. */
const longest = 64;

const folded = (word: string): string => {
  if (/^[a-z0-9]+$/.test(word)) return word;
  const bare = word.replace(/[\p{Cf}\p{Variation_Selector}]+/gu, '');
  const plain = withDiacritics.test(bare) ? foldForSearch(bare) : bare.normalize('NFKC').toLowerCase();
  // The index tells words apart by ASCII, so of that only letters and figures may be left in one.
  return plain.replace(/[^\P{ASCII}a-z0-9]+|[\u0300-\u036f]+/gu, '');
};

const cut = (word: string): string => (word.length <= longest ? word : [...word].slice(0, longest).join(''));

/** The words of a text, one after another and no further than they are asked for. */
export function* wordsIn(text: string): Generator<FoundWord> {
  for (const { 0: found, index, groups } of text.matchAll(pattern)) {
    const word = cut(folded(found));
    if (word !== '') yield { word, start: index, end: index + found.length, sign: groups?.sign !== undefined };
  }
}

/** A text as the index keeps it: its words, in their order. */
export const indexed = (text: string): string => Array.from(wordsIn(text), ({ word }) => word).join(' ');
