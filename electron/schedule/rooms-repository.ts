import type { Room } from '../../shared/people-and-rooms.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { RoomTable } from '../store/schedule-schema.ts';

const fromRow = ({ id, version, name, note, active }: RoomTable): Room => ({ id, version, name, note, active: active === 1 });

const toRow = ({ active, ...rest }: Room): Omit<RoomTable, 'created_at'> => ({ ...rest, active: active ? 1 : 0 });

export const allRooms = async (db: Reader): Promise<readonly Room[]> =>
  (await db.selectFrom('rooms').selectAll().orderBy('created_at').orderBy('id').execute()).map(fromRow);

export const roomOf = async (db: Reader, id: string): Promise<Room | null> => {
  const row = await db.selectFrom('rooms').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};

export const insertRoom = async (tx: Tx, room: Room, at: Instant): Promise<void> => {
  await tx
    .insertInto('rooms')
    .values({ ...toRow(room), created_at: at })
    .execute();
};

/** Writes over the row, which was read in the same transaction. */
export const replaceRoom = async (tx: Tx, room: Room): Promise<void> => {
  await tx.updateTable('rooms').set(toRow(room)).where('id', '=', room.id).execute();
};
