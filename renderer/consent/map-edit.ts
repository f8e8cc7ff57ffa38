import { z } from 'zod';
import { ContactLevel } from '../../shared/body-areas.ts';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap, MapAreas } from '../../shared/consent-map.ts';
import { Id } from '../../shared/ids.ts';

/** One place while the map is being changed. `firmest` null: as everywhere. */
const PlaceMark = z.strictObject({ state: z.enum(areaStates), firmest: ContactLevel.nullable() });
export type PlaceMark = z.infer<typeof PlaceMark>;

const Marks = z.strictObject({ ceiling: ContactLevel, places: z.record(z.string(), PlaceMark) });
export type Marks = z.infer<typeof Marks>;

/** A map being changed with the client beside: what it was, what it is to be. */
export const MapDraft = z.strictObject({ basedOn: Id.nullable(), base: Marks, now: Marks, words: z.string() });
export type MapDraft = z.infer<typeof MapDraft>;

const unmarkedPlace: PlaceMark = { state: 'no', firmest: null };
const placeIn = (marks: Marks, code: string): PlaceMark => marks.places[code] ?? unmarkedPlace;

export const samePlace = (a: PlaceMark, b: PlaceMark): boolean => a.state === b.state && (a.state === 'no' || a.firmest === b.firmest);

export const marksFrom = (map: Pick<ConsentMap, 'ceiling' | 'areas'> | null): Marks => ({
  ceiling: map?.ceiling ?? 0,
  places: Object.fromEntries(
    Object.entries(map?.areas ?? {}).map(([code, { state, ceiling }]) => [
      code,
      { state, firmest: state === 'no' || !map || ceiling >= map.ceiling ? null : ceiling },
    ]),
  ),
});

export const draftFrom = (map: ConsentMap | null): MapDraft => ({
  basedOn: map?.id ?? null,
  base: marksFrom(map),
  now: marksFrom(map),
  words: '',
});

/** As a map keeps it. */
export const areasOf = ({ ceiling, places }: Marks): MapAreas =>
  Object.fromEntries(
    Object.entries(places).map(([code, { state, firmest }]) => [
      code,
      { state, ceiling: state === 'no' ? 0 : firmest !== null && firmest < ceiling ? firmest : ceiling },
    ]),
  );

export const withState = (marks: Marks, code: string, state: AreaState): Marks => {
  const { firmest } = placeIn(marks, code);
  return { ...marks, places: { ...marks.places, [code]: { state, firmest: state === 'no' ? null : firmest } } };
};

export const withFirmest = (marks: Marks, code: string, firmest: ContactLevel | null): Marks => ({
  ...marks,
  places: { ...marks.places, [code]: { ...placeIn(marks, code), firmest } },
});

/** Places of a preset that are out now are to be asked about; none that is open becomes any tighter or looser. */
export const withPreset = (marks: Marks, codes: readonly string[]): Marks =>
  codes.filter((code) => placeIn(marks, code).state === 'no').reduce((next, code) => withState(next, code, 'ask'), marks);

/** A preset is taken away again: its places are as they were before, unless they were marked otherwise since. */
export const withoutPreset = (marks: Marks, codes: readonly string[], before: Marks): Marks => {
  const asIs = codes.filter((code) => samePlace(placeIn(marks, code), { state: 'ask', firmest: null }));
  const kept = Object.entries(marks.places).filter(([code]) => !asIs.includes(code));
  const back = asIs.flatMap((code) => (before.places[code] ? [[code, before.places[code]] as const] : []));
  return { ...marks, places: Object.fromEntries([...kept, ...back]) };
};

/** Where something was changed here: codes. */
const changedIn = ({ base, now }: Pick<MapDraft, 'base' | 'now'>): readonly string[] =>
  [...new Set([...Object.keys(base.places), ...Object.keys(now.places)])].filter(
    (code) => !samePlace(placeIn(base, code), placeIn(now, code)),
  );

export const isChanged = (draft: MapDraft): boolean => draft.base.ceiling !== draft.now.ceiling || changedIn(draft).length > 0;

/** The map in force is another one than this draft began from. */
export type Joined = {
  /** Goes on from the newer map: mine where only I changed something, theirs everywhere else; mine too where both did, until it is decided. */
  readonly draft: MapDraft;
  /** Changed here and there, and not to the same. Among them each place taken back meanwhile that was changed here. */
  readonly disputed: readonly string[];
  /** The firmest contact anywhere was changed here and there. */
  readonly ceilingDisputed: boolean;
};

export const joined = (draft: MapDraft, newer: ConsentMap | null): Joined => {
  const theirs = marksFrom(newer);
  const { base, now } = draft;
  const mine = changedIn(draft);
  const places = { ...theirs.places, ...Object.fromEntries(mine.map((code) => [code, placeIn(now, code)])) };
  const isMine = now.ceiling !== base.ceiling;
  return {
    draft: {
      ...draft,
      basedOn: newer?.id ?? null,
      base: theirs,
      now: { ceiling: isMine ? now.ceiling : theirs.ceiling, places },
    },
    disputed: mine.filter(
      (code) => !samePlace(placeIn(base, code), placeIn(theirs, code)) && !samePlace(placeIn(now, code), placeIn(theirs, code)),
    ),
    ceilingDisputed: isMine && theirs.ceiling !== base.ceiling && theirs.ceiling !== now.ceiling,
  };
};

/** The choices are made: theirs where they were chosen, mine where they stay. */
export const decided = (draft: MapDraft, theirs: { readonly places: readonly string[]; readonly ceiling: boolean }): MapDraft => ({
  ...draft,
  now: {
    ceiling: theirs.ceiling ? draft.base.ceiling : draft.now.ceiling,
    places: { ...draft.now.places, ...Object.fromEntries(theirs.places.map((code) => [code, placeIn(draft.base, code)])) },
  },
});
