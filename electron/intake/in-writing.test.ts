import { expect, test } from 'vitest';
import { ready } from '../consent/consent.test-world.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { begunIntake } from './intake.test-world.ts';

test('an item is in writing by the signed form it leads to, while that form counts', async () => {
  const { world, input, clientId } = await ready();
  const inWriting = async () => (await world.ok('intake.ofClient', { clientId })).inWriting;
  const signal = { by: 'stop-signal', at: '2026-11-24T15:58:00.000Z' };
  const withSignal = { 's-stop-word': signal, 's-stop-sign': signal };
  expect(await inWriting()).toEqual(withSignal);
  world.later(60_000);
  const { id: consentId, signedAt } = await world.ok('consent.sign', input);
  const form = { by: 'form', at: signedAt };
  expect(await inWriting()).toMatchObject({ ...withSignal, 'a-contact-level': form, 'a-consent-written': form });
  await world.ok('consent.withdraw', { consentId, by: 'client', words: 'I changed my mind', parts: [] });
  expect(Object.keys(await inWriting())).not.toContain('a-consent-written');
  expect(Object.keys(await inWriting())).not.toContain('a-contact-level');
});

test.each([
  ['neither', '', '', []],
  ['a word alone', 'amber', '', []],
  ['a signal alone', '', 'a lifted hand', []],
  ['both', 'amber', 'a lifted hand', ['s-stop-word', 's-stop-sign']],
] as const)('the stop signal is in writing with a word and a signal: %s', async (_, stopWord, stopGesture, items) => {
  const { world, clientId } = await begunIntake({ stopWord, stopGesture });
  expect(Object.keys((await world.ok('intake.ofClient', { clientId })).inWriting)).toEqual(items);
});

test('the stop signal is in writing since it was agreed, whatever else of the client was changed later', async () => {
  const { world, clientId } = await begunIntake();
  world.later(60_000);
  await world.ok('clients.update', { id: clientId, version: 1, details: { ...clientDetails, phone: '416 555 0199' } });
  const { inWriting } = await world.ok('intake.ofClient', { clientId });
  expect(inWriting['s-stop-word']).toEqual({ by: 'stop-signal', at: '2026-11-24T15:58:00.000Z' });
});
