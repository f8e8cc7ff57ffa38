import type { ConsentMap } from '../../shared/consent-map.ts';
import type { Handover } from '../../shared/handover.ts';

/** A map as a form marks it: a place names how firm only where it is less than everywhere. */
export const markedBefore = (map: Pick<ConsentMap, 'madeAt' | 'ceiling' | 'areas'> | null): Handover['marked'] => {
  const marked = Object.entries(map?.areas ?? {});
  if (!map || marked.every(([, { state }]) => state === 'no')) return null;
  const lower = marked.filter(([, { state, ceiling }]) => state !== 'no' && ceiling < map.ceiling);
  return {
    at: map.madeAt,
    areas: Object.fromEntries(marked.map(([code, { state }]) => [code, state])),
    ceilings: Object.fromEntries(lower.map(([code, { ceiling }]) => [code, ceiling])),
  };
};
