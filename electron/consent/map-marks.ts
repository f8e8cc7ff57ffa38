import { Temporal } from 'temporal-polyfill';
import { type ContactLevel, lowerLevel } from '../../shared/body-areas.ts';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap, MapArea, MapAreas } from '../../shared/consent-map.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { type Instant, instantFrom } from '../../shared/time.ts';
import type { KeptMap } from './maps-repository.ts';

/** Places as they are marked in a form. */
export type Marks = Pick<Extract<Answer, { kind: 'map' }>, 'areas' | 'ceilings'>;

export const out: MapArea = { state: 'no', ceiling: 0 };

export const safer = (one: AreaState, other: AreaState): AreaState => (areaStates.indexOf(one) < areaStates.indexOf(other) ? one : other);

/** What both allow. */
export const tighter = (one: MapArea, other: MapArea): MapArea => {
  const state = safer(one.state, other.state);
  return state === 'no' ? out : { state, ceiling: lowerLevel(one.ceiling, other.ceiling) };
};

/** Each mark with its ceiling: the place's own, or everywhere's. */
export const mapAreas = (marks: Marks, ceiling: ContactLevel): MapAreas =>
  Object.fromEntries(
    Object.entries(marks.areas).map(([code, state]) => [
      code,
      state === 'no' ? out : { state, ceiling: marks.ceilings?.[code] ?? ceiling },
    ]),
  );

export const isOpenIn = (map: Pick<ConsentMap, 'areas'> | null, code: string): boolean =>
  map !== null && Object.hasOwn(map.areas, code) && map.areas[code]?.state !== 'no';

/**
 * Now, and after every map there is: a clock that was set back, or two changes within one millisecond, must not leave an older map in
 * force over what was just said.
 */
export const momentAfter = (now: Instant, newest: Pick<ConsentMap, 'madeAt'> | null): Instant =>
  newest === null || now > newest.madeAt ? now : instantFrom(Temporal.Instant.from(newest.madeAt).epochMilliseconds + 1);

/** What was taken back since a moment, or in it, by place; marks made before it do not open it again. `maps`: newest first. */
export const takenBackSince = (maps: readonly KeptMap[], after: Instant): ReadonlyMap<string, MapArea> => {
  const taken = new Map<string, MapArea>();
  for (const map of maps.filter(({ madeAt }) => madeAt >= after))
    for (const code of map.takenBack) {
      const said = map.areas[code] ?? out;
      taken.set(code, tighter(said, taken.get(code) ?? said));
    }
  return taken;
};

/** The lowest of the ceilings that were lowered since a moment by a client who took something back; null where none was. `maps`: newest first. */
export const loweredSince = (maps: readonly KeptMap[], after: Instant): ContactLevel | null =>
  maps.reduce<ContactLevel | null>((lowest, { madeAt, source, ceiling }, index) => {
    const before = maps[index + 1];
    const isLowered = (source === 'handover' || source === 'withdrawal') && before !== undefined && ceiling < before.ceiling;
    return madeAt >= after && isLowered ? lowerLevel(ceiling, lowest ?? ceiling) : lowest;
  }, null);
