import { expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, factsFilled, filledIn, handOver, ready, returned } from './consent.test-world.ts';
import { withdrawnOf } from './consents-service.ts';

const sitting = async (...forms: string[]) => {
  const world = await testWorld();
  await factsFilled(world);
  const client = await world.ok('clients.create', clientDetails);
  const { id: handoverId, fillings } = await handOver(world, client.id, ...forms);
  const answer = (formId: string, given: Parameters<typeof filledIn>[1] = {}) => {
    const filling = fillings.find(({ form }) => form.id === formId);
    if (!filling) throw new Error(`${formId} was not handed over`);
    const { form, id: fillingId, revision } = filling;
    return world.call('handover.answer', { ...filledIn(form, given), handoverId, fillingId, revision });
  };
  return { answer, fillings };
};

test('paper chosen in this sitting: no other form of it is signed on the screen, what is answered is kept', async () => {
  const { answer } = await sitting('electronic-records', 'informed-consent');
  const choice = (value: string): Answers[string] => ({ kind: 'choice', value, other: '' });
  expect(await answer('electronic-records', { answers: { way: choice('paper'), copy: choice('printed') } })).toMatchObject({ ok: true });
  expect(await answer('informed-consent')).toMatchObject({ ok: false, error: { reason: 'paper-chosen' } });
  expect(await answer('informed-consent', { signatures: [] })).toMatchObject({ ok: true });
});

test('words that were said are not written down by the client', async () => {
  const { answer, fillings } = await sitting('withdrawal');
  const form = fillings[0]?.form;
  if (!form) throw new Error('nothing was handed over');
  const answers: Answers = {
    ...answersTo(form),
    what: { kind: 'multi', values: ['all_contact'], other: '' },
    signature: { kind: 'spoken', words: 'Stop it all', at: '1999-01-01T00:00:00.000Z' },
  };
  expect(await answer('withdrawal', { answers, signatures: [] })).toMatchObject({
    error: { reason: 'answers-not-allowed', details: { elements: ['signature'] } },
  });
  const { signature: _, ...rest } = answers;
  expect(await answer('withdrawal', { answers: rest, signatures: [] })).toMatchObject({ ok: true });
});

test('a form counts while only its choices were taken back, and no more once what it rests on was', async () => {
  const { world, clientId } = await ready();
  const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'trauma-addendum');
  if (!form) throw new Error('the form is not offered');
  const agreed = form.elements.filter((element) => element.asks === 'agreement').map(({ id }) => id);
  const fillingId = await returned(world, clientId, form);
  const { id: consentId, answers } = await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [] });
  const state = async () => (await world.ok('consent.ofClient', { clientId })).forms.find(({ formId }) => formId === form.id)?.state;
  const parts = Object.keys(answers).filter((id) => !agreed.includes(id));
  await world.ok('consent.withdraw', { consentId, by: 'client', parts, words: 'Not this' });
  expect(await state()).toBe('in-force');
  await world.ok('consent.withdraw', { consentId, by: 'client', parts: agreed, words: 'Nor that' });
  expect(await state()).toBe('withdrawn');
});

test('a form without such a statement is taken back once its every part was', () => {
  const taken = (...parts: readonly string[][]) => ({
    withdrawals: parts.map((of) => ({ id: '', withdrawnAt: '', by: 'client' as const, parts: of, words: '' })),
  });
  expect(withdrawnOf(taken(['way']), ['way', 'copy'])).toEqual(['way']);
  expect(withdrawnOf(taken(['way'], ['copy']), ['way', 'copy'])).toBe('whole');
  expect(withdrawnOf(taken(['way'], []), ['way', 'copy'])).toBe('whole');
  expect(withdrawnOf(taken(), [])).toBeNull();
});
