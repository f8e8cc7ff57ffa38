import type { Reader } from '../practice/practice.ts';

/**
 * Whether something of its client stands on this paper: a form that was signed on it or names it, a clearance, the answer to a letter. Then it
 * goes nowhere, or what was signed would lie with one client and its paper with another. In JSON an id is itself, and no id is part of another.
 */
export const isReliedOn = async (
  db: Reader,
  { id, clientId }: { readonly id: string; readonly clientId: string | null },
): Promise<boolean> => {
  if (clientId === null) return false;
  const named = `%${id}%`;
  const consents = db
    .selectFrom('consents')
    .select('id')
    .where('client_id', '=', clientId)
    .where((where) => where.or([where('document_id', '=', id), where('answers', 'like', named)]));
  const fillings = db.selectFrom('fillings').select('id').where('client_id', '=', clientId).where('answers', 'like', named);
  const clearances = db
    .selectFrom('clearances')
    .innerJoin('clearance_replies', 'clearance_replies.clearance_id', 'clearances.id')
    .select('clearances.id')
    .where('clearances.client_id', '=', clientId)
    .where('reply', 'like', named);
  const answers = db
    .selectFrom('letters')
    .innerJoin('letter_events', 'letter_events.letter_id', 'letters.id')
    .select('letters.id')
    .where('letters.client_id', '=', clientId)
    .where('letter_events.document_id', '=', id);
  return (await consents.unionAll(fillings).unionAll(clearances).unionAll(answers).limit(1).execute()).length > 0;
};
