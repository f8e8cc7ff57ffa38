import type { Instant } from '../../shared/time.ts';
import { sessionAtDoor } from '../sessions/session-at-door.ts';
import type { Database } from '../store/dialect.ts';
import { type Door, doorAt, showDoor } from './door.ts';

type ShownWorld = { readonly folder: string; readonly now: () => Instant; readonly incident: (failure: unknown) => void };

/** What the locked screen would show, kept up while the practice is open: a crash writes no door. */
export const createShownDoor = ({ folder, now, incident }: ShownWorld) => {
  const show = (door: Partial<Door>): void => showDoor(folder, { ...doorAt(folder, now()), ...door }, incident);
  return {
    opened: async (db: Database, about: Pick<Door, 'practiceName' | 'draftsKept'>): Promise<void> =>
      show({ ...about, lockedSince: null, wrongTries: 0, lastWrongTry: null, handedOver: false, session: await sessionAtDoor(db) }),
    handedOver: (handedOver: boolean): void => show({ handedOver }),
    /** STOP must be there after a crash in mid-session, too. What it is told late keeps nobody from beginning or closing. */
    session: (db: Database): Promise<void> => sessionAtDoor(db).then((session) => show({ session }), incident),
  };
};
