import { expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { left, practiceWith, signedFor, standingOf } from './area-consent.test-world.ts';
import { answersTo, ready, returned } from './consent.test-world.ts';

/** Signs the client's own form to stop things, with what they chose. */
const signWithdrawal = async (world: TestWorld, clientId: string, what: readonly string[], words = 'My back'): Promise<void> => {
  const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'withdrawal');
  if (!form) throw new Error('the form is not offered');
  const answers: Answers = {
    ...answersTo(form),
    what: { kind: 'multi', values: [...what], other: '' },
    details: { kind: 'text', text: words },
  };
  const fillingId = await returned(world, clientId, form, {
    answers,
    signatures: [{ signer: 'client', method: 'typed', name: 'Maya Rosario' }],
  });
  await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [] });
};

const consented = async () => {
  const { world, form, input, clientId } = await ready();
  await world.ok('consent.sign', input);
  const state = async () => {
    const { forms, consents } = await world.ok('consent.ofClient', { clientId });
    const now = forms.find((one) => one.formId === form.id);
    return { state: now?.state, parts: now?.partsWithdrawn, words: consents.at(-1)?.withdrawals.map((one) => one.words) };
  };
  return { world, clientId, state };
};

test('a signed withdrawal of all contact takes back every consent to touch, in the words that were written', async () => {
  const { world, clientId, state } = await consented();
  await signWithdrawal(world, clientId, ['all_contact'], 'Nothing for now');
  expect(await state()).toEqual({ state: 'withdrawn', parts: [], words: ['Nothing for now'] });
});

test('one of all contact leaves no consent to be finished that the client signed before: it is signed again first', async () => {
  const { world, input, clientId } = await ready();
  await signWithdrawal(world, clientId, ['all_contact']);
  expect(await world.call('consent.sign', input)).toMatchObject({
    error: { reason: 'signatures-incomplete', details: { signers: ['client'] } },
  });
});

test('one of all contact takes the form of each place with it', async () => {
  const { world, clientId } = await practiceWith(left);
  await signedFor(world, clientId, left);
  await signWithdrawal(world, clientId, ['all_contact']);
  expect(await standingOf(world, clientId)).toMatchObject([{ area: left, state: 'withdrawn' }]);
});

test('one of a place takes the map back, and the rest of the form stands', async () => {
  const { world, clientId, state } = await consented();
  await signWithdrawal(world, clientId, ['area', 'photos']);
  expect(await state()).toEqual({ state: 'in-force', parts: ['areas'], words: ['My back'] });
  // Said once more, it is kept once.
  await signWithdrawal(world, clientId, ['area']);
  expect((await state()).words).toEqual(['My back']);
});

test('one that names something else leaves the consent to touch as it is', async () => {
  const { world, clientId, state } = await consented();
  await signWithdrawal(world, clientId, ['messages', 'technique']);
  expect(await state()).toEqual({ state: 'in-force', parts: [], words: [] });
});

test('a consent signed after it counts', async () => {
  const { world, clientId, state } = await consented();
  await signWithdrawal(world, clientId, ['all_contact']);
  const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'informed-consent');
  if (!form) throw new Error('the form is not offered');
  world.later(60_000);
  const fillingId = await returned(world, clientId, form);
  await world.ok('consent.sign', {
    fillingId,
    shownSha256: form.shownSha256,
    signatures: [{ signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' }],
  });
  expect((await state()).state).toBe('in-force');
});
