import type { BodyArea } from '../../shared/body-areas.ts';
import type { AreaState, FormArea } from '../../shared/consent-form.ts';

/** Regions with words, from the head down. */
export const regions = [
  'head',
  'neck',
  'shoulder',
  'arm',
  'hand',
  'chest',
  'back',
  'trunk',
  'abdomen',
  'pelvis',
  'leg',
  'foot',
  'other',
] as const;
export type Region = (typeof regions)[number];

const regionOf = (area: FormArea): Region => regions.find((region) => region === area.region) ?? 'other';

export const regionsIn = (areas: readonly FormArea[]): readonly { readonly region: Region; readonly places: readonly FormArea[] }[] =>
  regions
    .map((region) => ({ region, places: areas.filter((area) => regionOf(area) === region) }))
    .filter((group) => group.places.length > 0);

type Marks = Readonly<Record<string, AreaState>>;

/** How many places are marked with each state, safest first. */
export const countsOf = (marked: Marks): Readonly<Record<AreaState, number>> => {
  const count = (state: AreaState): number => Object.values(marked).filter((one) => one === state).length;
  return { no: count('no'), ask: count('ask'), yes: count('yes') };
};

/** Places on the chart: those that need their own form only where they are turned on. */
export const onChart = (areas: readonly BodyArea[]): readonly BodyArea[] =>
  areas.filter((area) => area.tier !== 'written_specific' || area.turnedOn);
