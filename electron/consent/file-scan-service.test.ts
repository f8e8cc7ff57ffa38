import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { last, someId } from '../documents/papers.test-world.ts';
import { png, sent, sha256Of } from '../documents/uploads.test-world.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { returned, signatures } from './consent.test-world.ts';
import { type Paper, refused, scanned } from './file-scan.test-world.ts';

const stateOf = async ({ world, clientId, form }: Paper) =>
  (await world.ok('consent.ofClient', { clientId })).forms.find(({ formId }) => formId === form.id);

const consentsKept = ({ world }: Paper) => world.open.database.selectFrom('consents').select('id').execute();

const signedOnScreen = async ({ world, clientId, form }: Paper) => {
  const fillingId = await returned(world, clientId, form);
  const own = signatures.filter(
    (one) => one.signer === 'practitioner' && form.elements.some(({ signers }) => signers.includes(one.signer)),
  );
  return world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: own });
};

describe('a form that was signed on paper', () => {
  test('counts as signed from its day, and says that it was paper, who signed, and who saw the original', async () => {
    const paper = await scanned();
    const { world, clientId, form, input } = paper;
    expect(await stateOf(paper)).toMatchObject({ state: 'not-signed' });
    const consent = await world.ok('consent.fileScan', input);
    expect(consent).toMatchObject({
      clientId,
      formId: form.id,
      formVersion: form.version,
      documentId: input.documentId,
      signedAt: '2026-11-21T05:00:00.000Z',
      answers: input.answers,
      withdrawals: [],
      paper: { signedOn: '2026-11-21', signers: [{ signer: 'client', name: 'Maya Rosario' }], seenName: 'Hana Lindqvist' },
    });
    expect(await last(world, 1)).toEqual([{ action: 'consent-filed-on-paper', client_id: clientId, record_id: consent.id }]);
    expect((await world.open.database.selectFrom('audit').select('digest').orderBy('seq', 'desc').executeTakeFirst())?.digest).toBe(
      sha256Of(png),
    );
    expect(await stateOf(paper)).toMatchObject({ state: 'in-force', consentId: consent.id });
    expect((await world.ok('consent.ofClient', { clientId })).consents).toEqual([consent]);
    expect(world.announced).toContain('consents');
    expect(await world.ok('attachments.get', { id: input.documentId })).toMatchObject({ reliedOn: true });
    // It is taken back like any other, and its paper goes nowhere.
    expect(await world.call('attachments.setInError', { id: input.documentId, reason: 'x' })).toEqual(refused('paper-relied-on'));
    await world.ok('consent.withdraw', { consentId: consent.id, by: 'client', parts: [], words: 'No longer' });
    expect(await stateOf(paper)).toMatchObject({ state: 'withdrawn' });
  });

  test('ends as the form has it, counted from the day it was signed', async () => {
    const paper = await scanned('trauma-addendum');
    expect(await paper.world.ok('consent.fileScan', paper.input)).toMatchObject({ endsOn: '2027-11-21' });
    const old = await scanned('trauma-addendum');
    expect(await old.world.call('consent.fileScan', { ...old.input, signedOn: '2025-11-24' })).toEqual(refused('ended-already'));
    expect(await consentsKept(old)).toEqual([]);
  });

  test('is held to every question and signature a screen would ask for', async () => {
    const paper = await scanned();
    const { world, form, input } = paper;
    const [first = ''] = Object.keys(input.answers);
    const { [first]: _, ...rest } = input.answers;
    const wrongs: readonly (readonly [Partial<InputOf<'consent.fileScan'>>, string])[] = [
      [{ answers: rest }, 'statements-unanswered'],
      [{ answers: { ...input.answers, nothing: { kind: 'agreed' } } }, 'answers-not-allowed'],
      [{ signers: [] }, 'signatures-incomplete'],
      [{ signers: [{ signer: 'client' }, { signer: 'witness', name: 'Ana' }] }, 'signatures-incomplete'],
      [{ formVersion: '0.9.0' }, 'form-changed'],
      [{ shownSha256: 'a'.repeat(64) }, 'form-changed'],
      [{ signedOn: '2026-11-25' }, 'day-in-future'],
      [{ formId: 'nothing' }, 'form-not-offered'],
    ];
    for (const [wrong, reason] of wrongs)
      expect([reason, await world.call('consent.fileScan', { ...input, ...wrong })]).toMatchObject([reason, refused(reason)]);
    expect(await world.call('consent.fileScan', { ...input, seenName: ' ' })).toMatchObject({
      error: { issues: [{ path: ['seenName'] }] },
    });
    expect(form.id).toBe('fees-cancellation');
    expect(await consentsKept(paper)).toEqual([]);
  });

  test.each(['session-consent', 'release-of-information', 'client-intake', 'health-screen'])('is never %s', async (formId) => {
    const { world, input } = await scanned();
    const reply = await world.call('consent.fileScan', { ...input, formId });
    expect(['not-on-paper', 'form-not-offered']).toContain(!reply.ok && reply.error.code === 'refused' ? reply.error.reason : reply);
  });

  test('stands on a paper of this client that nothing else stands on', async () => {
    const paper = await scanned();
    const { world, clientId, input } = paper;
    const other = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const notFound = { ok: false, error: { code: 'not-found', what: 'document' } };
    expect(await world.call('consent.fileScan', { ...input, documentId: someId })).toEqual(notFound);
    await world.ok('attachments.move', { id: input.documentId, toClientId: other.id, reason: 'x' });
    expect(await world.call('consent.fileScan', input)).toEqual(notFound);
    await world.ok('attachments.move', { id: input.documentId, toClientId: clientId, reason: 'x' });
    await world.ok('consent.fileScan', input);
    expect(await world.call('consent.fileScan', input)).toEqual(refused('paper-relied-on'));
    const { id } = await world.ok('documents.file', { uploadId: await sent(world, png), clientId, title: 'Again', twice: true });
    await world.ok('attachments.setInError', { id, reason: 'Upside down' });
    expect(await world.call('consent.fileScan', { ...input, documentId: id })).toEqual(refused('paper-in-error'));
  });
});

describe('a paper that comes late', () => {
  test('does not speak over what was signed or taken back since, on that day or after it', async () => {
    const paper = await scanned();
    const { world, input } = paper;
    const onScreen = await signedOnScreen(paper);
    const { id } = await world.ok('documents.file', {
      uploadId: await sent(world, png),
      clientId: input.clientId,
      title: 'Late',
      twice: true,
    });
    const late = { ...input, documentId: id };
    expect(await world.call('consent.fileScan', late)).toEqual(refused('newer-word'));
    expect(await world.call('consent.fileScan', { ...late, signedOn: '2026-11-24' })).toEqual(refused('newer-word'));
    world.later(2 * 24 * 3_600_000);
    await world.ok('consent.withdraw', { consentId: onScreen.id, by: 'client', parts: [], words: 'Not any more' });
    for (const signedOn of ['2026-11-25', '2026-11-26'])
      expect(await world.call('consent.fileScan', { ...late, signedOn })).toEqual(refused('newer-word'));
    expect(await stateOf(paper)).toMatchObject({ state: 'withdrawn' });
    world.later(24 * 3_600_000);
    expect(await world.call('consent.fileScan', { ...late, signedOn: '2026-11-27' })).toMatchObject({ ok: true });
    expect(await stateOf(paper)).toMatchObject({ state: 'in-force' });
  });

  test('does not take the place of what was signed after its scan was filed, whatever day is given', async () => {
    const paper = await scanned();
    await signedOnScreen(paper);
    paper.world.later(3 * 24 * 3_600_000);
    expect(await paper.world.call('consent.fileScan', { ...paper.input, signedOn: '2026-11-26' })).toEqual(refused('newer-word'));
    expect(await consentsKept(paper)).toHaveLength(1);
  });
});
