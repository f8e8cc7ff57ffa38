import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, type TestWorld, testPassphrase } from '../practice/practice.test-world.ts';
import { filledIn, handOver, ready } from './consent.test-world.ts';

const rename = async (world: TestWorld, id: string, details: Partial<InputOf<'clients.create'>>): Promise<void> => {
  const { version } = await world.ok('clients.get', { id });
  await world.ok('clients.update', { id, version, details: { ...clientDetails, ...details } });
};

const signersOf = async (world: TestWorld, clientId: string) =>
  (await world.ok('handover.returned', { clientId })).fillings.map((filling) => filling.signatures.map(({ signer }) => signer));

test('what a client signed under another name, and is not finished, is signed again with its answers as they were', async () => {
  const { world, form, input, clientId } = await ready();
  world.later(60_000);
  await rename(world, clientId, { legalName: 'Maya Rosario Ortega' });
  expect(await signersOf(world, clientId)).toEqual([[]]);
  expect(await world.call('consent.sign', input)).toMatchObject({
    error: { code: 'refused', reason: 'signatures-incomplete', details: { signers: ['client'] } },
  });

  const { id: handoverId, fillings } = await handOver(world, clientId, form.id);
  const [filling] = fillings;
  expect(filling).toMatchObject({ id: input.fillingId, answers: filledIn(form).answers, signatures: [] });
  await world.ok('handover.answer', { ...filledIn(form), handoverId, fillingId: input.fillingId, revision: filling?.revision ?? 0 });
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  await world.ok('handover.review', { fillingId: input.fillingId, reviewed: form.elements.map(({ id }) => id) });
  const { documentId } = await world.ok('consent.sign', input);
  const text = textOf(Buffer.from((await world.ok('documents.get', { id: documentId })).pdf, 'base64')).replace(/\s+/gu, ' ');
  expect(text).toContain('Client Maya Rosario Ortega Drawn on this screen 24 November 2026 at 10:59:00');
});

test.each([
  ['a telephone number', { phone: '416 555 0199' }],
  ['the name called by, beside the same legal name', { chosenName: 'Mo', legalName: 'Maya Rosario' }],
  ['how to be called', { pronouns: 'they/them' }],
])('what was signed stands under %s that changed', async (_, details) => {
  const { world, input, clientId } = await ready();
  await rename(world, clientId, details);
  expect(await signersOf(world, clientId)).toEqual([['client']]);
  expect((await world.ok('consent.sign', input)).formId).toBe('informed-consent');
});

test('a name that changed while a form is being finished is not put on its paper', async () => {
  const { world, input, clientId } = await ready();
  const { newId } = world.open;
  const begun: Promise<void>[] = [];
  // The document's id is asked for once everything was gathered.
  Object.assign(world.open, {
    newId: () => {
      if (begun.length === 0) begun.push(rename(world, clientId, { legalName: 'Someone Else' }));
      return newId();
    },
  });
  expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'signatures-incomplete' } });
  await Promise.all(begun);
  expect(await world.open.database.selectFrom('documents').select('id').execute()).toEqual([]);
});
