/** First letters of the first and the last word of a name, `MR`; empty for one without a letter or figure. */
export const initialsOf = (name: string): string => {
  const letters = name
    .split(/\s+/u)
    .map((word) => [...word].find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? '')
    .filter((letter) => letter);
  return `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toLocaleUpperCase('en');
};
