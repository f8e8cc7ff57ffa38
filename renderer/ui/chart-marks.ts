import type { AreaState, FormArea } from '../../shared/consent-form.ts';

/** What is drawn on one place. Layers lie over each other; each has a sign of its own besides its colour, and words in its name. */
export type AreaMark = {
  /** In, ask each time, out. Left open: not marked, which counts as out. */
  readonly state?: AreaState | undefined;
  /** A finding of the health screen limits what may be done here. */
  readonly limited?: boolean;
  /** Worked on in this session, or being worked on. */
  readonly today?: 'done' | 'now' | undefined;
  /** Its place in the order of the session: 1, 2, 3. */
  readonly order?: number | undefined;
  /** Differs from the other date it is compared with. */
  readonly changed?: boolean;
};

/** By code. A place without an entry is not marked. */
export type ChartMarks = Readonly<Record<string, AreaMark>>;

export const unmarked: AreaMark = {};

type States = Readonly<Record<string, AreaState>>;

/** A consent map as a chart shows it. */
export const marksOf = (states: States): ChartMarks => Object.fromEntries(Object.entries(states).map(([code, state]) => [code, { state }]));

/** Two dates side by side: each with what differs marked as changed. Out and not marked mean the same and are no change. */
export const compared = (before: States, after: States): { readonly before: ChartMarks; readonly after: ChartMarks } => {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = new Set(codes.filter((code) => (before[code] ?? 'no') !== (after[code] ?? 'no')));
  const side = (states: States): ChartMarks =>
    Object.fromEntries(codes.map((code) => [code, { state: states[code], changed: changed.has(code) }]));
  return { before: side(before), after: side(after) };
};

export const sameMark = (a: AreaMark, b: AreaMark): boolean =>
  a.state === b.state &&
  (a.limited ?? false) === (b.limited ?? false) &&
  a.today === b.today &&
  a.order === b.order &&
  (a.changed ?? false) === (b.changed ?? false);

export const legendKeys = ['yes', 'ask', 'no', 'unmarked', 'notOffered', 'limited', 'done', 'now', 'changed'] as const;
export type LegendKey = (typeof legendKeys)[number];

/** What a place is marked with, in the order it is said. */
export const keysOf = (area: FormArea, mark: AreaMark): readonly LegendKey[] => [
  area.offered ? (mark.state ?? 'unmarked') : 'notOffered',
  ...(mark.limited ? (['limited'] as const) : []),
  ...(mark.today ? [mark.today] : []),
  ...(mark.changed ? (['changed'] as const) : []),
];

/** What the legend must explain: what is on the chart, and always the three states. */
export const legendOf = (areas: readonly FormArea[], marks: ChartMarks): readonly LegendKey[] => {
  const present = new Set<LegendKey>(['yes', 'ask', 'no', ...areas.flatMap((area) => keysOf(area, marks[area.code] ?? unmarked))]);
  return legendKeys.filter((key) => present.has(key));
};
