import type { BodyArea } from '../../shared/body-areas.ts';
import { words } from './map-pdf-words.ts';

/** A place and what is said beside its name. */
export type Named = { readonly area: Pick<BodyArea, 'label' | 'side' | 'region'>; readonly said: string };

/** The name of a place without its side; null where it has none. */
export const stemOf = ({ label, side }: Named['area']): string | null =>
  side !== 'centre' && label.endsWith(words.ends[side]) ? label.slice(0, -words.ends[side].length) : null;

/** Left and right of one place as one, where the same is said of both. */
export const bothSides = (named: readonly Named[]): readonly string[] => {
  const other = ({ area, said }: Named): Named | undefined =>
    named.find((one) => one.area.side !== area.side && one.said === said && stemOf(one.area) === stemOf(area));
  return named.flatMap((one) => {
    const stem = stemOf(one.area);
    if (stem === null || !other(one)) return [one.said === '' ? one.area.label : words.withCeiling(one.area.label, one.said)];
    if (one.area.side === 'right') return [];
    return [one.said === '' ? words.both(stem) : words.withCeiling(words.both(stem), one.said)];
  });
};
