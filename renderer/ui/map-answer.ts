import type { ContactLevel } from '../../shared/body-areas.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';

/** Places as they are marked in a form. */
export type MapAnswer = Extract<Answer, { kind: 'map' }>;
type Ceilings = NonNullable<MapAnswer['ceilings']>;

/** A firmest contact stands only beside a place that is not out. */
export const mapAnswer = (areas: MapAnswer['areas'], ceilings: Ceilings): MapAnswer => {
  const held = Object.entries(ceilings).filter(([code]) => areas[code] === 'yes' || areas[code] === 'ask');
  return { kind: 'map', areas, ...(held.length > 0 ? { ceilings: Object.fromEntries(held) } : {}) };
};

export const stateSet = (answer: MapAnswer | null, code: string, state: AreaState): MapAnswer =>
  mapAnswer({ ...answer?.areas, [code]: state }, answer?.ceilings ?? {});

/** Null is "as everywhere else". */
export const ceilingSet = (answer: MapAnswer, code: string, ceiling: ContactLevel | null): MapAnswer => {
  const { [code]: _before, ...others } = answer.ceilings ?? {};
  return mapAnswer(answer.areas, ceiling === null ? others : { ...others, [code]: ceiling });
};
