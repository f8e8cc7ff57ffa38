import type { Instant } from '../../shared/time.ts';
import type { Tx } from '../practice/practice.ts';

/** With its note: what is thought later is written under it. */
export const lockReflections = async (tx: Tx, noteId: string, at: Instant): Promise<void> => {
  await tx.updateTable('reflections').set({ locked_at: at }).where('note_id', '=', noteId).where('locked_at', 'is', null).execute();
};
