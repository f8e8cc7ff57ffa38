/**
 * The body chart as data. `resources/clinical/body-chart.svg` is written by machine in one regular form, so it is read here without a
 * DOM, once for the window and once for paper.
 */

export const figures = ['front', 'back', 'head', 'soles'] as const;
/** Where a part is drawn: on one of the two figures, or beside them as the sides of the head or the soles of the feet. */
export type Figure = (typeof figures)[number];

export type ChartArea = {
  readonly code: string;
  readonly d: string;
  /** Anchor for a number, a pin or a way to a neighbour. */
  readonly cx: number;
  readonly cy: number;
  /** The one of the area list, which can differ from `figure`: soles belong to the back, armpits and ears to the side. */
  readonly view: 'front' | 'back' | 'side';
  /** The person's own. */
  readonly side: 'left' | 'right' | 'centre';
  readonly region: string;
  readonly figure: Figure;
};

type Line = { readonly d: string; readonly figure: Figure };

export type BodyChart = {
  readonly viewBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Drawn, but no area: the ears of the figures and the heads seen from the side. */
  readonly contexts: readonly (Line & { readonly kind: 'ear' | 'head' })[];
  /** In the order of the area list. Neighbours share their edge. */
  readonly areas: readonly ChartArea[];
  readonly silhouettes: readonly Line[];
  /** Form lines, filled, not stroked. */
  readonly inks: readonly (Line & { readonly faint: boolean })[];
  /** `key` names the words: front, back, inset-head, inset-soles. `x` is their middle, `y` their baseline. */
  readonly captions: readonly {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly small: boolean;
    readonly figure: Figure;
  }[];
  readonly sideMarks: readonly { readonly side: 'left' | 'right'; readonly x: number; readonly y: number; readonly figure: Figure }[];
};

type Attributes = Readonly<Record<string, string>>;
type Tag = { readonly name: string; readonly attributes: Attributes; readonly within: string };

const attributesOf = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

/** Every tag that opens, with the classes of the groups it stands in. */
const tagsOf = (svg: string): readonly Tag[] => {
  const tags: Tag[] = [];
  const groups: string[] = [];
  for (const [, closing, name = '', rest = '', alone] of svg.matchAll(/<(\/?)([a-z]\w*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/gi)) {
    if (name === 'g' && closing) {
      groups.pop();
    } else if (!closing) {
      const attributes = attributesOf(rest);
      tags.push({ name, attributes, within: groups.join(' ') });
      if (name === 'g' && !alone) {
        groups.push(attributes.class ?? '');
      }
    }
  }
  return tags;
};

const classesOf = (tag: Tag): readonly string[] => (tag.attributes.class ?? '').split(' ');

const words = (tag: Tag, name: string): string => {
  const value = tag.attributes[name];
  if (value === undefined || value === '') {
    throw new Error(`body chart: ${tag.name} ${tag.attributes.id ?? tag.attributes.class ?? ''} has no ${name}`);
  }
  return value;
};

const amount = (tag: Tag, name: string): number => {
  const value = Number(words(tag, name));
  if (!Number.isFinite(value)) {
    throw new Error(`body chart: ${name} of ${tag.attributes.id ?? tag.name} is no number`);
  }
  return value;
};

const one = <T extends string>(tag: Tag, name: string, choices: readonly T[]): T => {
  const value = words(tag, name);
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) {
    throw new Error(`body chart: ${name} of ${tag.attributes.id ?? tag.name} is ${value}`);
  }
  return choice;
};

/** Lines stand in no group of their figure; the two insets keep to the middle of the page, above and below the hands. */
const figureAt = (x: number, y: number): Figure => {
  if (Math.abs(x - 500) <= 110 && y < 230) {
    return 'head';
  }
  if (Math.abs(x - 500) <= 75 && y > 700 && y < 900) {
    return 'soles';
  }
  return x < 500 ? 'front' : 'back';
};

const lineOf = (tag: Tag): Line => {
  const d = words(tag, 'd');
  const [, x, y] = /^M(-?[\d.]+)[ ,]?(-?[\d.]+)/.exec(d) ?? [];
  if (x === undefined || y === undefined) {
    throw new Error('body chart: a path does not begin at a point');
  }
  return { d, figure: figureAt(Number(x), Number(y)) };
};

const areaOf = (tag: Tag): ChartArea => {
  const figure = figures.find((candidate) => new RegExp(`\\b(figure|inset)-${candidate}\\b`).test(tag.within));
  if (figure === undefined) {
    throw new Error(`body chart: ${words(tag, 'id')} stands on no figure`);
  }
  return {
    code: words(tag, 'id'),
    d: words(tag, 'd'),
    cx: amount(tag, 'data-cx'),
    cy: amount(tag, 'data-cy'),
    view: one(tag, 'data-view', ['front', 'back', 'side']),
    side: one(tag, 'data-side', ['left', 'right', 'centre']),
    region: words(tag, 'data-region'),
    figure,
  };
};

const viewBoxOf = (tags: readonly Tag[]): BodyChart['viewBox'] => {
  const [x, y, width, height] = (tags.find((tag) => tag.name === 'svg')?.attributes.viewBox ?? '').split(' ').map(Number);
  if (x === undefined || y === undefined || !width || !height) {
    throw new Error('body chart: no viewBox');
  }
  return { x, y, width, height };
};

/** Throws a plain Error that names what is not there: the file is ours, so this is a broken build, never a person's mistake. */
export const parseBodyChart = (svg: string): BodyChart => {
  const tags = tagsOf(svg);
  const tagged = (name: string): readonly Tag[] => {
    const found = tags.filter((tag) => classesOf(tag).includes(name));
    if (found.length === 0) {
      throw new Error(`body chart: no ${name}`);
    }
    return found;
  };
  const placed = (tag: Tag) => {
    const x = amount(tag, 'x');
    const y = amount(tag, 'y');
    return { x, y, figure: figureAt(x, y) };
  };
  return {
    viewBox: viewBoxOf(tags),
    contexts: tagged('context').map((tag) => ({ ...lineOf(tag), kind: classesOf(tag).includes('head') ? 'head' : 'ear' })),
    areas: tagged('area').map(areaOf),
    silhouettes: tagged('silhouette').map(lineOf),
    inks: tagged('ink').map((tag) => ({ ...lineOf(tag), faint: classesOf(tag).includes('faint') })),
    captions: tagged('caption').map((tag) => ({ ...placed(tag), key: words(tag, 'data-text'), small: classesOf(tag).includes('small') })),
    sideMarks: tagged('side-mark').map((tag) => ({
      ...placed(tag),
      side: one(tag, 'data-text', ['side-L', 'side-R']) === 'side-L' ? 'left' : 'right',
    })),
  };
};
