import { z } from 'zod';
import type { PaperSigned } from '../../shared/consent.ts';
import { signers } from '../../shared/consent-form.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const Signers = z.array(z.strictObject({ signer: z.enum(signers), name: z.string() }));

export const insertPaperConsent = async (tx: Tx, consentId: string, paper: PaperSigned & { readonly seenBy: string }): Promise<void> => {
  await tx
    .insertInto('paper_consents')
    .values({
      consent_id: consentId,
      signed_on: paper.signedOn,
      signers: JSON.stringify(paper.signers),
      seen_by: paper.seenBy,
      seen_name: paper.seenName,
    })
    .execute();
};

/** How these consents were signed on paper; one that was signed on a screen is not among them. */
export const paperConsentsOf = async (db: Reader, consentIds: readonly string[]): Promise<ReadonlyMap<string, PaperSigned>> => {
  if (consentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('paper_consents')
    .select(['consent_id', 'signed_on', 'signers', 'seen_name'])
    .where('consent_id', 'in', consentIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.consent_id,
      { signedOn: row.signed_on, signers: Signers.parse(JSON.parse(row.signers)), seenName: row.seen_name },
    ]),
  );
};
