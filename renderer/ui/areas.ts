import type { AreaState, FormArea } from '../../shared/consent-form.ts';

export const views = ['all', 'front', 'back', 'side'] as const;
export type View = (typeof views)[number];

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

export const countsOf = (marked: Marks): { readonly yes: number; readonly ask: number } => {
  const states = Object.values(marked);
  return { yes: states.filter((state) => state === 'yes').length, ask: states.filter((state) => state === 'ask').length };
};

/** Names of the places marked so, in the order of the form. */
export const placesMarked = (areas: readonly FormArea[], marked: Marks, state: AreaState): readonly string[] =>
  areas.filter((area) => marked[area.code] === state).map((area) => area.label);
