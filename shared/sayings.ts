import { type ContactLevel, lowerLevel } from './body-areas.ts';
import { type AreaState, areaStates } from './consent-form.ts';
import type { ConsentMap, MapArea, MapAreas } from './consent-map.ts';

/**
 * One thing a client said about where and how firmly they may be touched. `whole`: the places, the level, or both, said anew; a place that
 * is not in it is out. `narrower`: only ever closes; of places that are not in it, and of a level that is null, it says nothing.
 */
export type Saying = {
  /** Which came later is told by this alone: clocks can be set back, and a form may be kept long after it was filled. */
  readonly said: number;
  readonly kind: 'whole' | 'narrower';
  /** A place without a limit of its own has the firmest level, and follows the one for everywhere. */
  readonly areas: MapAreas | null;
  readonly ceiling: ContactLevel | null;
};

export type Marks = Pick<ConsentMap, 'areas' | 'ceiling'>;

export const out: MapArea = { state: 'no', ceiling: 0 };
export const noLimit: ContactLevel = 4;
/** Shown and not marked: it closes what was marked before, and is no mark itself. */
export const unmarked: MapArea = { state: 'no', ceiling: noLimit };

const safer = (one: AreaState, other: AreaState): AreaState => (areaStates.indexOf(one) < areaStates.indexOf(other) ? one : other);

/** What both allow. */
export const tighter = (one: MapArea, other: MapArea): MapArea => {
  const state = safer(one.state, other.state);
  return state === 'no' ? out : { state, ceiling: lowerLevel(one.ceiling, other.ceiling) };
};

const inOrder = (sayings: readonly Saying[]): readonly Saying[] =>
  [...sayings].sort((one, other) => one.said - other.said || Number(one.kind === 'narrower') - Number(other.kind === 'narrower'));

const narrowedBy = (areas: MapAreas, said: MapAreas): MapAreas => ({
  ...areas,
  ...Object.fromEntries(
    Object.entries(said).flatMap(([code, area]) => {
      const before = Object.hasOwn(areas, code) ? areas[code] : undefined;
      // Where nothing was marked only an out that was said is a mark; everything else leaves it as it is, out.
      const isOut = area.state === 'no' && area.ceiling === 0;
      return before === undefined && !isOut ? [] : [[code, tighter(before ?? out, area)]];
    }),
  ),
});

const after = (before: Marks, saying: Saying): Marks => {
  if (saying.kind === 'whole') return { areas: saying.areas ?? before.areas, ceiling: saying.ceiling ?? before.ceiling };
  return {
    areas: narrowedBy(before.areas, saying.areas ?? {}),
    ceiling: lowerLevel(before.ceiling, saying.ceiling ?? before.ceiling),
  };
};

const nothing: Marks = { areas: {}, ceiling: 0 };

/** No place is firmer than everywhere. */
const asMap = ({ areas, ceiling }: Marks): Marks => ({
  ceiling,
  areas: Object.fromEntries(
    Object.entries(areas).map(([code, area]) => [
      code,
      area.state === 'no' ? out : { state: area.state, ceiling: lowerLevel(area.ceiling, ceiling) },
    ]),
  ),
});

/** All that was said, as it was said: a place keeps the limit of its own, also while everywhere is gentler than that. */
export const saidInAll = (sayings: readonly Saying[]): Marks => inOrder(sayings).reduce(after, nothing);

/** The map after all that was said, whatever the order in which it was kept. What was closed later stays closed. */
export const mapAfter = (sayings: readonly Saying[]): Marks => asMap(saidInAll(sayings));

const since = (sayings: readonly Saying[], said: number, kind: Saying['kind']): readonly Saying[] =>
  inOrder(sayings).filter((one) => one.kind === kind && one.said > said);

/** Whether the places, or the level, were said anew later: what was said before is history. */
export const isOvertaken = (sayings: readonly Saying[], said: number, what: 'areas' | 'ceiling'): boolean =>
  since(sayings, said, 'whole').some((one) => one[what] !== null);

/** What was said, without what was closed later. A place that was closed and not in it is out on purpose. */
export const narrowedSince = (marks: Marks, sayings: readonly Saying[], said: number): Marks =>
  since(sayings, said, 'narrower').reduce(after, marks);

export const isOpen = (marks: Marks | null, code: string): boolean =>
  marks !== null && Object.hasOwn(marks.areas, code) && marks.areas[code]?.state !== 'no';
