import type { FindingWeight } from '../../shared/finding.ts';
import { words } from './safety-pdf-words.ts';

/** How much of each part stands on the page. `leftOut`: told by their number. */
export type Cut = {
  /** Characters of what was found. */
  readonly finding: number;
  /** And of what was not answered and keeps hands off. */
  readonly blank: number;
  /** And of it together with what to do; none: findings of a kind stand in one row, by name alone. */
  readonly line: number;
  /** Whether each finding names its places; those that are closed by it are told among the places too. */
  readonly places: boolean;
  /** Characters of the practice's name and of its address. */
  readonly head: number;
  /** Characters of something in the person's own words. */
  readonly own: number;
  /** Characters of a name. */
  readonly name: number;
  /** Characters of one list, and the names in it. */
  readonly row: number;
  readonly list: number;
  readonly leftOut: readonly Exclude<FindingWeight, 'emergency' | 'absolute' | 'clearance'>[];
};

/** More than one page holds of anything, so that nothing is cut where all of it fits. */
export const wholeCard: Cut = {
  finding: 6_000,
  blank: 6_000,
  line: 6_000,
  places: true,
  head: 6_000,
  own: 6_000,
  name: 6_000,
  row: 6_000,
  list: 500,
  leftOut: [],
};

/** Down to what one page always holds: two lines of a finding, one line, its name. What keeps hands off is never left out. */
export const shorter: readonly Cut[] = [
  { finding: 120, blank: 60, line: 260, places: true, head: 240, own: 300, name: 200, row: 600, list: 40, leftOut: [] },
  { finding: 80, blank: 40, line: 150, places: true, head: 240, own: 160, name: 120, row: 360, list: 20, leftOut: [] },
  { finding: 50, blank: 30, line: 90, places: false, head: 240, own: 60, name: 50, row: 170, list: 12, leftOut: [] },
  { finding: 50, blank: 26, line: 90, places: false, head: 100, own: 60, name: 50, row: 85, list: 4, leftOut: ['ask-today', 'modify'] },
  { finding: 46, blank: 30, line: 0, places: false, head: 100, own: 80, name: 60, row: 170, list: 8, leftOut: [] },
  { finding: 46, blank: 30, line: 0, places: false, head: 100, own: 80, name: 50, row: 170, list: 6, leftOut: ['ask-today', 'modify'] },
  {
    finding: 36,
    blank: 26,
    line: 0,
    places: false,
    head: 100,
    own: 60,
    name: 40,
    row: 85,
    list: 4,
    leftOut: ['ask-today', 'modify', 'local'],
  },
  {
    finding: 26,
    blank: 24,
    line: 0,
    places: false,
    head: 100,
    own: 40,
    name: 26,
    row: 85,
    list: 2,
    leftOut: ['ask-today', 'modify', 'local'],
  },
  {
    finding: 20,
    blank: 20,
    line: 0,
    places: false,
    head: 100,
    own: 40,
    name: 20,
    row: 40,
    list: 1,
    leftOut: ['ask-today', 'modify', 'local'],
  },
];

/** At the end of a word where there is one near. */
export const clipped = (text: string, most: number): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const letters = [...flat];
  if (letters.length <= most) return flat;
  const cut = letters.slice(0, Math.max(1, most - 1)).join('');
  const word = cut.lastIndexOf(' ');
  return `${word > cut.length * 0.6 ? cut.slice(0, word) : cut}…`;
};

/** The first of a list, and how many more there are, where to read them. One is always named. */
export const listed = (items: readonly string[], cut: Cut, more: (count: number) => string): string => {
  const shown: string[] = [];
  let length = 0;
  for (const item of items.slice(0, cut.list)) {
    const next = clipped(item, cut.name);
    length += next.length + 2;
    if (shown.length > 0 && length > cut.row) break;
    shown.push(next);
  }
  const left = items.length - shown.length;
  return [...shown, ...(left > 0 ? [more(left)] : [])].join('; ');
};

/** Without an end of its own it gets one. */
export const sentence = (text: string): string => (text === '' || /[.!?…:;]$/u.test(text) ? text : `${text}.`);

export const moreLeft = (count: number): readonly string[] => (count > 0 ? [words.moreFindings(count)] : []);
