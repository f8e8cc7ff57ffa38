import type { ContactLevel } from '../../shared/body-areas.ts';
import type { ConsentMap, MapAreas, MapSource } from '../../shared/consent-map.ts';
import { changesBetween } from '../../shared/map-changes.ts';
import { isOvertaken, type Marks as MapMarks, mapAfter, out, type Saying, unmarked } from '../../shared/sayings.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { areasSaid, type Marks, momentAfter } from './map-marks.ts';
import { endOfMaps, insertMap, newestMapOf, nextSaid, sayingsOf } from './maps-repository.ts';

export { nextSaid } from './maps-repository.ts';

type Given = {
  readonly clientId: string;
  readonly source: MapSource;
  readonly sourceId: string | null;
  readonly words?: string;
  readonly saying: Saying;
};

/**
 * Keeps one thing the client said, and the map as it is after all they said. What they said later holds, also where it was kept before:
 * so marks kept late open nothing that was closed since.
 */
const keepSaying = async (tx: Tx, practice: Practice, given: Given): Promise<{ readonly map: ConsentMap; readonly holds: boolean }> => {
  const { clientId, saying } = given;
  const [before, end] = [await newestMapOf(tx, clientId), await endOfMaps(tx, clientId)];
  const earlier = await sayingsOf(tx, clientId, saying.said);
  const after = mapAfter([...earlier, saying]);
  const map: ConsentMap = {
    id: practice.newId(),
    clientId,
    madeAt: momentAfter(practice.now(), end),
    madeBy: practice.actor.id,
    source: given.source,
    sourceId: given.sourceId,
    ceiling: after.ceiling,
    areas: after.areas,
    words: given.words ?? '',
    contentVersion: practice.content.bodyAreas.content_version,
  };
  // What a client closed before anything was marked, and what changes nothing, is no map to read; it is kept for what comes later.
  const holds = isNews(given, earlier) || (before !== null && !readsAlike(before, after));
  await insertMap(tx, { map, seq: (end?.seq ?? 0) + 1, holds, saying });
  return { map, holds };
};

/** What was taken back, and what was said of the whole and nobody has said anew since. */
const isNews = ({ source, saying }: Given, earlier: readonly Saying[]): boolean => {
  if (saying.kind === 'narrower') return source === 'withdrawal';
  const { said, areas, ceiling } = saying;
  return (areas !== null && !isOvertaken(earlier, said, 'areas')) || (ceiling !== null && !isOvertaken(earlier, said, 'ceiling'));
};

const readsAlike = (one: MapMarks, other: MapMarks): boolean => {
  const { places, ceiling } = changesBetween(one, other);
  return places.length === 0 && ceiling === null;
};

/** A whole map made together with the client, now. */
export const keepTogether = async (
  tx: Tx,
  practice: Practice,
  given: { readonly clientId: string; readonly areas: MapAreas; readonly ceiling: ContactLevel; readonly words: string },
): Promise<ConsentMap> => {
  const { clientId, areas, ceiling, words } = given;
  const saying: Saying = { said: await nextSaid(tx), kind: 'whole', areas, ceiling };
  return (await keepSaying(tx, practice, { clientId, source: 'together', sourceId: null, words, saying })).map;
};

/** Places, or a level, that the client marked in a form, as of when they said it; null says nothing of the one or the other. */
export const keepMarks = async (
  tx: Tx,
  practice: Practice,
  given: {
    readonly clientId: string;
    readonly marks: Marks | null;
    readonly ceiling: ContactLevel | null;
    readonly said: number;
    readonly source: Extract<MapSource, 'intake' | 'consent'>;
    readonly sourceId: string;
  },
): Promise<ConsentMap> => {
  const { marks, ceiling, said, ...rest } = given;
  return (await keepSaying(tx, practice, { ...rest, saying: { said, kind: 'whole', areas: marks && areasSaid(marks), ceiling } })).map;
};

/**
 * What a client closed or made gentler in a form, or in the intake, holds before anyone has read it through with them; what they opened waits for that. Of
 * places the form did not show it says nothing. Whether the map reads otherwise for it.
 */
export const keepNarrower = async (
  tx: Tx,
  practice: Practice,
  given: {
    readonly clientId: string;
    readonly marks: Marks;
    readonly shown: readonly string[];
    readonly ceiling: ContactLevel | null;
    readonly said: number;
    /** `intake`: the practitioner wrote it down with them; `consent`: it stands on a paper they signed. */
    readonly source?: Extract<MapSource, 'handover' | 'intake' | 'consent'>;
    readonly sourceId: string;
  },
): Promise<boolean> => {
  const { clientId, source = 'handover', sourceId } = given;
  const marked = areasSaid(given.marks);
  const areas = Object.fromEntries(given.shown.map((code) => [code, (Object.hasOwn(marked, code) && marked[code]) || unmarked]));
  const saying: Saying = { said: given.said, kind: 'narrower', areas, ceiling: given.ceiling };
  return (await keepSaying(tx, practice, { clientId, source, sourceId, saying })).holds;
};

/** Takes places back, at once, whoever marked them and wherever. `noContact`: the level of contact is taken back as well. `said`: in a form, before now. */
export const takeBack = async (
  tx: Tx,
  practice: Practice,
  given: {
    readonly clientId: string;
    readonly areas: readonly string[];
    readonly noContact?: boolean;
    readonly words: string;
    readonly sourceId: string | null;
    readonly said?: number;
  },
): Promise<ConsentMap> => {
  const { clientId, words, sourceId } = given;
  const areas = Object.fromEntries(given.areas.map((code) => [code, out]));
  const saying: Saying = { said: given.said ?? (await nextSaid(tx)), kind: 'narrower', areas, ceiling: given.noContact ? 0 : null };
  return (await keepSaying(tx, practice, { clientId, source: 'withdrawal', sourceId, words, saying })).map;
};
