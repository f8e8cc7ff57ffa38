import { z } from 'zod';
import { changeKinds, type FormVersion, OwnText } from '../../shared/form-texts.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const Kind = z.enum(changeKinds);

/** A version of a form's words the practice made, without the words. */
export type OwnVersion = FormVersion & { readonly formId: string; readonly language: string };

export const ownVersions = async (db: Reader): Promise<readonly OwnVersion[]> => {
  const rows = await db
    .selectFrom('form_versions')
    .innerJoin('keyholders', 'keyholders.id', 'form_versions.made_by')
    .select([
      'form_versions.form_id',
      'form_versions.version',
      'form_versions.language',
      'form_versions.kind',
      'form_versions.note',
      'form_versions.made_at',
      'keyholders.name',
    ])
    .execute();
  return rows.map((row) => ({
    formId: row.form_id,
    version: row.version,
    language: row.language,
    kind: Kind.parse(row.kind),
    note: row.note,
    madeAt: row.made_at,
    madeBy: row.name,
  }));
};

export const ownTextOf = async (db: Reader, formId: string, version: string): Promise<OwnText | null> => {
  const row = await db
    .selectFrom('form_versions')
    .select('text')
    .where('form_id', '=', formId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? OwnText.parse(JSON.parse(row.text)) : null;
};

type NewVersion = {
  readonly formId: string;
  readonly version: string;
  readonly language: string;
  readonly kind: z.infer<typeof Kind>;
  readonly note: string;
  readonly words: OwnText;
  readonly madeAt: string;
  readonly madeBy: string;
};

export const insertFormVersion = async (tx: Tx, made: NewVersion): Promise<void> => {
  await tx
    .insertInto('form_versions')
    .values({
      form_id: made.formId,
      version: made.version,
      language: made.language,
      kind: made.kind,
      note: made.note,
      text: JSON.stringify(made.words),
      made_at: made.madeAt,
      made_by: made.madeBy,
    })
    .execute();
};
