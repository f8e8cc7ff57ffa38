import { lowerLevel } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { wholeMaps } from './keep-marks.ts';
import { loweredSince, type Marks, takenBackSince } from './map-marks.ts';
import { allMapsOf } from './maps-repository.ts';
import { narrowed } from './taken-back-since.ts';

/** What became of places and a contact level that were said some time ago. */
export type MarksToday = {
  /** The map in force. */
  readonly map: ConsentMap | null;
  /** The whole map was made anew since then: that one holds, and not what was said before. */
  readonly isOvertaken: (at: Instant) => boolean;
  /** Places said then, as they hold today: those of the map in force, or without what was taken back since. */
  readonly marks: (said: Marks, at: Instant) => Marks;
  readonly level: (said: ConsentMap['ceiling'], at: Instant) => ConsentMap['ceiling'];
};

/** A map as it would be marked in a form. */
export const marksOf = (map: Pick<ConsentMap, 'areas' | 'ceiling'>): Marks => {
  const open = Object.entries(map.areas).filter(([, area]) => area.state !== 'no' && area.ceiling < map.ceiling);
  const areas = Object.fromEntries(Object.entries(map.areas).map(([code, { state }]) => [code, state]));
  return open.length > 0 ? { areas, ceilings: Object.fromEntries(open.map(([code, { ceiling }]) => [code, ceiling])) } : { areas };
};

export const marksToday = async (db: Reader, clientId: string): Promise<MarksToday> => {
  const maps = await allMapsOf(db, clientId);
  const map = maps[0] ?? null;
  const isOvertaken = (at: Instant): boolean => maps.some(({ madeAt, source }) => madeAt > at && wholeMaps.includes(source));
  return {
    map,
    isOvertaken,
    marks: (said, at) => {
      if (map && isOvertaken(at)) return marksOf(map);
      const { kind: _, ...marks } = narrowed({ kind: 'map', ...said }, takenBackSince(maps, at));
      return marks;
    },
    level: (said, at) => (map && isOvertaken(at) ? map.ceiling : lowerLevel(said, loweredSince(maps, at) ?? said)),
  };
};
