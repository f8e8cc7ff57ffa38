import type { JSX } from 'react';

const initialsOf = (name: string): string => {
  const letters = name
    .split(/\s+/u)
    .map((word) => [...word].find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? '')
    .filter((letter) => letter);
  return `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toLocaleUpperCase();
};

export const Avatar = ({ name }: { readonly name: string }): JSX.Element => (
  <span className="avatar" aria-hidden="true">
    {initialsOf(name)}
  </span>
);
