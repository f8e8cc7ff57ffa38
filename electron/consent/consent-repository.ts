import { Answers, type Consent, type Signature } from '../../shared/consent.ts';
import type { Reader, Tx } from '../practice/practice.ts';

export type NewConsent = Consent & {
  readonly contentVersion: string;
  readonly signedBy: string;
  readonly shownSha256: string;
  readonly shown: string;
  readonly signatures: readonly Signature[];
};

export const insertConsent = async (tx: Tx, consent: NewConsent): Promise<void> => {
  await tx
    .insertInto('consents')
    .values({
      id: consent.id,
      client_id: consent.clientId,
      document_id: consent.documentId,
      form_id: consent.formId,
      form_version: consent.formVersion,
      content_version: consent.contentVersion,
      title: consent.title,
      signed_at: consent.signedAt,
      signed_by: consent.signedBy,
      shown_sha256: consent.shownSha256,
      shown: consent.shown,
      answers: JSON.stringify(consent.answers),
      signatures: JSON.stringify(consent.signatures),
    })
    .execute();
};

/** Newest first. */
export const consentsOf = async (db: Reader, clientId: string): Promise<Consent[]> => {
  const rows = await db
    .selectFrom('consents')
    .select(['id', 'client_id', 'form_id', 'form_version', 'title', 'signed_at', 'document_id', 'answers'])
    .where('client_id', '=', clientId)
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    formId: row.form_id,
    formVersion: row.form_version,
    title: row.title,
    signedAt: row.signed_at,
    documentId: row.document_id,
    answers: Answers.parse(JSON.parse(row.answers)),
  }));
};
