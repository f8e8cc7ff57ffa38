import { z } from 'zod';
import type { ContactLevel } from '../../shared/body-areas.ts';
import { Blanks } from '../../shared/consent.ts';
import { signers } from '../../shared/consent-form.ts';
import { Answers } from '../../shared/form-answers.ts';
import type { Filling } from '../../shared/handover.ts';
import { Signature } from '../../shared/signatures.ts';
import { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { FillingTable } from '../store/schema.ts';
import { levelOf, type Marks, placesOf } from './map-marks.ts';

const Ids = z.array(z.string());
const Signatures = z.array(Signature);
const Moments = z.partialRecord(z.enum(signers), Instant);

/** A form being filled, as it is kept. */
export type KeptFilling = Pick<
  Filling,
  'id' | 'answers' | 'talk' | 'seen' | 'reviewed' | 'signatures' | 'substitutesAgreed' | 'page' | 'revision' | 'savedAt' | 'blanks'
> & {
  readonly handoverId: string;
  readonly clientId: string;
  readonly position: number;
  readonly formId: string;
  /** The one place it is about; null for every form but `area-consent`. */
  readonly area: string | null;
  /** When the client last said something of touch in it, in the order of sayings; null while they have not. */
  readonly said: number | null;
  readonly formVersion: string;
  readonly shownSha256: string;
  /** When each signature was made. */
  readonly signedAt: z.infer<typeof Moments>;
};

const rowOf = (filling: KeptFilling): FillingTable => ({
  id: filling.id,
  handover_id: filling.handoverId,
  client_id: filling.clientId,
  position: filling.position,
  form_id: filling.formId,
  form_version: filling.formVersion,
  shown_sha256: filling.shownSha256,
  blanks: JSON.stringify(filling.blanks),
  answers: JSON.stringify(filling.answers),
  talk: JSON.stringify(filling.talk),
  seen: JSON.stringify(filling.seen),
  reviewed: JSON.stringify(filling.reviewed),
  signatures: JSON.stringify(filling.signatures),
  signed_at: JSON.stringify(filling.signedAt),
  substitutes_agreed: filling.substitutesAgreed ? 1 : 0,
  page: filling.page,
  revision: filling.revision,
  saved_at: filling.savedAt,
  area: filling.area,
  said: filling.said,
});

const fillingFrom = (row: FillingTable): KeptFilling => ({
  id: row.id,
  handoverId: row.handover_id,
  clientId: row.client_id,
  position: row.position,
  formId: row.form_id,
  formVersion: row.form_version,
  shownSha256: row.shown_sha256,
  blanks: Blanks.parse(JSON.parse(row.blanks)),
  answers: Answers.parse(JSON.parse(row.answers)),
  talk: Ids.parse(JSON.parse(row.talk)),
  seen: Ids.parse(JSON.parse(row.seen)),
  reviewed: Ids.parse(JSON.parse(row.reviewed)),
  signatures: Signatures.parse(JSON.parse(row.signatures)),
  signedAt: Moments.parse(JSON.parse(row.signed_at)),
  substitutesAgreed: row.substitutes_agreed === 1,
  page: row.page,
  revision: row.revision,
  savedAt: row.saved_at,
  area: row.area,
  said: row.said,
});

/** Takes the place of the one with the same id. */
export const keepFilling = async (tx: Tx, filling: KeptFilling): Promise<void> => {
  const row = rowOf(filling);
  await tx
    .insertInto('fillings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
};

export const fillingOf = async (db: Reader, id: string): Promise<KeptFilling | null> => {
  const row = await db.selectFrom('fillings').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fillingFrom(row) : null;
};

/** In the order they were handed over. */
export const fillingsOfHandover = async (db: Reader, handoverId: string): Promise<readonly KeptFilling[]> => {
  const rows = await db.selectFrom('fillings').selectAll().where('handover_id', '=', handoverId).orderBy('position').execute();
  return rows.map(fillingFrom);
};

export const fillingsOfClient = async (db: Reader, clientId: string): Promise<readonly KeptFilling[]> => {
  const rows = await db
    .selectFrom('fillings')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('position')
    .orderBy('saved_at')
    .orderBy('id')
    .execute();
  return rows.map(fillingFrom);
};

/** It was signed, and stands as a consent, or is not wanted any more. Erased pages are overwritten (secure_delete). */
export const eraseFilling = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('fillings').where('id', '=', id).execute();
};

/** Places, and how firm, as they are marked in forms that wait, without the rest of what they hold. */
export const marksOfFillings = async (
  db: Reader,
  clientId: string,
): Promise<readonly { readonly marks: Marks | null; readonly level: ContactLevel | null; readonly said: number }[]> => {
  const rows = await db
    .selectFrom('fillings')
    .select(['answers', 'said'])
    .where('client_id', '=', clientId)
    .where('said', 'is not', null)
    .execute();
  return rows.flatMap(({ answers: text, said }) => {
    const answers = Answers.parse(JSON.parse(text));
    return said === null ? [] : [{ marks: placesOf(answers), level: levelOf(answers), said }];
  });
};
