import type { NoteSettings } from '../../shared/reflections.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** What nobody but its writer reads: every reader here names whose it is. */

export type KeptReflection = {
  readonly id: string;
  readonly noteId: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly revision: number;
  readonly text: string;
  readonly lockedAt: Instant | null;
};

/** One person's about one note, oldest first. */
export const reflectionsOf = async (
  db: Reader,
  { noteId, authorId }: Pick<KeptReflection, 'noteId' | 'authorId'>,
): Promise<readonly KeptReflection[]> => {
  const rows = await db
    .selectFrom('reflections')
    .selectAll()
    .where('note_id', '=', noteId)
    .where('author_id', '=', authorId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    noteId: row.note_id,
    authorId: row.author_id,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    revision: row.revision,
    text: row.text,
    lockedAt: row.locked_at,
  }));
};

export const insertReflection = async (tx: Tx, one: Omit<KeptReflection, 'revision' | 'lockedAt'>): Promise<void> => {
  await tx
    .insertInto('reflections')
    .values({
      id: one.id,
      note_id: one.noteId,
      author_id: one.authorId,
      created_at: one.createdAt,
      saved_at: one.savedAt,
      revision: 1,
      text: one.text,
      locked_at: null,
    })
    .execute();
};

export const saveReflectionRow = async (
  tx: Tx,
  { id, text, revision, savedAt }: Pick<KeptReflection, 'id' | 'text' | 'revision' | 'savedAt'>,
): Promise<void> => {
  await tx.updateTable('reflections').set({ text, revision, saved_at: savedAt }).where('id', '=', id).execute();
};

/** With its note: what is thought later is written under it. */
export const lockReflections = async (tx: Tx, noteId: string, at: Instant): Promise<void> => {
  await tx.updateTable('reflections').set({ locked_at: at }).where('note_id', '=', noteId).where('locked_at', 'is', null).execute();
};

export type KeptNoteSettings = NoteSettings & { readonly version: number };

export const noteSettingsOf = async (db: Reader): Promise<KeptNoteSettings> => {
  const { version, reflections, checked } = await db.selectFrom('note_settings').selectAll().executeTakeFirstOrThrow();
  return { version, reflections: reflections === 1, checked };
};

export const saveNoteSettings = async (tx: Tx, { version, reflections, checked }: KeptNoteSettings): Promise<void> => {
  await tx
    .updateTable('note_settings')
    .set({ version, reflections: Number(reflections), checked })
    .execute();
};
