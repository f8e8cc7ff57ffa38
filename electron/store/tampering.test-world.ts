import { sql } from 'kysely';
import type { Database } from './dialect.ts';

/** What someone with the file in hand can do before they change a recorded entry. */
export const dropTrigger = async (db: Database, name: 'audit_is_not_changed' | 'audit_is_not_deleted'): Promise<void> => {
  await sql`drop trigger ${sql.ref(name)}`.execute(db);
};

/** A setting of the connection broken on purpose. */
export const breakSetting = async (db: Database, setting: string): Promise<void> => {
  await sql.raw(`pragma ${setting}`).execute(db);
};
