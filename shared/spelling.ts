import { type FormText, partsOf } from './form-texts.ts';

/** Blanks, numbers in words and the small words that turn a sentence round: none of them is a spelling fix. */
const turning = new Set(
  `not no never none nobody without within with only may must can cannot always unless until if before after more less most least
  first last both half all some any each every other one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
  my our your you we`.split(/\s+/),
);
const turns = (word: string): boolean => turning.has(word) || /[\d{]|n[\u2019']t$/.test(word);

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/\{\{\w+\}\}|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:[\u2019'-][\p{L}\p{M}]+)*/gu) ?? [];

/** Letters put in, left out or changed to make one word of the other. */
export const letters = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === against ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
};

const shortWord = 4;

/** The same word, spelled otherwise: a letter or two inside it. */
const isSameWord = (before: string, now: string): boolean => {
  if (before === now) return true;
  if (turns(before) || turns(now) || before[0] !== now[0]) return false;
  return letters(before, now) <= (Math.min(before.length, now.length) < shortWord ? 1 : 2);
};

/** Parts that changed by more than a spelling fix can: consents.json, versioning_rules. Capitals and full stops are spelling, another word is not. */
export const moreThanSpelling = (before: FormText, now: FormText): readonly string[] => {
  const old = partsOf(before);
  return [...partsOf(now)]
    .filter(([part, text]) => {
      const [were, are] = [wordsOf(old.get(part) ?? ''), wordsOf(text)];
      return were.length !== are.length || were.some((word, at) => !isSameWord(word, are[at] ?? ''));
    })
    .map(([part]) => part);
};
