import type { ContactLevel } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { isOvertaken, narrowedSince, saidInAll } from '../../shared/sayings.ts';
import type { Reader } from '../practice/practice.ts';
import { areasSaid, type Marks, marksOf } from './map-marks.ts';
import { newestMapOf, sayingsOf } from './maps-repository.ts';

/** What a client's marks of some time ago come to now. */
export type MarksToday = {
  /** The map in force. */
  readonly map: ConsentMap | null;
  /** The places as the map has them where they were said anew since, else without what was closed since. `said` null: taken over from before. */
  readonly marks: (marks: Marks, said: number | null) => Marks;
  readonly level: (level: ContactLevel, said: number | null) => ContactLevel;
};

const firmest: ContactLevel = 4;

/** `from`: the earliest thing that is asked about. */
export const marksToday = async (db: Reader, clientId: string, from: number | null): Promise<MarksToday> => {
  const map = await newestMapOf(db, clientId);
  const sayings = await sayingsOf(db, clientId, from ?? undefined);
  const isOld = (said: number | null, what: 'areas' | 'ceiling'): boolean => said === null || isOvertaken(sayings, said, what);
  return {
    map,
    marks: (marks, said) => {
      if (said === null || isOld(said, 'areas')) return map ? marksOf({ areas: saidInAll(sayings).areas, ceiling: firmest }) : marks;
      const narrowed = narrowedSince({ areas: areasSaid(marks), ceiling: firmest }, sayings, said).areas;
      // A place that was closed and never marked stays unmarked: it is out.
      const own = Object.entries(narrowed).filter(([code]) => Object.hasOwn(marks.areas, code));
      return marksOf({ areas: Object.fromEntries(own), ceiling: firmest });
    },
    level: (level, said) => {
      if (said === null || isOld(said, 'ceiling')) return map ? map.ceiling : level;
      return narrowedSince({ areas: {}, ceiling: level }, sayings, said).ceiling;
    },
  };
};
