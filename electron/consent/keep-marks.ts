import { type ContactLevel, lowerLevel } from '../../shared/body-areas.ts';
import type { ConsentMap, MapAreas, MapSource } from '../../shared/consent-map.ts';
import type { Instant } from '../../shared/time.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { isOpenIn, loweredSince, type Marks, mapAreas, momentAfter, out, takenBackSince, tighter } from './map-marks.ts';
import { allMapsOf, insertMap, type KeptMap, newestMapOf } from './maps-repository.ts';

/** What a map is to the window; what later marks are kept by stays here. */
export const mapToShow = ({ takenBack: _, ...map }: KeptMap): ConsentMap => map;

/** The rest of a map that is made now. */
export const madeNow = (practice: Practice, newest: ConsentMap | null) => ({
  id: practice.newId(),
  madeAt: momentAfter(practice.now(), newest),
  madeBy: practice.actor.id,
  contentVersion: practice.content.bodyAreas.content_version,
});

/** Sources that say the whole map anew: what they said later stands over marks that arrive late. */
export const wholeMaps: readonly MapSource[] = ['together', 'intake', 'consent'];

/**
 * Keeps places that were marked in a form as a map. Where a whole map was made later, these are history and change nothing; else they are
 * in force from now on, without what was taken back since they were made.
 * `markedAt`: when the client said it, which may be long before it is kept. `ceiling`: 0 where they chose no level.
 */
export const keepMarks = async (
  tx: Tx,
  practice: Practice,
  given: {
    readonly clientId: string;
    readonly marks: Marks;
    readonly ceiling: ContactLevel;
    readonly markedAt: Instant;
    readonly source: Extract<MapSource, 'intake' | 'consent'>;
    readonly sourceId: string;
    readonly contentVersion: string;
  },
): Promise<ConsentMap> => {
  const { clientId, ceiling, markedAt, source, sourceId, contentVersion } = given;
  const maps = await allMapsOf(tx, clientId);
  const isHistory = maps.some((map) => map.madeAt > markedAt && wholeMaps.includes(map.source));

  const marked = mapAreas(given.marks, ceiling);
  const taken = [...takenBackSince(maps, markedAt)].map(([code, said]) => [code, tighter(said, marked[code] ?? out)] as const);
  const lowered = lowerLevel(ceiling, loweredSince(maps, markedAt) ?? ceiling);
  const said = { clientId, source, sourceId, words: '', takenBack: [] };
  const map: KeptMap = isHistory
    ? { ...said, ...madeNow(practice, null), madeAt: markedAt, contentVersion, ceiling, areas: marked }
    : {
        ...said,
        ...madeNow(practice, maps[0] ?? null),
        contentVersion,
        ceiling: lowered,
        areas: { ...marked, ...Object.fromEntries(taken) },
      };
  await insertMap(tx, map);
  return mapToShow(map);
};

/**
 * What a client closed or made gentler in a form holds at once, before anyone has read the form with them; what they opened waits for
 * that. Only places the form showed: of the others it says nothing. Keeps no map where nothing is tighter than the one in force.
 * `ceiling`: the level chosen in it; null where it asks for none, or none was chosen.
 */
export const keepTightened = async (
  tx: Tx,
  practice: Practice,
  given: {
    readonly clientId: string;
    readonly marks: Marks;
    readonly shown: readonly string[] | 'every';
    readonly ceiling: ContactLevel | null;
    readonly source: Extract<MapSource, 'handover' | 'consent'>;
    readonly sourceId: string;
  },
): Promise<ConsentMap | null> => {
  const { clientId, marks, source, sourceId } = given;
  const newest = await newestMapOf(tx, clientId);
  if (!newest) return null;

  const marked = mapAreas(marks, newest.ceiling);
  const shown = Object.keys(newest.areas).filter(
    (code) => isOpenIn(newest, code) && (given.shown === 'every' || given.shown.includes(code)),
  );
  const tightened: MapAreas = {};
  for (const code of shown) {
    const before = newest.areas[code] ?? out;
    const said = marked[code] ?? out;
    const now = tighter(before, marks.ceilings?.[code] === undefined && said.state !== 'no' ? { ...said, ceiling: before.ceiling } : said);
    if (now.state !== before.state || now.ceiling !== before.ceiling) tightened[code] = now;
  }
  const ceiling = lowerLevel(newest.ceiling, given.ceiling ?? newest.ceiling);
  const takenBack = Object.keys(tightened);
  if (takenBack.length === 0 && ceiling === newest.ceiling) return null;

  const areas = { ...newest.areas, ...tightened };
  const map: KeptMap = { ...madeNow(practice, newest), clientId, source, sourceId, ceiling, areas, words: '', takenBack };
  await insertMap(tx, map);
  return mapToShow(map);
};

/**
 * Takes places back, at once: a new map with each of them out, whoever marked it. A place that was not open is written down all the same,
 * so that marks made before and kept later do not open it. `noContact`: the level of contact is taken back as well.
 */
export const takeBack = async (
  tx: Tx,
  practice: Practice,
  given: {
    readonly clientId: string;
    readonly areas: readonly string[];
    readonly noContact?: boolean;
    readonly words: string;
    readonly sourceId: string | null;
  },
): Promise<ConsentMap> => {
  const { clientId, words, sourceId } = given;
  const newest = await newestMapOf(tx, clientId);
  const takenBack = [...new Set(given.areas)];
  const map: KeptMap = {
    ...madeNow(practice, newest),
    clientId,
    source: 'withdrawal',
    sourceId,
    ceiling: given.noContact ? 0 : (newest?.ceiling ?? 0),
    areas: { ...newest?.areas, ...Object.fromEntries(takenBack.map((code) => [code, out])) },
    words,
    takenBack,
  };
  await insertMap(tx, map);
  return mapToShow(map);
};
