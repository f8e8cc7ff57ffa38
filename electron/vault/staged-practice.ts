import { sessionAtDoor } from '../sessions/session-at-door.ts';
import { refuseUnsound } from '../store/open.ts';
import type { Door } from './door.ts';
import { keysFrom } from './envelope.ts';
import type { Header } from './header.ts';
import { keyholderOfWrap, ownerOf } from './keyholders-repository.ts';
import { type Opening, openPractice } from './opening.ts';
import type { WayIn } from './ways-in.ts';

type Staging = Pick<Opening, 'folder' | 'clock' | 'practice' | 'incident'>;

/** What the locked screen will show of it. */
export type Staged = Pick<Door, 'practiceName' | 'draftsKept' | 'session'>;

/**
 * Opens a copy that is to become the practice, as any practice is opened: brought to the newest step (the copy it came from stays as it was),
 * its trail held against its anchor, and who restored it recorded in it. Closed again, with every page proven readable.
 * @throws Refused unavailable made-by-newer-version, database-damaged
 */
export const recordRestored = async (staging: Staging, { dataKey, wrap }: WayIn, header: Header): Promise<Staged> => {
  const keys = keysFrom(dataKey, header.practiceId);
  try {
    const { profile, layer, anchor, draftsKept } = await openPractice({
      ...staging,
      keys,
      generation: () => header.generation,
      action: 'backup-restored',
      beforeMigration: async () => undefined,
      enter: (db) => (wrap.kind === 'recovery' ? ownerOf(db) : keyholderOfWrap(db, wrap.id)),
    });
    try {
      const session = await sessionAtDoor(layer.database);
      await layer.alone(async (connection) => refuseUnsound(connection));
      await layer.closeWhole();
      return { practiceName: profile.practiceName, draftsKept, session };
    } finally {
      await layer.database.destroy().finally(anchor.close);
    }
  } finally {
    for (const key of Object.values(keys)) key.fill(0);
    dataKey.fill(0);
  }
};
