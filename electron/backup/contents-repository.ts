import type { BackupContents } from '../../shared/backup.ts';
import type { Database } from '../store/dialect.ts';

type Counted = 'clients' | 'appointments' | 'sessions' | 'notes' | 'documents' | 'letters';

const countOf = async (db: Database, table: Counted): Promise<number> => {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

/** How much there is of what a person would look for first. */
export const contentsIn = async (db: Database): Promise<BackupContents> => {
  const newest = await db.selectFrom('audit').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return {
    clients: await countOf(db, 'clients'),
    appointments: await countOf(db, 'appointments'),
    sessions: await countOf(db, 'sessions'),
    notes: await countOf(db, 'notes'),
    documents: await countOf(db, 'documents'),
    letters: await countOf(db, 'letters'),
    lastEntryAt: newest?.at ?? null,
  };
};
