import { emojiName } from './emoji-names.ts';
import { fileForAll, type HanFamily, hanFamilyOf, type Weight } from './font-files.ts';

/** A character that cannot be drawn as it is, and what is printed in its place. */
export type Unprintable = { readonly character: string; readonly codePoint: string; readonly printedAs: string };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
export const clustersOf = (text: string): readonly string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Marks that one letter may carry; more would be drawn over the lines around it. */
const mostMarks = 8;

/**
 * Drawn as nothing because their whole meaning is in how the text around them is set, which they keep doing: joiners, soft hyphen,
 * places where a line may or may not break, direction marks and the choice of an emoji's style. Overrides and isolates are not among them:
 * they change the order of what others wrote, so they show.
 */
const setting = /^(?:\u00AD|\u061C|\u200B|\u200C|\u200D|\u200E|\u200F|\u2060|\uFE0E|\uFE0F|\uFEFF)$/u;

const hexadecimal = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const blank = /^[\p{Zs}\t]$/u;

/** Scripts in which a joiner or non-joiner changes the shape of the letters beside it. */
const joining = /[\u200C\u200D]/u;
const joiningScript = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;
const joins = (cluster: string): boolean => joining.test(cluster) && joiningScript.test(cluster);

/** What of a cluster goes to the shaper. */
export const shapedFor = (cluster: string): string =>
  [...cluster]
    .filter((one) => !setting.test(one) || (joining.test(one) && joins(cluster)))
    .join('')
    .replace('\u2011', '-');

const files = new Map<string, string | null>();
/** The font file that draws a cluster; null when there is none. A cluster of setting characters alone goes with any. */
export const fileOfCluster = (cluster: string, weight: Weight, han: HanFamily): string | null => {
  const key = `${weight}${han}${cluster}`;
  const known = files.get(key);
  if (known !== undefined) return known;
  const drawn = shapedFor(cluster);
  const file = fileForAll(drawn === '' ? [0x20] : [...drawn].map((one) => one.codePointAt(0) ?? 0), weight, han);
  if (files.size > 50_000) files.clear();
  files.set(key, file);
  return file;
};

const unmarked = (cluster: string): boolean => [...cluster].length <= 1 + mostMarks && !/^\p{M}/u.test(cluster);
/** Fillers and style choices no font here follows: they would leave a hole, or another character than was written. */
const hidden = (cluster: string): boolean => /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/u.test(shapedFor(cluster));
const isDrawable = (cluster: string, han: HanFamily): boolean =>
  unmarked(cluster) && !hidden(cluster) && fileOfCluster(cluster, 400, han) !== null;

const substitute = (cluster: string): Unprintable => ({
  character: cluster,
  codePoint: [...cluster].map(hexadecimal).join(' '),
  printedAs: `[${/\p{Emoji}/u.test(cluster) ? (emojiName(cluster) ?? [...cluster].map(hexadecimal).join(' ')) : [...cluster].map(hexadecimal).join(' ')}]`,
});

/** One cluster as it will be printed: itself, or its parts where only some of it can be drawn. */
const settle = (cluster: string, han: HanFamily, missing: (one: Unprintable) => string): string => {
  if (blank.test(cluster)) return fileOfCluster(cluster, 400, han) ? cluster : ' ';
  if (isDrawable(cluster, han)) return cluster;
  const [first = '', ...rest] = [...cluster];
  if (rest.length === 0 || emojiName(cluster) !== null) return missing(substitute(cluster));
  const parts = [first, ...rest];
  const kept = isDrawable(first, han) ? parts.findIndex((_, index) => !isDrawable(parts.slice(0, index + 1).join(''), han)) : 0;
  return (
    parts.slice(0, kept).join('') +
    parts
      .slice(kept)
      .map((part) => (setting.test(part) ? part : missing(substitute(part))))
      .join('')
  );
};

export type Printable = { readonly text: string; readonly unprintable: readonly Unprintable[] };

/** The text as it goes to paper: NFC, lines ended by `\n`, every character drawable, in place of the others what is printed for them. */
export const printable = (text: string): Printable => {
  const normal = text
    .normalize('NFC')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ');
  if (/^[\n\x20-\x7E]*$/.test(normal)) return { text: normal, unprintable: [] };
  const han = hanFamilyOf(normal);
  const found = new Map<string, Unprintable>();
  const missing = (one: Unprintable): string => {
    found.set(one.character, one);
    return one.printedAs;
  };
  const printed = clustersOf(normal).map((cluster) => (cluster === '\n' ? cluster : settle(cluster, han, missing)));
  return { text: printed.join(''), unprintable: [...found.values()] };
};

/** Each character no bundled font has, once, in the order met. */
export const unprintableIn = (text: string): readonly Unprintable[] => printable(text).unprintable;
