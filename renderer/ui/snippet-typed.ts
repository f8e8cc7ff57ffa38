/** A `;` and the beginning of a short word, right before the cursor. */
export type Typed = { readonly start: number; readonly end: number; readonly word: string };

export type Snippet = { readonly trigger: string; readonly text: string };

/** Not in the middle of a word: a `;` there is one. */
const beginning = /(?:^|[\s([{"“„‘'«/–—-]);(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,29})$/u;
const mostListed = 6;

export const typedAt = (text: string, cursor: number): Typed | null => {
  const word = beginning.exec(text.slice(Math.max(0, cursor - 70), cursor))?.groups?.word;
  return word === undefined ? null : { start: cursor - word.length - 1, end: cursor, word };
};

const plain = (word: string): string => word.normalize().toLocaleLowerCase();

/** The one that is meant: as it is written, or else whatever its capitals. */
export const snippetOf = (snippets: ReadonlyMap<string, string>, word: string): Snippet | null => {
  const trigger = snippets.has(word) ? word : [...snippets.keys()].find((one) => plain(one) === plain(word));
  const text = trigger === undefined ? undefined : snippets.get(trigger);
  return trigger === undefined || text === undefined ? null : { trigger, text };
};

/** Those that begin so, shortest first. */
export const snippetsLike = (snippets: ReadonlyMap<string, string>, word: string): readonly Snippet[] =>
  [...snippets]
    .filter(([trigger]) => plain(trigger).startsWith(plain(word)))
    .map(([trigger, text]) => ({ trigger, text }))
    .toSorted((one, other) => one.trigger.length - other.trigger.length)
    .slice(0, mostListed);
