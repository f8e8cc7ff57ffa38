import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';

/** Places an earlier map is drawn with: those on the chart now, and those it marked while they were. */
export const inChart = (areas: readonly BodyArea[], maps: readonly Pick<ConsentMap, 'areas'>[]): readonly BodyArea[] =>
  areas.filter((area) => area.tier !== 'written_specific' || area.turnedOn || maps.some((map) => map.areas[area.code] !== undefined));

/** The older of two first. */
export const inTime = <M extends Pick<ConsentMap, 'madeAt' | 'id'>>(one: M, other: M): readonly [M, M] =>
  one.madeAt < other.madeAt || (one.madeAt === other.madeAt && one.id < other.id) ? [one, other] : [other, one];
