import { type ContactLevel, lowerLevel } from './body-areas.ts';
import { areaStates } from './consent-form.ts';
import type { ConsentMap, MapArea } from './consent-map.ts';
import type { Instant } from './time.ts';

/** `opened`, `closed`: to or from out. `wider`, `narrower`: between asking and in, or in how firm contact may be there. */
export type ChangeKind = 'opened' | 'closed' | 'wider' | 'narrower';

/** One place that reads differently. Its ceiling is what holds there, the lower of its own and everywhere's; 0 where it is out. */
export type PlaceChange = { readonly code: string; readonly kind: ChangeKind; readonly from: MapArea; readonly to: MapArea };

export type MapChanges = {
  /** By code. */
  readonly places: readonly PlaceChange[];
  /** The firmest contact anywhere; null where it is the same as before. `from` is null where there was no map. */
  readonly ceiling: { readonly from: ContactLevel | null; readonly to: ContactLevel } | null;
};

type Marks = Pick<ConsentMap, 'ceiling' | 'areas'>;

const out: MapArea = { state: 'no', ceiling: 0 };

/** A place that was not marked is out, whatever else the map says; one where no contact is allowed is out as well. */
const standingIn = (map: Marks | null, code: string): MapArea => {
  const area = map && Object.hasOwn(map.areas, code) ? map.areas[code] : undefined;
  if (!map || !area || area.state === 'no') return out;
  const ceiling = lowerLevel(area.ceiling, map.ceiling);
  return ceiling === 0 ? out : { state: area.state, ceiling };
};

/** Whether the place has a limit of its own, and does not just follow everywhere else's. */
const hasOwnLimit = (map: Marks | null, code: string): boolean => {
  const area = map && Object.hasOwn(map.areas, code) ? map.areas[code] : undefined;
  return map !== null && area !== undefined && area.state !== 'no' && area.ceiling < map.ceiling;
};

const kindOf = (from: MapArea, to: MapArea): ChangeKind => {
  if (from.state === 'no') return 'opened';
  if (to.state === 'no') return 'closed';
  const states = areaStates.indexOf(to.state) - areaStates.indexOf(from.state);
  return (states === 0 ? to.ceiling - from.ceiling : states) > 0 ? 'wider' : 'narrower';
};

const placeChange = (before: Marks | null, after: Marks, code: string): PlaceChange | null => {
  const [from, to] = [standingIn(before, code), standingIn(after, code)];
  // Where the place only follows everywhere else's ceiling, that one change is told once, for all of them.
  const isOwn = hasOwnLimit(before, code) || hasOwnLimit(after, code);
  if (from.state === to.state && (from.ceiling === to.ceiling || !isOwn)) return null;
  return { code, kind: kindOf(from, to), from, to };
};

/** What reads differently in the newer map, place by place; nothing where only words or marks of places that were out anyway differ. */
export const changesBetween = (before: Marks | null, after: Marks): MapChanges => {
  const codes = [...new Set([...Object.keys(before?.areas ?? {}), ...Object.keys(after.areas)])].sort();
  const ceiling = before?.ceiling === after.ceiling ? null : { from: before?.ceiling ?? null, to: after.ceiling };
  return { places: codes.flatMap((code) => placeChange(before, after, code) ?? []), ceiling };
};

type Dated = Pick<ConsentMap, 'id' | 'madeAt'>;

/** Which of two maps is the newer one. */
const isNewer = (one: Dated, other: Dated): boolean => one.madeAt > other.madeAt || (one.madeAt === other.madeAt && one.id > other.id);

/** The map that was in force at a moment, of all there were in any order; null before the first. */
export const mapOn = <M extends Dated>(maps: readonly M[], instant: Instant): M | null =>
  maps
    .filter(({ madeAt }) => madeAt <= instant)
    .reduce<M | null>((newest, map) => (newest === null || isNewer(map, newest) ? map : newest), null);
