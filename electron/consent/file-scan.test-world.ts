import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { answersTo } from './consent.test-world.ts';

/** A form as it stands on a paper the client signed by hand three days ago, read in full. */
export const paperInput = (of: {
  readonly clientId: string;
  readonly documentId: string;
  readonly form: ConsentForm;
}): InputOf<'consent.fileScan'> => ({
  clientId: of.clientId,
  documentId: of.documentId,
  formId: of.form.id,
  formVersion: of.form.version,
  shownSha256: of.form.shownSha256,
  signedOn: '2026-11-21',
  answers: answersTo(of.form),
  signers: [{ signer: 'client' }],
  seenName: 'Hana Lindqvist',
});
