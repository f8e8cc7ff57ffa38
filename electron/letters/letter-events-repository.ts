import { z } from 'zod';
import { previewWays } from '../../shared/letters.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** What came of letters: that clients saw them, that they left, and what came back. */

const PreviewWay = z.enum(previewWays);

export type KeptPreview = {
  readonly id: string;
  readonly letterId: string;
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly way: z.infer<typeof PreviewWay>;
  readonly words: string;
};

/** The newest of each of these letters. */
export const previewsOf = async (db: Reader, letterIds: readonly string[]): Promise<ReadonlyMap<string, KeptPreview>> => {
  if (letterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('letter_previews')
    .innerJoin('keyholders', 'keyholders.id', 'letter_previews.by')
    .selectAll('letter_previews')
    .select('keyholders.name as by_name')
    .where('letter_id', 'in', [...letterIds])
    .orderBy('at')
    .orderBy('letter_previews.id')
    .execute();
  return new Map(
    rows.map(({ letter_id: letterId, by_name: byName, way, ...row }) => [
      letterId,
      { ...row, letterId, byName, way: PreviewWay.parse(way) },
    ]),
  );
};

export const insertPreview = async (tx: Tx, { letterId, byName: _, ...preview }: KeptPreview): Promise<void> => {
  await tx
    .insertInto('letter_previews')
    .values({ ...preview, letter_id: letterId })
    .execute();
};

const EventKind = z.enum(['handed_over', 'answered']);

export type KeptLetterEvent = {
  readonly id: string;
  readonly letterId: string;
  readonly kind: z.infer<typeof EventKind>;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly on: CalendarDay;
  readonly way: string;
  readonly words: string;
  readonly documentId: string | null;
};

/** In the order they were written down. */
export const letterEventsOf = async (db: Reader, letterIds: readonly string[]): Promise<readonly KeptLetterEvent[]> => {
  if (letterIds.length === 0) return [];
  const rows = await db
    .selectFrom('letter_events')
    .innerJoin('keyholders', 'keyholders.id', 'letter_events.by')
    .selectAll('letter_events')
    .select('keyholders.name as by_name')
    .where('letter_id', 'in', [...letterIds])
    .orderBy('at')
    .orderBy('letter_events.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    letterId: row.letter_id,
    kind: EventKind.parse(row.kind),
    at: row.at,
    by: row.by,
    byName: row.by_name,
    on: row.happened_on,
    way: row.way,
    words: row.words,
    documentId: row.document_id,
  }));
};

export const insertLetterEvent = async (tx: Tx, event: Omit<KeptLetterEvent, 'byName'>): Promise<void> => {
  await tx
    .insertInto('letter_events')
    .values({
      id: event.id,
      letter_id: event.letterId,
      kind: event.kind,
      at: event.at,
      by: event.by,
      happened_on: event.on,
      way: event.way,
      words: event.words,
      document_id: event.documentId,
    })
    .execute();
};

/** Finalised ones that take the place of these, by the letter they correct. */
export const replacementsOf = async (db: Reader, letterIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (letterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'corrects'])
    .where('corrects', 'in', [...letterIds])
    .where('finalised_at', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, corrects }) => (corrects === null ? [] : [[corrects, id]])));
};

/** Names of the authors and of the clients, by id. */
export const authorNames = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .selectFrom('keyholders')
            .select(['id', 'name'])
            .where('id', 'in', [...new Set(ids)])
            .execute()
        ).map(({ id, name }) => [id, name]),
      );

export const clientNames = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .selectFrom('clients')
            .select(['id', 'chosen_name'])
            .where('id', 'in', [...new Set(ids)])
            .execute()
        ).map(({ id, chosen_name: name }) => [id, name]),
      );
