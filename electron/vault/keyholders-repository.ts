import type { Keyholder, Reader, Tx } from '../practice/practice.ts';

const roleOf = (text: string): Keyholder['role'] =>
  text === 'owner' || text === 'practitioner' || text === 'front-desk' ? text : 'bookkeeper';

export const keyholderOfWrap = async (db: Reader, wrapId: string): Promise<Keyholder | null> => {
  const row = await db.selectFrom('keyholders').select(['id', 'name', 'role']).where('wrap_id', '=', wrapId).executeTakeFirst();
  return row ? { id: row.id, name: row.name, role: roleOf(row.role) } : null;
};

/** Who made the practice, with the wrap their passphrase has. */
export const ownerOf = async (db: Reader): Promise<(Keyholder & { readonly wrapId: string }) | null> => {
  const row = await db
    .selectFrom('keyholders')
    .select(['id', 'name', 'role', 'wrap_id'])
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return row ? { id: row.id, name: row.name, role: 'owner', wrapId: row.wrap_id } : null;
};

export const wrapOf = async (db: Reader, keyholderId: string): Promise<string | null> =>
  (await db.selectFrom('keyholders').select('wrap_id').where('id', '=', keyholderId).executeTakeFirst())?.wrap_id ?? null;

export const wrapIds = async (db: Reader): Promise<readonly string[]> =>
  (await db.selectFrom('keyholders').select('wrap_id').execute()).map((row) => row.wrap_id);

export const insertKeyholder = async (
  tx: Tx,
  keyholder: Keyholder & { readonly wrapId: string; readonly createdAt: string },
): Promise<void> => {
  await tx
    .insertInto('keyholders')
    .values({ id: keyholder.id, wrap_id: keyholder.wrapId, name: keyholder.name, role: keyholder.role, created_at: keyholder.createdAt })
    .execute();
};
