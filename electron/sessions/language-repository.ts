import { z } from 'zod';
import { LanguageSettings } from '../../shared/language.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const Off = z.array(z.string());

/** What this person chose; null where they never did. */
export const languageSettingsOf = async (db: Reader, owner: string): Promise<LanguageSettings | null> => {
  const row = await db.selectFrom('language_settings').select(['mode', 'off']).where('owner', '=', owner).executeTakeFirst();
  return row ? LanguageSettings.parse({ mode: row.mode, off: Off.parse(JSON.parse(row.off)) }) : null;
};

export const keepLanguageSettings = async (tx: Tx, owner: string, { mode, off }: LanguageSettings): Promise<void> => {
  const row = { mode, off: JSON.stringify(off) };
  await tx
    .insertInto('language_settings')
    .values({ owner, ...row })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
};
