import { FormFact } from '../../shared/profile.ts';
import { shows } from '../../shared/text.ts';
import type { Reader, Tx } from '../practice/practice.ts';

export const factsOf = async (db: Reader): Promise<{ readonly version: number; readonly facts: readonly FormFact[] }> => {
  const { version } = await db.selectFrom('form_facts_version').select('version').executeTakeFirstOrThrow();
  const rows = await db.selectFrom('form_facts').selectAll().orderBy('placeholder').execute();
  return {
    version,
    facts: rows.map((row) => FormFact.parse({ placeholder: row.placeholder, words: row.words, checkedOn: row.checked_on })),
  };
};

/** Those that are named; without words a fact is not kept. False when they were changed since `version`. */
export const keepFacts = async (tx: Tx, version: number, facts: readonly FormFact[]): Promise<boolean> => {
  const result = await tx
    .updateTable('form_facts_version')
    .set({ version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  for (const { placeholder, words, checkedOn } of facts) {
    await tx.deleteFrom('form_facts').where('placeholder', '=', placeholder).execute();
    if (shows(words)) await tx.insertInto('form_facts').values({ placeholder, words, checked_on: checkedOn }).execute();
  }
  return true;
};
