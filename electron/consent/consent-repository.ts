import { sql } from 'kysely';
import { z } from 'zod';
import { type Consent, Withdrawal } from '../../shared/consent.ts';
import type { Signer } from '../../shared/consent-form.ts';
import { dayKept, type SignedForm } from '../../shared/consent-state.ts';
import { Answers } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { paperConsentsOf } from './paper-consents-repository.ts';

/** Signed by hand on a paper of which the scan is filed. */
type PaperSignature = Pick<Signature, 'signer' | 'name'> & { readonly method: 'paper' };

export type NewConsent = Omit<Consent, 'withdrawals' | 'paper'> &
  Pick<SignedForm, 'endsBy' | 'underAge' | 'place'> & {
    readonly contentVersion: string;
    readonly signedBy: string;
    readonly shownSha256: string;
    readonly shown: string;
    readonly signatures: readonly ((Signature | PaperSignature) & { readonly signedAt: Instant })[];
  };

/** A consent with what its state is judged by. */
export type KeptConsent = Consent & Pick<SignedForm, 'endsBy' | 'underAge' | 'place'>;

/** All that its state is judged by. */
export type StandingConsent = Omit<KeptConsent, 'clientId' | 'title' | 'documentId' | 'answers' | 'paper'> &
  Partial<Pick<KeptConsent, 'answers'>>;

export const insertConsent = async (tx: Tx, consent: NewConsent): Promise<void> => {
  await tx
    .insertInto('consents')
    .values({
      id: consent.id,
      client_id: consent.clientId,
      document_id: consent.documentId,
      form_id: consent.formId,
      area: consent.area,
      form_version: consent.formVersion,
      content_version: consent.contentVersion,
      title: consent.title,
      signed_at: consent.signedAt,
      signed_by: consent.signedBy,
      shown_sha256: consent.shownSha256,
      shown: consent.shown,
      answers: JSON.stringify(consent.answers),
      signatures: JSON.stringify(consent.signatures),
      ends_on: consent.endsOn,
      ends_by: consent.endsBy,
      under_age: consent.underAge ? 1 : 0,
      place: consent.place,
    })
    .execute();
};

const columns = [
  'id',
  'client_id',
  'form_id',
  'area',
  'form_version',
  'title',
  'signed_at',
  'ends_on',
  'ends_by',
  'under_age',
  'place',
  'document_id',
  'answers',
] as const;
export const EndsBy = z.enum(['period', 'birthday', 'date', 'visit']).nullable();
const Parts = z.array(z.string());

/** By consent, oldest first. */
export const withdrawalsOf = async (db: Reader, consentIds: readonly string[]): Promise<ReadonlyMap<string, Withdrawal[]>> => {
  const byConsent = new Map<string, Withdrawal[]>();
  if (consentIds.length === 0) return byConsent;
  const rows = await db
    .selectFrom('consent_withdrawals')
    .select(['id', 'consent_id', 'withdrawn_at', 'by_whom', 'parts', 'words'])
    .where('consent_id', 'in', consentIds)
    .orderBy('withdrawn_at')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const withdrawal = {
      id: row.id,
      withdrawnAt: row.withdrawn_at,
      by: Withdrawal.shape.by.parse(row.by_whom),
      parts: Parts.parse(JSON.parse(row.parts)),
      words: row.words,
    };
    byConsent.set(row.consent_id, [...(byConsent.get(row.consent_id) ?? []), withdrawal]);
  }
  return byConsent;
};

type Row = {
  readonly [K in (typeof columns)[number]]: K extends 'under_age'
    ? number
    : K extends 'ends_on' | 'ends_by' | 'area'
      ? string | null
      : string;
};

const consentsFrom = async (db: Reader, rows: readonly Row[]): Promise<KeptConsent[]> => {
  const ids = rows.map((row) => row.id);
  const [withdrawals, papers] = [await withdrawalsOf(db, ids), await paperConsentsOf(db, ids)];
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    formId: row.form_id,
    area: row.area,
    formVersion: row.form_version,
    title: row.title,
    signedAt: row.signed_at,
    endsOn: row.ends_on === null ? null : dayKept(row.ends_on),
    endsBy: EndsBy.parse(row.ends_by),
    underAge: row.under_age === 1,
    place: row.place,
    documentId: row.document_id,
    answers: Answers.parse(JSON.parse(row.answers)),
    withdrawals: withdrawals.get(row.id) ?? [],
    paper: papers.get(row.id) ?? null,
  }));
};

/** The order in which they were kept: each has a document, and that its entry in the trail. A clock can be set back. */
const kept = sql`(select audit_seq from documents where documents.id = consents.document_id)`;

/** Newest first. */
export const consentsOf = async (db: Reader, clientId: string): Promise<KeptConsent[]> => {
  const rows = await db
    .selectFrom('consents')
    .select(columns)
    .where('client_id', '=', clientId)
    .orderBy(kept, 'desc')
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return consentsFrom(db, rows);
};

/** Of these forms alone, newest first. */
export const consentsOfForms = async (db: Reader, clientId: string, formIds: readonly string[]): Promise<KeptConsent[]> => {
  const rows = await db
    .selectFrom('consents')
    .select(columns)
    .where('client_id', '=', clientId)
    .where('form_id', 'in', formIds)
    .orderBy(kept, 'desc')
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return consentsFrom(db, rows);
};

/** Whether this person is among those who signed it. Their strokes are long, and are not read for it. */
export const wasSignedBy = async (db: Reader, id: string, signer: Signer): Promise<boolean> => {
  // Inside a name or a word a quotation mark is written with a backslash: what stands here is the field itself.
  const row = await db
    .selectFrom('consents')
    .select('id')
    .where('id', '=', id)
    .where('signatures', 'like', `%"signer":"${signer}"%`)
    .executeTakeFirst();
  return row !== undefined;
};

const SignedAt = z.array(z.object({ signer: z.string(), signedAt: Instant.optional() }));

/** When the client, or whoever signed for them, first put their name to it; it may have been finished much later. */
export const firstSignedAt = async (db: Reader, id: string): Promise<Instant | null> => {
  const row = await db.selectFrom('consents').select('signatures').where('id', '=', id).executeTakeFirst();
  const others = SignedAt.parse(JSON.parse(row?.signatures ?? '[]')).filter(({ signer }) => signer !== 'practitioner');
  return others.flatMap(({ signedAt }) => signedAt ?? []).sort()[0] ?? null;
};

export const consentOf = async (db: Reader, id: string): Promise<KeptConsent | null> => {
  const row = await db.selectFrom('consents').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? ((await consentsFrom(db, [row]))[0] ?? null) : null;
};

/** The texts that were signed, by consent. */
export const shownOf = async (db: Reader, consentIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (consentIds.length === 0) return new Map();
  const rows = await db.selectFrom('consents').select(['id', 'shown']).where('id', 'in', consentIds).execute();
  return new Map(rows.map((row) => [row.id, row.shown]));
};

/** The text this client signed last of this form, for a place of this very place, as it was shown. */
export const newestShown = async (
  db: Reader,
  clientId: string,
  { formId, area }: { readonly formId: string; readonly area: string | null },
): Promise<string | null> => {
  const row = await db
    .selectFrom('consents')
    .select('shown')
    .where('client_id', '=', clientId)
    .where('form_id', '=', formId)
    .where('area', 'is', area)
    .orderBy(kept, 'desc')
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.shown ?? null;
};

export const insertWithdrawal = async (
  tx: Tx,
  withdrawal: Withdrawal & { readonly consentId: string; readonly recordedBy: string },
): Promise<void> => {
  await tx
    .insertInto('consent_withdrawals')
    .values({
      id: withdrawal.id,
      consent_id: withdrawal.consentId,
      withdrawn_at: withdrawal.withdrawnAt,
      recorded_by: withdrawal.recordedBy,
      by_whom: withdrawal.by,
      parts: JSON.stringify(withdrawal.parts),
      words: withdrawal.words,
    })
    .execute();
};
