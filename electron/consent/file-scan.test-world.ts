import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { png, sent } from '../documents/uploads.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, factsFilled } from './consent.test-world.ts';

export const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

export type Paper = {
  readonly world: TestWorld;
  readonly clientId: string;
  readonly form: ConsentForm;
  readonly input: InputOf<'consent.fileScan'>;
};

/** A form as it stands on a paper the client signed by hand three days ago, read in full. */
export const paperInput = (of: {
  readonly clientId: string;
  readonly documentId: string;
  readonly form: ConsentForm;
}): InputOf<'consent.fileScan'> => ({
  clientId: of.clientId,
  documentId: of.documentId,
  formId: of.form.id,
  area: of.form.area,
  formVersion: of.form.version,
  shownSha256: of.form.shownSha256,
  signedOn: '2026-11-21',
  answers: answersTo(of.form),
  signers: [{ signer: 'client' }],
  seenName: 'Hana Lindqvist',
});

/** A scan of this form, filed with the client, and what stands on it. */
export const scanOf = async (
  world: TestWorld,
  clientId: string,
  of: { readonly formId: string; readonly area?: string },
): Promise<Paper> => {
  const { forms } = await world.ok('consent.forms', { clientId });
  const form = forms.find(({ id, area }) => id === of.formId && area === (of.area ?? null));
  if (!form) throw new Error('the form is not offered');
  const filed = { uploadId: await sent(world, png), clientId, title: form.title, twice: true };
  const { id: documentId } = await world.ok('documents.file', filed);
  return { world, clientId, form, input: paperInput({ clientId, documentId, form }) };
};

/** A client whose scan of this form lies in their files. */
export const scanned = async (formId = 'fees-cancellation', details: Partial<InputOf<'clients.create'>> = {}): Promise<Paper> => {
  const world = await testWorld();
  await factsFilled(world);
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, ...details });
  return scanOf(world, clientId, { formId });
};
