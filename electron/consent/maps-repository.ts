import { z } from 'zod';
import { ContactLevel } from '../../shared/body-areas.ts';
import { type ConsentMap, MapAreas, mapSources } from '../../shared/consent-map.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ConsentMapTable } from '../store/schema.ts';

/** A map with the places it closed or narrowed because the client said so, whatever they were before. */
export type KeptMap = ConsentMap & { readonly takenBack: readonly string[] };

const Source = z.enum(mapSources);
const Codes = z.array(z.string());

const mapFrom = (row: ConsentMapTable): KeptMap => ({
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
  takenBack: Codes.parse(JSON.parse(row.taken_back)),
});

export const insertMap = async (tx: Tx, map: KeptMap): Promise<void> => {
  await tx
    .insertInto('consent_maps')
    .values({
      id: map.id,
      client_id: map.clientId,
      made_at: map.madeAt,
      made_by: map.madeBy,
      source: map.source,
      source_id: map.sourceId,
      ceiling: map.ceiling,
      areas: JSON.stringify(map.areas),
      words: map.words,
      content_version: map.contentVersion,
      taken_back: JSON.stringify(map.takenBack),
    })
    .execute();
};

const mapsOf = (db: Reader, clientId: string) =>
  db.selectFrom('consent_maps').selectAll().where('client_id', '=', clientId).orderBy('made_at', 'desc').orderBy('id', 'desc');

/** The one in force. */
export const newestMapOf = async (db: Reader, clientId: string): Promise<KeptMap | null> => {
  const row = await mapsOf(db, clientId).limit(1).executeTakeFirst();
  return row ? mapFrom(row) : null;
};

/** Every one, newest first. */
export const allMapsOf = async (db: Reader, clientId: string): Promise<readonly KeptMap[]> =>
  (await mapsOf(db, clientId).execute()).map(mapFrom);
