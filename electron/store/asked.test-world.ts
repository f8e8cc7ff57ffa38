import { sql } from 'kysely';
import type { Database } from './dialect.ts';

/** A question in SQLite's own words, for tests that ask the file about itself or try what it refuses. */
export const asked = async <Row>(db: Database, words: string): Promise<readonly Row[]> => (await sql.raw<Row>(words).execute(db)).rows;
