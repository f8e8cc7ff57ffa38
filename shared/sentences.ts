import type { Stretch } from './quotations.ts';

/** A dot after these ends no sentence, nor one after a single capital letter: Dr. Lee, Maya R. and the like. */
const shortened = /(?:^|[\s(])(?:Drs?|Mrs?|Ms|Mx|Prof|approx|ca|e\.g|i\.e|incl|resp|vs|\p{Lu})\.$/u;

/** The end of a sentence: its sign, what closes with it, and a blank; or the end of a line. After a closing mark only where a new one begins. Looks at a row of signs once. */
const ends = /(?<![.!?…。！？؟])[.!?…。！？؟]+(?:[)\]]*(?=\s|$)|["”’»“)\]]+(?=\s*$|\s+["“‘«(]?[\p{Lu}\p{N}]))|\n/gu;

/** The sentences of a text, which together are the text. Each line begins a new one. */
export const sentencesIn = (text: string): readonly Stretch[] => {
  const found: Stretch[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(ends)) {
    const to = index + sign.length;
    if (sign === '.' && shortened.test(text.slice(Math.max(from, to - 12), to))) continue;
    found.push({ start: from, end: to });
    from = to;
  }
  return from < text.length ? [...found, { start: from, end: text.length }] : found;
};
