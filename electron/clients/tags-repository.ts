import { foldForSearch } from '../../shared/clients.ts';
import type { TagInUse } from '../../shared/tags.ts';
import { byWords } from '../../shared/text.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** Accents and capitals count for nothing. A tag of marks alone folds to nothing; it still needs its place. */
export const foldedTag = (words: string): string => foldForSearch(words) || words;

/** Each once, in their order, in the words in which some client has it already. */
export const tagsAsInUse = async (db: Reader, typed: readonly string[]): Promise<readonly string[]> => {
  const byFold = new Map(typed.toReversed().map((words) => [foldedTag(words), words]));
  const known = await db
    .selectFrom('client_tags')
    .select(['folded', 'words'])
    .distinct()
    .where('folded', 'in', [...byFold.keys()])
    .execute();
  for (const { folded, words } of known) byFold.set(folded, words);
  return [...byFold].sort(([one], [other]) => byWords(one, other)).map(([, words]) => words);
};

/** What the client has from now on; taken from `tagsAsInUse`. */
export const writeTags = async (tx: Tx, clientId: string, tags: readonly string[]): Promise<void> => {
  await tx.deleteFrom('client_tags').where('client_id', '=', clientId).execute();
  if (tags.length === 0) return;
  await tx
    .insertInto('client_tags')
    .values(tags.map((words) => ({ client_id: clientId, folded: foldedTag(words), words })))
    .execute();
};

export const tagsInUse = (db: Reader): Promise<TagInUse[]> =>
  db
    .selectFrom('client_tags')
    .select(({ fn }) => [fn.min<string>('words').as('words'), fn.countAll<number>().as('clients')])
    .groupBy('folded')
    .orderBy('folded')
    .execute();

/** Gives every client of the one the other; who has both keeps one. False when nobody has it. */
export const renameTag = async (tx: Tx, tag: string, to: string): Promise<boolean> => {
  const [from, folded] = [foldedTag(tag), foldedTag(to)];
  const held = await tx.selectFrom('client_tags').select('client_id').where('folded', '=', from).execute();
  if (held.length === 0) return false;
  if (from !== folded) {
    const both = tx.selectFrom('client_tags').select('client_id').where('folded', '=', folded);
    await tx.deleteFrom('client_tags').where('folded', '=', from).where('client_id', 'in', both).execute();
  }
  await tx.updateTable('client_tags').set({ folded, words: to }).where('folded', 'in', [from, folded]).execute();
  return true;
};

export const removeTag = async (tx: Tx, tag: string): Promise<void> => {
  await tx.deleteFrom('client_tags').where('folded', '=', foldedTag(tag)).execute();
};
