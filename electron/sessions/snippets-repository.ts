import type { Snippet } from '../../shared/note-templates.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { NoteSchema } from '../store/note-schema.ts';

export type KeptSnippet = Snippet & { readonly id: string; readonly version: number; readonly owner: string };

const fromRow = ({ shared, ...row }: NoteSchema['snippets']): KeptSnippet => ({ ...row, shared: shared === 1 });
const toRow = ({ shared, ...snippet }: KeptSnippet): NoteSchema['snippets'] => ({ ...snippet, shared: Number(shared) });

/** Of everybody; what a person may see of them is the service's to say. */
export const allSnippets = async (db: Reader): Promise<readonly KeptSnippet[]> =>
  (await db.selectFrom('snippets').selectAll().orderBy('id').execute()).map(fromRow);

export const insertSnippet = async (tx: Tx, snippet: KeptSnippet): Promise<void> => {
  await tx.insertInto('snippets').values(toRow(snippet)).execute();
};

/** Writes over the row, which was read in the same transaction. */
export const replaceSnippet = async (tx: Tx, snippet: KeptSnippet): Promise<void> => {
  await tx.updateTable('snippets').set(toRow(snippet)).where('id', '=', snippet.id).execute();
};

export const deleteSnippet = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('snippets').where('id', '=', id).execute();
};
