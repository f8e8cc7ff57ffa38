import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Refused } from '../../shared/app-error.ts';
import type { Database } from './dialect.ts';
import * as practice from './migrations/0001-practice.ts';
import * as clients from './migrations/0002-clients.ts';
import * as consents from './migrations/0003-consents.ts';
import * as trail from './migrations/0004-trail-and-drafts.ts';
import * as forms from './migrations/0005-forms-and-handover.ts';
import * as intake from './migrations/0006-intake-and-maps.ts';
import * as health from './migrations/0007-health.ts';
import * as schedule from './migrations/0008-schedule.ts';
import * as sessions from './migrations/0009-sessions.ts';
import * as notes from './migrations/0010-notes.ts';
import * as letters from './migrations/0011-letters.ts';
import * as people from './migrations/0012-people.ts';
import * as clientImports from './migrations/0013-client-imports.ts';
import * as attachments from './migrations/0014-attachments.ts';
import * as mergedClients from './migrations/0015-merged-clients.ts';
import * as paperDescriptions from './migrations/0016-paper-descriptions.ts';
import * as clientPhotos from './migrations/0017-client-photos.ts';

/** History in order; forward only, never edited after a release. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-practice': practice,
  '0002-clients': clients,
  '0003-consents': consents,
  '0004-trail-and-drafts': trail,
  '0005-forms-and-handover': forms,
  '0006-intake-and-maps': intake,
  '0007-health': health,
  '0008-schedule': schedule,
  '0009-sessions': sessions,
  '0010-notes': notes,
  '0011-letters': letters,
  '0012-people': people,
  '0013-client-imports': clientImports,
  '0014-attachments': attachments,
  '0015-merged-clients': mergedClients,
  '0016-paper-descriptions': paperDescriptions,
  '0017-client-photos': clientPhotos,
};

/** The steps a practice has taken, of those there are; all of them where nothing says which. @throws Refused unavailable made-by-newer-version */
export const stepsUpTo = (
  taken: readonly string[],
  known: Readonly<Record<string, Migration>> = migrations,
): Readonly<Record<string, Migration>> => {
  if (taken.some((name) => !(name in known))) throw new Refused({ code: 'unavailable', reason: 'made-by-newer-version' });
  const last = taken.toSorted().at(-1);
  return last === undefined ? known : Object.fromEntries(Object.entries(known).filter(([name]) => name <= last));
};

/** Rebuilding a table breaks references for a moment: they are off while a step runs and proven before it commits. */
const checked = (migration: Migration): Migration => ({
  up: async (db) => {
    // What was saved out of a damaged practice may belong to something that is lost: that is no fault of the step.
    const before = await sql`pragma foreign_key_check`.execute(db);
    await migration.up(db);
    const broken = await sql`pragma foreign_key_check`.execute(db);
    if (broken.rows.length > before.rows.length) throw new Error('a migration left references broken');
  },
});

const done = async (db: Database): Promise<readonly string[]> => {
  const table = await sql`select 1 from sqlite_schema where name = 'kysely_migration'`.execute(db);
  if (table.rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
};

/**
 * Whether steps wait to be taken.
 * @throws Refused unavailable made-by-newer-version when the file knows steps this version does not
 */
export const waitsForMigration = async (db: Database, known: Readonly<Record<string, Migration>> = migrations): Promise<boolean> => {
  const taken = await done(db);
  if (taken.some((name) => !(name in known))) throw new Refused({ code: 'unavailable', reason: 'made-by-newer-version' });
  return taken.length < Object.keys(known).length;
};

/**
 * Brings the file to the newest step, all in one transaction: a step that fails leaves everything as it was.
 * @throws Refused unavailable made-by-newer-version when the file knows steps this version does not
 */
export const migrate = async (db: Database, known: Readonly<Record<string, Migration>> = migrations): Promise<void> => {
  if (!(await waitsForMigration(db, known))) return;
  await sql`pragma foreign_keys = off`.execute(db);
  try {
    const provider = { getMigrations: async () => Object.fromEntries(Object.entries(known).map(([name, step]) => [name, checked(step)])) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
  } finally {
    await sql`pragma foreign_keys = on`.execute(db);
  }
};
