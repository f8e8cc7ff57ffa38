import type { Draft } from '../../shared/drafts.ts';
import type { DraftTable } from '../store/schema.ts';
import type { Reader, Tx } from './practice.ts';

const draftFrom = (row: DraftTable): Draft => ({ key: row.key, title: row.title, place: row.place, text: row.text, savedAt: row.saved_at });

/** Newest first. */
export const draftsOf = async (db: Reader, owner: string, key: string | null): Promise<Draft[]> => {
  const all = db.selectFrom('drafts').selectAll().where('owner', '=', owner).orderBy('saved_at', 'desc').orderBy('key');
  const rows = await (key === null ? all : all.where('key', '=', key)).execute();
  return rows.map(draftFrom);
};

export const hasDraft = async (db: Reader, owner: string): Promise<boolean> =>
  (await db.selectFrom('drafts').select('key').where('owner', '=', owner).limit(1).executeTakeFirst()) !== undefined;

export const replaceDraft = async (tx: Tx, owner: string, draft: Draft): Promise<void> => {
  const values = { title: draft.title, place: draft.place, text: draft.text, saved_at: draft.savedAt };
  await tx
    .insertInto('drafts')
    .values({ owner, key: draft.key, ...values })
    .onConflict((conflict) => conflict.columns(['owner', 'key']).doUpdateSet(values))
    .execute();
};

/** Keeps the one just written, whatever the clock says, and the newest of the others up to this many. */
export const dropOldestDrafts = async (tx: Tx, owner: string, key: string, keep: number): Promise<void> => {
  const others = tx.selectFrom('drafts').select('key').where('owner', '=', owner).where('key', '<>', key);
  const kept = others
    .orderBy('saved_at', 'desc')
    .orderBy('key')
    .limit(keep - 1);
  await tx.deleteFrom('drafts').where('owner', '=', owner).where('key', '<>', key).where('key', 'not in', kept).execute();
};

export const deleteDraft = async (tx: Tx, owner: string, key: string): Promise<void> => {
  await tx.deleteFrom('drafts').where('owner', '=', owner).where('key', '=', key).execute();
};
