import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { answersTo } from './consent.test-world.ts';
import { type Paper, refused, scanned, scanOf } from './file-scan.test-world.ts';

const aDay = 24 * 3_600_000;

/** The client's own form to stop all contact, on a paper of three days ago. */
const stopping = async ({ world, clientId }: Pick<Paper, 'world' | 'clientId'>): Promise<InputOf<'consent.fileScan'>> => {
  const { form, input } = await scanOf(world, clientId, { formId: 'withdrawal' });
  return { ...input, answers: { ...answersTo(form), what: { kind: 'multi', values: ['all_contact'], other: '' } } };
};

const agreed = async (): Promise<Paper> => {
  const paper = await scanned('informed-consent');
  const input = { ...paper.input, signers: [{ signer: 'client' as const }, { signer: 'practitioner' as const }] };
  await paper.world.ok('consent.fileScan', input);
  return { ...paper, input };
};

const standing = async ({ world, clientId }: Paper) =>
  (await world.ok('consent.ofClient', { clientId })).forms.find(({ formId }) => formId === 'informed-consent')?.state;

describe('a form to stop things that was signed on paper', () => {
  test('takes back what stands from the moment it is filed', async () => {
    const paper = await agreed();
    const { world, clientId } = paper;
    const stop = await world.ok('consent.fileScan', await stopping(paper));
    expect(stop).toMatchObject({ formId: 'withdrawal', signedAt: '2026-11-21T05:00:00.000Z', paper: { signedOn: '2026-11-21' } });
    expect(await standing(paper)).toBe('withdrawn');
    const { consents } = await world.ok('consent.ofClient', { clientId });
    expect(consents.find(({ formId }) => formId === 'informed-consent')?.withdrawals).toMatchObject([
      { withdrawnAt: world.now(), by: 'client', parts: [] },
    ]);
    const { areas } = await world.ok('consentMap.allowed', { clientId });
    expect(areas.filter(({ reasons }) => !reasons.some(({ code }) => code === 'consent-withdrawn'))).toEqual([]);
  });

  test('is heard though something was signed after it, and twice, and of a client whose record is closed', async () => {
    const paper = await agreed();
    const { world, clientId } = paper;
    world.later(2 * aDay);
    await world.ok('consent.fileScan', { ...(await stopping(paper)), signedOn: '2026-11-19' });
    expect(await standing(paper)).toBe('withdrawn');
    expect((await world.call('consent.fileScan', { ...(await stopping(paper)), signedOn: '2026-11-19' })).ok).toBe(true);
    const { version } = await world.ok('clients.get', { id: clientId });
    const late = await stopping(paper);
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    expect((await world.call('consent.fileScan', late)).ok).toBe(true);
  });

  test('keeps an older paper of what it stopped from counting', async () => {
    const paper = await agreed();
    const { world, clientId, input } = paper;
    await world.ok('consent.fileScan', await stopping(paper));
    const again = await scanOf(world, clientId, { formId: 'informed-consent' });
    const late = { ...input, documentId: again.input.documentId };
    expect(await world.call('consent.fileScan', late)).toEqual(refused('newer-word'));
    expect(await standing(paper)).toBe('withdrawn');
  });

  test('asks for the signature, which no words written down stand for', async () => {
    const paper = await agreed();
    const input = await stopping(paper);
    expect(await paper.world.call('consent.fileScan', { ...input, signers: [] })).toMatchObject(refused('signatures-incomplete'));
    const spoken = { kind: 'spoken', words: 'Stop', at: paper.world.now() } as const;
    const { signature: _, ...answers } = input.answers;
    const reply = await paper.world.call('consent.fileScan', { ...input, signers: [], answers: { ...answers, signature: spoken } });
    expect(reply).toMatchObject(refused('answers-not-allowed'));
  });
});
