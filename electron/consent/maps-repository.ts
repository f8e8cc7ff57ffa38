import { z } from 'zod';
import { ContactLevel } from '../../shared/body-areas.ts';
import { type ConsentMap, MapAreas, mapSources } from '../../shared/consent-map.ts';
import type { Saying } from '../../shared/sayings.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ConsentMapTable } from '../store/schema.ts';

/** A map as it was kept, with what was said. `holds`: it is one to read, and the newest of those is in force. */
export type KeptMap = { readonly map: ConsentMap; readonly seq: number; readonly holds: boolean; readonly saying: Saying };

const Source = z.enum(mapSources);
const Level = ContactLevel.nullable();

const mapFrom = (row: ConsentMapTable): ConsentMap => ({
  id: row.id,
  clientId: row.client_id,
  madeAt: row.made_at,
  madeBy: row.made_by,
  source: Source.parse(row.source),
  sourceId: row.source_id,
  ceiling: ContactLevel.parse(row.ceiling),
  areas: MapAreas.parse(JSON.parse(row.areas)),
  words: row.words,
  contentVersion: row.content_version,
});

type Said = Pick<ConsentMapTable, 'said' | 'said_kind' | 'said_areas' | 'said_ceiling'>;

const sayingFrom = (row: Said): Saying => ({
  said: row.said,
  kind: row.said_kind === 'whole' ? 'whole' : 'narrower',
  areas: row.said_areas === null ? null : MapAreas.parse(JSON.parse(row.said_areas)),
  ceiling: Level.parse(row.said_ceiling),
});

export const insertMap = async (tx: Tx, { map, seq, holds, saying }: KeptMap): Promise<void> => {
  await tx
    .insertInto('consent_maps')
    .values({
      id: map.id,
      client_id: map.clientId,
      seq,
      made_at: map.madeAt,
      made_by: map.madeBy,
      source: map.source,
      source_id: map.sourceId,
      ceiling: map.ceiling,
      areas: JSON.stringify(map.areas),
      words: map.words,
      content_version: map.contentVersion,
      holds: holds ? 1 : 0,
      said: saying.said,
      said_kind: saying.kind,
      said_areas: saying.areas && JSON.stringify(saying.areas),
      said_ceiling: saying.ceiling,
    })
    .execute();
};

/** The one in force; null while nothing was marked. */
export const newestMapOf = async (db: Reader, clientId: string): Promise<ConsentMap | null> => {
  const row = await db
    .selectFrom('consent_maps')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('holds', '=', 1)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? mapFrom(row) : null;
};

/** Every one, newest first. */
export const allMapsOf = async (db: Reader, clientId: string): Promise<readonly ConsentMap[]> => {
  const rows = await db
    .selectFrom('consent_maps')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('holds', '=', 1)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(mapFrom);
};

/**
 * What a client said of touch, from where it still matters: before the whole that was said last, of places and of the level, nothing does,
 * unless it is asked for what was said at `from`.
 */
export const sayingsOf = async (db: Reader, clientId: string, from = Number.MAX_SAFE_INTEGER): Promise<readonly Saying[]> => {
  const wholes = await db
    .selectFrom('consent_maps')
    .select(({ fn }) => [fn.max('said').as('said')])
    .where('client_id', '=', clientId)
    .where('said_kind', '=', 'whole')
    .where('said_areas', 'is not', null)
    .executeTakeFirst();
  const levels = await db
    .selectFrom('consent_maps')
    .select(({ fn }) => [fn.max('said').as('said')])
    .where('client_id', '=', clientId)
    .where('said_kind', '=', 'whole')
    .where('said_ceiling', 'is not', null)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('consent_maps')
    .select(['said', 'said_kind', 'said_areas', 'said_ceiling'])
    .where('client_id', '=', clientId)
    .where('said', '>=', Math.min(from, wholes?.said ?? 0, levels?.said ?? 0))
    .orderBy('said')
    .execute();
  return rows.map(sayingFrom);
};

/** The end of what is kept of a client: what is kept next follows it. */
export const endOfMaps = async (db: Reader, clientId: string): Promise<{ readonly seq: number; readonly madeAt: string } | null> => {
  const row = await db
    .selectFrom('consent_maps')
    .select(['seq', 'made_at'])
    .where('client_id', '=', clientId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { seq: row.seq, madeAt: row.made_at } : null;
};

/** When the map in force was made; null while there is none. */
export const newestMapAt = async (db: Reader, clientId: string): Promise<string | null> => {
  const row = await db
    .selectFrom('consent_maps')
    .select('made_at')
    .where('client_id', '=', clientId)
    .where('holds', '=', 1)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.made_at ?? null;
};

/** Whether anything was said of touch from that moment on: clocks tell of days, and only a whole day is asked here. */
export const isSaidSince = async (db: Reader, clientId: string, since: string): Promise<boolean> => {
  const row = await db
    .selectFrom('consent_maps')
    .select('id')
    .where('client_id', '=', clientId)
    .where('made_at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
};

/** Whether what was said then is kept already. */
export const isSaid = async (db: Reader, clientId: string, said: number): Promise<boolean> => {
  const row = await db
    .selectFrom('consent_maps')
    .select('id')
    .where('client_id', '=', clientId)
    .where('said', '=', said)
    .executeTakeFirst();
  return row !== undefined;
};

/** The next number in the order in which things are said. No clock of a computer tells it: those can be set back. */
export const nextSaid = async (tx: Tx): Promise<number> => {
  const row = await tx
    .updateTable('said_clock')
    .set((clock) => ({ at: clock('at', '+', 1) }))
    .returning('at')
    .executeTakeFirstOrThrow();
  return row.at;
};
