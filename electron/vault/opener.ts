import type { Profile } from '../../shared/profile.ts';
import type { Backups } from '../backup/backups.ts';
import { practiceFor } from '../practice/practice.ts';
import { resumeSitting } from '../sessions/sessions-service.ts';
import { keysFrom } from './envelope.ts';
import type { Header } from './header.ts';
import { endsBehindKey } from './last-words.ts';
import type { Locking } from './locking-service.ts';
import type { Mending } from './mending.ts';
import { type Opened, type Opening, openPractice } from './opening.ts';
import type { createSealedKeys } from './sealed-keys.ts';
import type { createShownDoor } from './shown-door.ts';
import { resumeHandOver } from './vault-side.ts';
import type { VaultWorld } from './vault-world.ts';

type OpenerWorld = Pick<VaultWorld, 'folder' | 'clock' | 'log' | 'opened'> & {
  readonly header: () => Header | null;
  readonly headerMended: () => boolean;
  readonly practice: Opening['practice'];
  readonly backups: Pick<Backups, 'beforeMigration'>;
  readonly mending: Mending;
  readonly sealed: ReturnType<typeof createSealedKeys>;
  readonly locking: Locking;
  readonly door: ReturnType<typeof createShownDoor>;
  /** It is being opened: what is held now. Null: it came to nothing. */
  readonly hold: (opened: Opened | null) => void;
  /** It is open. */
  readonly stands: (opened: Opened) => void;
  readonly letGo: Parameters<typeof endsBehindKey>[2];
};

/** Opens with the data key, which is gone afterwards; whatever fails on the way leaves nothing open. */
export const createOpener = (world: OpenerWorld) => {
  const { folder, clock, log, locking, mending, sealed, door } = world;
  return async (dataKey: Buffer, key: Header, action: Opening['action'], enter: Opening['enter']): Promise<Profile> => {
    const keys = keysFrom(dataKey, key.practiceId);
    let opened: Opened | null = null;
    try {
      opened = await openPractice({
        ...{ folder, clock, keys, action, enter, practice: world.practice, ledger: mending.ledger, incident: log.incident },
        generation: () => world.header()?.generation ?? key.generation,
        headerMended: world.headerMended(),
        beforeMigration: world.backups.beforeMigration,
      });
      world.hold(opened);
      sealed.keep(keys);
      mending.begin(opened);
      await locking.begin(opened.practice);
      const { draftsKept, profile, practice } = opened;
      // What waits now still waits after a crash.
      await door.opened(practice.database, { practiceName: profile.practiceName, draftsKept });
      await resumeSitting(practiceFor(practice, null));
      await resumeHandOver(practice);
      world.stands(opened);
      world.opened();
      return profile;
    } catch (failure) {
      locking.end();
      mending.end();
      world.hold(null);
      sealed.forget();
      await opened?.layer.database.destroy().finally(opened.anchor.close).catch(log.incident);
      keys.audit.fill(0);
      throw endsBehindKey(log, 'not-opened', world.letGo, failure);
    } finally {
      for (const one of [keys.database, keys.anchor, dataKey]) one.fill(0);
    }
  };
};
