import type { TFunction } from 'i18next';
import type { Allowed, AllowedArea, AllowedReason, Reason } from '../../shared/allowed.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { dayIn } from '../../shared/time.ts';
import { dayWords, here, momentWords } from '../dates.ts';

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

/** Places on the chart: those that need their own form only where they are turned on. */
export const onChart = (areas: readonly BodyArea[]): readonly BodyArea[] =>
  areas.filter((area) => area.tier !== 'written_specific' || area.turnedOn);

/** Codes that are open on the map, also those the chart does not show: each can be taken back. */
export const openOn = (map: Pick<ConsentMap, 'areas'> | null): readonly string[] =>
  Object.entries(map?.areas ?? {})
    .filter(([, { state }]) => state !== 'no')
    .map(([code]) => code);

/** The name of a place, or its code where the content does not know it any more. */
export const placeName = (t: TFunction<'maps'>, areas: readonly BodyArea[], code: string): string =>
  areas.find((area) => area.code === code)?.label ?? t('place.unknown', { code });

const datedReasons = [
  'consent-ended',
  'consent-withdrawn',
  'guardian-missing',
  'decision-maker-missing',
  'area-form-ended',
  'marked-out',
] as const satisfies readonly AllowedReason[];
const isDated = (code: AllowedReason): code is (typeof datedReasons)[number] => datedReasons.some((one) => one === code);

const namedReasons = [
  'not-now',
  'needs-clearance',
  'finding',
  'outside-clearance',
  'medicine-none',
  'finding-cap',
  'clearance-cap',
  'medicine-cap',
] as const satisfies readonly AllowedReason[];
const isNamed = (code: AllowedReason): code is (typeof namedReasons)[number] => namedReasons.some((one) => one === code);

/** Why a place is closed, asked for, or takes only so much. A reason without words does not compile. */
export const reasonWords = (t: TFunction<'maps'>, { code, day, about }: Reason): string => {
  if (about !== undefined && isNamed(code)) return t(`reasonAbout.${code}`, { about });
  return day !== null && isDated(code) ? t(`reasonOn.${code}`, { day: dayWords(day) }) : t(`reason.${code}`);
};

/** So many of what one reason comes from are named. */
const few = 3;

/** Each reason once, with the first of what it comes from: twenty findings would hide the one line about a form. */
export const reasonsOnce = (t: TFunction<'maps'>, reasons: readonly Reason[]): readonly string[] =>
  [...Map.groupBy(reasons, ({ code }) => code).values()].flatMap((alike) => {
    const names = [...new Set(alike.flatMap(({ about }) => about ?? []))];
    const [first] = alike;
    if (!first || names.length < 2) return alike.slice(0, 1).map((reason) => reasonWords(t, reason));
    const more = names.length > few + 1 ? names.length - few : 0;
    const list = names.slice(0, names.length - more).join('; ');
    return [reasonWords(t, { ...first, about: more > 0 ? t('place.names', { names: list, count: more }) : list })];
  });

/** How a place that is open is held. Beside what closes a place they would only confuse. */
const howOpen: readonly AllowedReason[] = [
  'marked-ask',
  'stopped-today',
  'tier-ask',
  'tier-written',
  'ceiling',
  'today-ceiling',
  'area-ceiling',
  'finding-cap',
  'clearance-cap',
  'medicine-cap',
];

/** Why a place is as it is: of a closed one what closes it, with the day of the map where it was the client's own mark. */
export const reasonsOf = (
  t: TFunction<'maps'>,
  { holds, reasons }: Pick<AllowedArea, 'holds' | 'reasons'>,
  map: ConsentMap | null,
): readonly string[] =>
  reasonsOnce(
    t,
    reasons
      .filter(({ code }) => holds !== 'no' || !howOpen.includes(code))
      .map((reason) =>
        reason.code === 'marked-out' && map && reason.day === null ? { ...reason, day: dayIn(map.madeAt, here().zone) } : reason,
      ),
  );

/** How and when a map was made. */
export const madeWords = (t: TFunction<'maps'>, { source, madeAt }: Pick<ConsentMap, 'source' | 'madeAt'>): string =>
  t(`made.${source}`, { moment: momentWords(madeAt) });
