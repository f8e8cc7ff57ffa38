import type { ReadinessFacts } from '../../shared/readiness-rule.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { type MergeKept, mergedIdsOf, mergesInto, mergesNotGoneThrough } from './merge-standing-repository.ts';

/** Two records that each spoke of touch became one: until both are gone through together, neither of them counts alone. */
export const mergedSince = async ({ db }: Practice, clientId: string, zone: Zone): Promise<ReadinessFacts['merged']> =>
  (await mergesNotGoneThrough(db, clientId)).map((at) => ({ since: dayIn(at, zone) }));

/** A record's own id and those of all that were merged into it: what was told of one of them is told of it. */
export const idsOfRecord = (db: Reader, clientId: string): Promise<readonly string[]> => mergedIdsOf(db, clientId);

/** Every record that became part of this one. */
export const mergesOf = (db: Reader, clientId: string): Promise<readonly MergeKept[]> => mergesInto(db, clientId);
