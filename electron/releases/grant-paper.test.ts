import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { paperInput, refused } from '../consent/file-scan.test-world.ts';
import { someId } from '../documents/papers.test-world.ts';
import { png, sent } from '../documents/uploads.test-world.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { answersOf, askGate, chosen, okafor, permission, type ReleaseWorld, releaseWorld } from './releases.test-world.ts';

/** A permission made ready for the contact, and the scan on which the client signed it. */
const made = async ({ world, clientId, contactId }: ReleaseWorld): Promise<InputOf<'consent.fileScan'>> => {
  const formId = 'release-of-information';
  const draft = await world.ok('releases.prepare', { clientId, contactId, formId, direction: 'to' });
  const { forms } = await world.ok('consent.forms', { clientId, releaseId: draft.id });
  const form = forms.find(({ id }) => id === formId);
  if (!form) throw new Error('the form is not offered');
  const filed = { uploadId: await sent(world, png), clientId, title: 'Permission', twice: true };
  const { id: documentId } = await world.ok('documents.file', filed);
  return { ...paperInput({ clientId, documentId, form }), answers: answersOf(form, chosen), releaseId: draft.id };
};

const onPaper = async (): Promise<ReleaseWorld & { readonly input: InputOf<'consent.fileScan'> }> => {
  const of = await releaseWorld();
  return { ...of, input: await made(of) };
};

describe('a permission that was signed on paper', () => {
  test('permits what stands on it, to whom it was made ready for, from the day of the paper', async () => {
    const paper = await onPaper();
    const { world, clientId, contactId, input } = paper;
    expect(await askGate(paper)).toMatchObject({ permitted: false, reason: 'no-release' });
    const consent = await world.ok('consent.fileScan', input);
    expect(await askGate(paper)).toMatchObject({ permitted: true, releaseId: input.releaseId });
    expect(await askGate(paper, { kinds: ['medicines'] })).toMatchObject({ permitted: false, reason: 'kinds' });
    const { releases } = await world.ok('releases.ofClient', { clientId });
    expect(releases).toMatchObject([
      { id: input.releaseId, state: 'active', contactId, consentId: consent.id, documentId: input.documentId, signedAt: consent.signedAt },
    ]);
    expect(consent.paper).toMatchObject({ signedOn: '2026-11-21' });
    expect(world.announced).toContain('releases');
    await world.ok('consent.withdraw', { consentId: consent.id, by: 'client', parts: [], words: 'No' });
    expect(await askGate(paper)).toMatchObject({ permitted: false, reason: 'revoked' });
  });

  test('is held to the one that was made ready, of this client, and as it reads now', async () => {
    const paper = await onPaper();
    const { world, clientId, contactId, input } = paper;
    const tried = (more: Partial<InputOf<'consent.fileScan'>>) => world.call('consent.fileScan', { ...input, ...more });
    expect(await tried({ releaseId: null })).toMatchObject(refused('not-on-paper'));
    const gone = { ok: false, error: { code: 'not-found', what: 'release' } };
    expect(await tried({ releaseId: someId })).toEqual(gone);
    expect(await tried({ formId: 'fees-cancellation' })).toEqual(gone);
    const other = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    expect(await tried({ clientId: other.id })).toEqual(gone);
    expect(await world.call('consent.forms', { clientId: other.id, releaseId: input.releaseId ?? null })).toEqual(gone);
    await world.ok('releases.prepare', { clientId, contactId, formId: 'release-of-information', direction: 'both' });
    expect(await tried({})).toMatchObject(refused('form-changed'));
    expect(await askGate(paper)).toMatchObject({ permitted: false });
  });

  test('stands though one for somebody else was taken back since, and not where it was this very one', async () => {
    const paper = await onPaper();
    const { world, clientId, input } = paper;
    const other = await world.ok('contacts.create', { ...okafor, name: 'Clara Weiss', phone: '', organisation: '' });
    const theirs = await permission({ ...paper, contactId: other.id });
    const takenBack = (id: string) => world.ok('releases.revoke', { id, why: 'taken-back', by: 'client', words: 'No more' });
    await takenBack(theirs.id);
    expect(await world.call('consent.fileScan', input)).toMatchObject({ ok: true });
    await takenBack(input.releaseId ?? '');
    const again = await made(paper);
    expect(await world.call('consent.fileScan', again)).toMatchObject(refused('newer-word'));
    expect((await world.ok('releases.ofClient', { clientId })).releases.map(({ state }) => state).toSorted()).toEqual([
      'draft',
      'revoked',
      'revoked',
    ]);
  });

  test('signed by somebody for the client says what gives them the right', async () => {
    const { world, input } = await onPaper();
    const signers: typeof input.signers = [{ signer: 'personal_representative', name: 'Lea Brandt' }];
    expect(await world.call('consent.fileScan', { ...input, signers })).toMatchObject({
      error: { reason: 'statements-unanswered', details: { elements: ['authority'] } },
    });
    const answers = { ...input.answers, authority: { kind: 'text' as const, text: 'Power of attorney' } };
    expect(await world.call('consent.fileScan', { ...input, signers, answers })).toMatchObject({ ok: true });
  });
});
