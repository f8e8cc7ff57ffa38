/** `Maya R.` for Maya Rosario: enough for whoever works here to know who it is, and little for whoever looks over a shoulder. */
export const shortName = (name: string): string => {
  const parts = name.trim().split(/\s+/u);
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  const letter =
    last &&
    [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(last)].find(({ segment }) => /\p{L}|\p{N}/u.test(segment));
  return letter ? `${parts[0] ?? ''} ${letter.segment.toLocaleUpperCase()}.` : parts.join(' ');
};
