import { z } from 'zod';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

export type KeptCrisis = {
  readonly id: string;
  readonly clientId: string;
  readonly openedAt: Instant;
  readonly findingIds: readonly string[];
};

const Ids = z.array(z.string());

const unread = (db: Reader) => db.selectFrom('crises').selectAll().where('read_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof unread>['executeTakeFirstOrThrow']>>;

const crisisFrom = (row: Row): KeptCrisis => ({
  id: row.id,
  clientId: row.client_id,
  openedAt: row.opened_at,
  findingIds: Ids.parse(JSON.parse(row.findings)),
});

/** Cards nobody has read, oldest first. */
export const unreadCrises = async (db: Reader): Promise<readonly KeptCrisis[]> =>
  (await unread(db).orderBy('opened_at').orderBy('id').execute()).map(crisisFrom);

/** What became of it. `by`: the keyholder who read it. */
export type CrisisKept = KeptCrisis & { readonly read: { readonly at: Instant; readonly by: string; readonly words: string } | null };

/** Every card of a client, oldest first. */
export const crisesOf = async (db: Reader, clientId: string): Promise<readonly CrisisKept[]> => {
  const rows = await db.selectFrom('crises').selectAll().where('client_id', '=', clientId).orderBy('opened_at').orderBy('id').execute();
  return rows.map((row) => ({
    ...crisisFrom(row),
    read: row.read_at === null ? null : { at: row.read_at, by: row.read_by ?? '', words: row.words },
  }));
};

export const crisisById = async (db: Reader, id: string): Promise<(KeptCrisis & { readonly isRead: boolean }) | null> => {
  const row = await db.selectFrom('crises').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { ...crisisFrom(row), isRead: row.read_at !== null } : null;
};

/** One unread card a client: what comes while it waits joins it. Gives back its id. */
export const openCrisis = async (tx: Tx, crisis: KeptCrisis): Promise<string> => {
  const row = await unread(tx).where('client_id', '=', crisis.clientId).executeTakeFirst();
  if (!row) {
    await tx
      .insertInto('crises')
      .values({
        id: crisis.id,
        client_id: crisis.clientId,
        opened_at: crisis.openedAt,
        findings: JSON.stringify([...new Set(crisis.findingIds)]),
        read_at: null,
        read_by: null,
        words: '',
      })
      .execute();
    return crisis.id;
  }
  const findings = JSON.stringify([...new Set([...crisisFrom(row).findingIds, ...crisis.findingIds])]);
  await tx.updateTable('crises').set({ findings }).where('id', '=', row.id).execute();
  return row.id;
};

/** Read, and what was done. False where somebody had read it already. */
export const readCrisis = async (
  tx: Tx,
  id: string,
  reading: { readonly at: Instant; readonly by: string; readonly words: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('crises')
    .set({ read_at: reading.at, read_by: reading.by, words: reading.words })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
