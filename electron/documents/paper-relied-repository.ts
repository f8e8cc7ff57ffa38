import type { Reader } from '../practice/practice.ts';

/**
 * Whether something stands on this paper: a form that was signed on it or names it, a clearance, the answer to a letter. Then it goes nowhere,
 * or what was signed would lie with one client and its paper with another. In JSON an id is itself, and no id is part of another.
 */
export const isReliedOn = async (db: Reader, documentId: string): Promise<boolean> => {
  const named = `%${documentId}%`;
  const found = await Promise.all([
    db
      .selectFrom('consents')
      .select('id')
      .where((where) => where.or([where('document_id', '=', documentId), where('answers', 'like', named)]))
      .limit(1)
      .execute(),
    db.selectFrom('fillings').select('id').where('answers', 'like', named).limit(1).execute(),
    db.selectFrom('clearance_replies').select('clearance_id').where('reply', 'like', named).limit(1).execute(),
    db.selectFrom('letter_events').select('id').where('document_id', '=', documentId).limit(1).execute(),
  ]);
  return found.some((rows) => rows.length > 0);
};
