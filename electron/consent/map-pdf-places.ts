import { type BodyArea, type ContactLevel, canBeMarked } from '../../shared/body-areas.ts';
import type { BodyChart } from '../../shared/body-chart.ts';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { bothSides, type Named, stemOf } from './both-sides.ts';
import { drawMarked } from './map-pdf-figure.ts';
import { type LevelWords, levelWords, regionOrder, regionWords, words } from './map-pdf-words.ts';

/** The marks of a map, wherever it comes from. */
export type Marks = Pick<ConsentMap, 'ceiling' | 'areas'>;

export type PlacesToPrint = {
  readonly chart: BodyChart;
  /** Every place as the practice's place has it now. */
  readonly areas: readonly BodyArea[];
  readonly levels: LevelWords;
};

const markedAs = (areas: readonly BodyArea[], marks: Marks, state: AreaState): readonly BodyArea[] =>
  areas.filter((area) => canBeMarked(area) && marks.areas[area.code]?.state === state);

const notOfferedIn = (areas: readonly BodyArea[]): readonly string[] => areas.filter(({ offered }) => !offered).map(({ label }) => label);

/** The figure with what is marked; without marks it is there to be marked by hand. Of a place that is not offered now there is no sign. */
export const drawFigure = (frame: Frame, { chart, areas }: PlacesToPrint, marks: Marks | null, height: number): void => {
  const shown = areas.filter((area) => !area.offered || canBeMarked(area));
  const states = marks && Object.fromEntries(Object.entries(marks.areas).map(([code, { state }]) => [code, state]));
  drawMarked(frame, { chart, shown, states, height });
};

export const ceilingWords = (levels: LevelWords, ceiling: ContactLevel): string =>
  ceiling === 0 ? words.nothingAtAll(levelWords(levels, 0)) : words.atMost(levelWords(levels, ceiling));

/** The firmest contact at one place, where it is less than anywhere else; empty where it is not. */
const limitWords = (levels: LevelWords, marks: Marks, code: string): string => {
  const marked = marks.areas[code];
  if (!marked || marked.state === 'no' || marked.ceiling >= marks.ceiling) return '';
  return ceilingWords(levels, marked.ceiling);
};

/** Name of the region and its places, in the order of the list. */
const byRegion = (named: readonly Named[]): readonly (readonly [string, string])[] => {
  const regions = Map.groupBy(named, ({ area }) => regionWords(area.region));
  return regionOrder.flatMap((region) => {
    const places = bothSides(regions.get(region) ?? []);
    return places.length > 0 ? [[region, places.join('; ')] as const] : [];
  });
};

/** Marked once, and nothing that can be marked now: turned off since, or not in the content any more. */
const drawClosed = (frame: Frame, { areas }: PlacesToPrint, marks: Marks): void => {
  const welcome = Object.keys(marks.areas).filter((code) => marks.areas[code]?.state !== 'no');
  const off = areas.filter((area) => welcome.includes(area.code) && !canBeMarked(area)).map(({ label }) => label);
  const unknown = welcome.filter((code) => areas.every((area) => area.code !== code));
  if (off.length > 0) frame.answer(words.offNow, off.join('; '));
  if (unknown.length > 0) frame.answer(words.unknown, unknown.join('; '));
};

/** Every place that was marked, in words, and what holds for the rest. */
export const drawPlaces = (frame: Frame, places: PlacesToPrint, marks: Marks): void => {
  let any = false;
  for (const state of areaStates) {
    const marked = markedAs(places.areas, marks, state);
    if (marked.length === 0) continue;
    any = true;
    frame.heading(3, words.states[state]);
    frame.facts(byRegion(marked.map((area) => ({ area, said: limitWords(places.levels, marks, area.code) }))), 'list');
  }
  frame.answer('', any ? words.unlistedOut : words.nothingMarked);
  drawClosed(frame, places, marks);
  const bounds = notOfferedIn(places.areas);
  if (bounds.length > 0) frame.small(words.altPart(words.notOffered, bounds));
};

/** Left beside right; places in the middle two by two. */
const inPairs = (areas: readonly BodyArea[]): readonly (readonly string[])[] => {
  const lines: BodyArea[][] = [];
  const belongs = (area: BodyArea, [first, second]: readonly BodyArea[]): boolean => {
    if (!first || second) return false;
    return area.side === 'centre' ? first.side === 'centre' : first.side !== 'centre' && stemOf(first) === stemOf(area);
  };
  for (const area of areas) {
    const line = lines.find((one) => belongs(area, one));
    if (line) line.push(area);
    else lines.push([area]);
  }
  return lines.map((line) => line.map(({ label }) => label));
};

/** Every place that may be marked with its boxes, the safest first. */
export const drawPlaceBoxes = (frame: Frame, areas: readonly BodyArea[]): void => {
  for (const { title, views } of words.sheets) {
    const shown = areas.filter((area) => views.includes(area.view) && canBeMarked(area));
    if (shown.length === 0) continue;
    frame.heading(3, title);
    frame.boxedPairs(inPairs(shown), words.boxes);
  }
  const bounds = notOfferedIn(areas);
  if (bounds.length > 0) frame.small(words.altPart(words.notOffered, bounds));
};
