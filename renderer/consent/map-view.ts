import type { TFunction } from 'i18next';
import type { Allowed } from '../../shared/allowed.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { momentWords } from '../dates.ts';

export type States = Readonly<Record<string, AreaState>>;

/** What holds today, by code. */
export const allowedStates = (allowed: Allowed): States => Object.fromEntries(allowed.areas.map(({ code, holds }) => [code, holds]));

/** What the client marked, by code; a place without an entry is not marked. */
export const markedStates = (map: Pick<ConsentMap, 'areas'> | null): States =>
  Object.fromEntries(Object.entries(map?.areas ?? {}).map(([code, { state }]) => [code, state]));

/** How many of these places are in, asked for, and out. */
export const countsIn = (codes: readonly string[], states: States): Readonly<Record<AreaState, number>> => {
  const of = (state: AreaState): number => codes.filter((code) => (states[code] ?? 'no') === state).length;
  return { no: of('no'), ask: of('ask'), yes: of('yes') };
};

export const filters = ['all', ...areaStates.toReversed()] as const;
export type Filter = (typeof filters)[number];

export const filtered = (areas: readonly BodyArea[], states: States, filter: Filter): readonly BodyArea[] =>
  filter === 'all' ? areas : areas.filter(({ code }) => (states[code] ?? 'no') === filter);

/** Codes that are open on the map, also those the chart does not show: each can be taken back. */
export const openOn = (map: Pick<ConsentMap, 'areas'> | null): readonly string[] =>
  Object.entries(map?.areas ?? {})
    .filter(([, { state }]) => state !== 'no')
    .map(([code]) => code);

/** The name of a place, or its code where the content does not know it any more. */
export const placeName = (t: TFunction<'maps'>, areas: readonly BodyArea[], code: string): string =>
  areas.find((area) => area.code === code)?.label ?? t('place.unknown', { code });

/** How and when a map was made. */
export const madeWords = (t: TFunction<'maps'>, { source, madeAt }: Pick<ConsentMap, 'source' | 'madeAt'>): string =>
  t(`made.${source}`, { moment: momentWords(madeAt) });
