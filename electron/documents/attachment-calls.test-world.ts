import { factsFilled } from '../consent/consent.test-world.ts';
import { paperInput } from '../consent/file-scan.test-world.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { jpeg, png, sent } from './uploads.test-world.ts';

/** A good input of every call about papers that were filed, for the tests that go through all calls. */

export const attachmentState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('attachments').selectAll().execute(),
  await database.selectFrom('attachment_moves').selectAll().execute(),
  await database.selectFrom('attachment_errors').selectAll().execute(),
  await database.selectFrom('paper_consents').selectAll().execute(),
];

type AttachmentCall = Extract<PracticeCallName, `attachments.${string}` | 'consent.fileScan'>;

export const attachmentInputs = (world: TestWorld, clientId: string): { readonly [N in AttachmentCall]: () => unknown } => {
  const filed = async () => (await world.ok('attachments.ofClient', { clientId })).attachments[0]?.id ?? '';
  return {
    'attachments.ofClient': () => ({ clientId, kind: 'scan' }),
    'attachments.get': async () => ({ id: await filed() }),
    'attachments.move': async () => {
      const { id: toClientId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Whose it is' });
      return { id: await filed(), toClientId, reason: 'Of somebody else' };
    },
    'attachments.describe': async () => {
      const { id } = await world.ok('documents.file', { uploadId: await sent(world, jpeg), clientId, title: 'Scan 17', twice: true });
      return { id, title: 'Letter of the clinic', kind: 'report', paperOn: null };
    },
    'attachments.setInError': async () => {
      const { id } = await world.ok('documents.file', { uploadId: await sent(world, jpeg), clientId, title: 'Not theirs', twice: true });
      return { id, reason: 'Not to be gone by' };
    },
    'consent.fileScan': async () => {
      await factsFilled(world);
      const form = (await world.ok('consent.forms', { clientId })).forms.find(({ id }) => id === 'fees-cancellation');
      const { id: documentId } = await world.ok('documents.file', { uploadId: await sent(world, png), clientId, title: 'Fees' });
      return form && paperInput({ clientId, documentId, form });
    },
  };
};
