import bidiFactory, { type Bidi, type EmbeddingLevels } from 'bidi-js';
import type { HanFamily, Weight } from './font-files.ts';
import { hanFamilyOf } from './font-files.ts';
import { clustersOf, fileOfCluster, shapedFor } from './printable.ts';

/** Printable text to lines: split by font, broken to a width, each line's runs in the order in which they stand on paper. */

/** The package's types describe its ESM build, Node loads the other one, whose export is the function itself. */
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A stretch of one font and one direction. */
export type Run = {
  readonly file: string;
  /** As the shaper takes it: brackets mirrored, and turned round where the shaper's own direction, which it takes from the script, is the other one. */
  readonly shaped: string;
  /** As it was written. */
  readonly written: string;
  readonly rightToLeft: boolean;
};

export type Line = {
  /** From left to right. */
  readonly runs: readonly Run[];
  readonly width: number;
  readonly rightToLeft: boolean;
};

/** Width of a run in points. */
export type Measure = (run: Run) => number;

/** Of the character at that place of the text; one for all of it, where nothing in it stands out. */
export type WeightAt = (at: number) => Weight;

export type LineStyle = { readonly width: number; readonly weightAt: WeightAt; readonly measure: Measure };

type Cluster = { readonly text: string; readonly file: string; readonly level: number };

const rightToLeftLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const directionMark = /[\u061C\u200E\u200F]/u;
const closing = /^[\p{Pe}\p{Pf}、。，．：；！？・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?%]/u;
const opening = /^[\p{Ps}\p{Pi}]/u;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，．：；！？・ー]/u;
const breaksAfter = /[-\u200B\u00AD\u2010\u2013\u2014/]$/u;
const space = /^[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+$/u;

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });
/** Offsets at which a Thai word starts; its spelling marks none. */
const thaiStarts = (text: string): ReadonlySet<number> => {
  if (!/\p{Script=Thai}/u.test(text)) return new Set();
  return new Set(Array.from(thaiWords.segment(text), ({ index }) => index).filter((index) => /^\p{Script=Thai}/u.test(text.slice(index))));
};

const mayBreakBetween = (before: string, after: string, startsThaiWord: boolean): boolean => {
  if (space.test(after) || /^[\u00A0\u2060\uFEFF]/u.test(after) || /[\u00A0\u2060\uFEFF]$/u.test(before)) return false;
  if (space.test(before) || /[\u200B\u00AD]$/u.test(before)) return true;
  if (closing.test(after) || opening.test(before)) return false;
  if (breaksAfter.test(before)) return /^\p{L}/u.test(after);
  return startsThaiWord || unspaced.test(before) || unspaced.test(after);
};

/** Stretches between which a line may end, each with the spaces that follow it. */
const wordsOf = (clusters: readonly Cluster[]): readonly (readonly Cluster[])[] => {
  const starts = thaiStarts(clusters.map(({ text }) => text).join(''));
  const words: Cluster[][] = [];
  let offset = 0;
  clusters.forEach((cluster, index) => {
    const before = clusters[index - 1];
    const last = words.at(-1);
    if (!last || !before || mayBreakBetween(before.text, cluster.text, starts.has(offset))) words.push([cluster]);
    else last.push(cluster);
    offset += cluster.text.length;
  });
  return words;
};

const mirrored = (text: string): string => [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('');

const runOf = (clusters: readonly Cluster[]): Run => {
  const [{ file, level } = { file: '', level: 0 }] = clusters;
  const written = clusters.map(({ text }) => text).join('');
  const pieces = clusters.map((cluster) => shapedFor(cluster.text));
  if (level % 2 === 0)
    return { file, written, shaped: (rightToLeftLetter.test(written) ? pieces.toReversed() : pieces).join(''), rightToLeft: false };
  const shaped = rightToLeftLetter.test(written) ? pieces.join('') : pieces.toReversed().join('');
  return { file, written, shaped: mirrored(shaped), rightToLeft: true };
};

/** A run word by word, from left to right. */
export const partsOf = (run: Run): readonly Run[] => {
  const level = run.rightToLeft ? 1 : 0;
  const words = run.written.split(/(?<= )(?! )/).map((word) => runOf(clustersOf(word).map((text) => ({ text, file: run.file, level }))));
  return run.rightToLeft ? words.toReversed() : words;
};

const grouped = (clusters: readonly Cluster[]): readonly (readonly Cluster[])[] => {
  const groups: Cluster[][] = [];
  for (const cluster of clusters) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.file === cluster.file && last.level === cluster.level) groups.at(-1)?.push(cluster);
    else groups.push([cluster]);
  }
  return groups;
};

/** Unicode's rule L2: from the highest level down, each stretch at that level or above is turned round. */
const inVisualOrder = (groups: readonly (readonly Cluster[])[]): readonly (readonly Cluster[])[] => {
  const level = (group: readonly Cluster[] | undefined): number => group?.[0]?.level ?? 0;
  const order = [...groups];
  for (let turned = Math.max(0, ...order.map(level)); turned > 0; turned--) {
    for (let from = 0; from < order.length; from++) {
      if (level(order[from]) < turned) continue;
      let to = from;
      while (to < order.length && level(order[to]) >= turned) to++;
      order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = to;
    }
  }
  return order;
};

const withoutEndSpace = (clusters: readonly Cluster[]): readonly Cluster[] =>
  clusters.slice(0, clusters.findLastIndex(({ text }) => !space.test(text)) + 1);

const runsOf = (clusters: readonly Cluster[]): readonly Run[] => inVisualOrder(grouped(clusters)).map(runOf);
const widthOf = (clusters: readonly Cluster[], measure: Measure): number =>
  grouped(clusters).reduce((sum, group) => sum + measure(runOf(group)), 0);

/** How many clusters of a word that is wider than a line go on this one: at least one. */
const fitting = (word: readonly Cluster[], { width, measure }: LineStyle): number => {
  let count = 0;
  for (let used = 0; count < word.length && used <= width; count++) used += measure(runOf(word.slice(count, count + 1)));
  while (count > 1 && widthOf(word.slice(0, count), measure) > width) count--;
  return Math.max(1, count);
};

const brokenToFit = (word: readonly Cluster[], style: LineStyle): readonly (readonly Cluster[])[] => {
  if (widthOf(withoutEndSpace(word.slice(0, 1000)), style.measure) <= style.width && word.length <= 1000) return [word];
  const pieces: (readonly Cluster[])[] = [];
  for (let from = 0; from < word.length; ) {
    const count = fitting(word.slice(from, from + 1000), style);
    pieces.push(word.slice(from, from + count));
    from += count;
  }
  return pieces;
};

const clustersFor = (text: string, weightAt: WeightAt, han: HanFamily, levels: EmbeddingLevels | null): readonly Cluster[] => {
  let offset = 0;
  return clustersOf(text).map((cluster) => {
    const [level, weight] = [levels?.levels[offset] ?? 0, weightAt(offset)];
    offset += cluster.length;
    return { text: cluster, file: fileOfCluster(cluster, weight, han) ?? '', level };
  });
};

const paragraphLines = (text: string, han: HanFamily, style: LineStyle): readonly Line[] => {
  const levels = rightToLeftLetter.test(text) || directionMark.test(text) ? bidi.getEmbeddingLevels(text, 'auto') : null;
  const rightToLeft = (levels?.paragraphs[0]?.level ?? 0) % 2 === 1;
  const filled: { clusters: Cluster[]; width: number }[] = [];
  for (const word of wordsOf(clustersFor(text, style.weightAt, han, levels)).flatMap((one) => brokenToFit(one, style))) {
    const line = filled.at(-1);
    const shown = widthOf(withoutEndSpace(word), style.measure);
    if (line && line.width + shown <= style.width) line.clusters.push(...word);
    else filled.push({ clusters: [...word], width: 0 });
    const current = filled.at(-1);
    if (current) current.width += widthOf(word, style.measure);
  }
  return filled.map(({ clusters }) => {
    const runs = runsOf(withoutEndSpace(clusters));
    return { runs, width: runs.reduce((sum, run) => sum + style.measure(run), 0), rightToLeft };
  });
};

/** At least one line for each line of the text; an empty one has no runs. */
export const linesOf = (text: string, style: LineStyle): readonly Line[] => {
  const han = hanFamilyOf(text);
  let from = 0;
  return text.split('\n').flatMap((paragraph) => {
    const start = from;
    from += paragraph.length + 1;
    if (paragraph === '') return [{ runs: [], width: 0, rightToLeft: false }];
    return paragraphLines(paragraph, han, { ...style, weightAt: (at) => style.weightAt(start + at) });
  });
};
