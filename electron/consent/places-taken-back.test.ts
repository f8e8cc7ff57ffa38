import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { left, right, signedFor, turnOn } from './area-consent.test-world.ts';
import { answersTo } from './consent.test-world.ts';
import { consented, mark, minute, out, said, waiting, withClient } from './map.test-world.ts';
import { placesTakenBackBy, takenBackBy } from './signed-withdrawal.ts';

const agreed = async () => {
  const { world, clientId, newest, set, allowedAt } = await withClient();
  const { id: consentId } = await consented(world, clientId);
  world.later(minute);
  const takeBack = (...parts: string[]) => world.call('consent.withdraw', { consentId, by: 'client', parts, words: 'Not any more' });
  return { world, clientId, newest, set, allowedAt, consentId, takeBack };
};
const maps = async (world: TestWorld, clientId: string) => (await world.ok('consentMap.history', { clientId })).maps;

describe('parts of a signed consent that are taken back', () => {
  test('close its places in the map at once, in the same words', async () => {
    const { world, clientId, newest, allowedAt, consentId, takeBack } = await agreed();
    expect(await allowedAt('B-TRAP-L')).toBe('yes 3 ceiling');
    await takeBack('clothing', 'areas');
    expect(await newest()).toMatchObject({
      source: 'withdrawal',
      sourceId: consentId,
      madeAt: '2026-11-24T15:59:00.000Z',
      words: 'Not any more',
      ceiling: 3,
      areas: { 'B-TRAP-L': out, 'B-NECK': out },
    });
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 marked-out');
    expect((await world.audit()).filter(({ record_id }) => record_id === consentId).map(({ action }) => action)).toEqual([
      'consent-signed',
      'consent-map-withdrawn',
      'consent-withdrawn',
    ]);
    expect(await maps(world, clientId)).toHaveLength(2);
    expect(world.announced).toContain('maps');
  });

  test('that say nothing of touch leave the map as it is', async () => {
    const { world, clientId, takeBack } = await agreed();
    await takeBack('clothing');
    expect(await maps(world, clientId)).toHaveLength(1);
  });

  test('the level of contact: nothing is touched until one is said again, and the marks stay', async () => {
    const { world, clientId, newest, allowedAt, takeBack } = await agreed();
    const input = await waiting(world, clientId, 'informed-consent', (form) => ({ answers: said(form) }));
    world.later(minute);
    await takeBack('contact-level');
    expect(await newest()).toMatchObject({ ceiling: 0, areas: { 'B-TRAP-L': { state: 'yes' }, 'B-NECK': { state: 'ask' } } });
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 no-contact');
    // A level chosen before does not come back with a form that is finished after.
    world.later(minute);
    await world.ok('consent.sign', input);
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 no-contact');
  });

  test('said once more after the map was made anew, close it again, and are kept once', async () => {
    const { newest, set, takeBack, consentId, world } = await agreed();
    await takeBack('areas');
    expect(await takeBack('areas')).toMatchObject({ error: { reason: 'already-withdrawn' } });
    await set({ basedOn: (await newest())?.id ?? null });
    expect(await takeBack('areas')).toMatchObject({ ok: true });
    expect((await newest())?.areas).toEqual({ 'B-TRAP-L': out });
    const kept = await world.open.database.selectFrom('consent_withdrawals').select('consent_id').execute();
    expect(kept).toEqual([{ consent_id: consentId }]);
  });

  test('close what a form still waiting would open', async () => {
    const { world, clientId, newest, takeBack } = await agreed();
    const more: Answers = { areas: { kind: 'map', areas: { 'B-KNEE-L': 'yes' } } };
    const input = await waiting(world, clientId, 'informed-consent', (form) => ({ answers: said(form, more) }));
    world.later(minute);
    await takeBack('areas');
    world.later(minute);
    await world.ok('consent.sign', input);
    expect((await newest())?.areas['B-KNEE-L']).toEqual(out);
  });
});

describe('a consent taken back as a whole', () => {
  test('needs no map: its own state closes everything', async () => {
    const { world, clientId, allowedAt, takeBack } = await agreed();
    await takeBack();
    expect(await maps(world, clientId)).toHaveLength(1);
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 consent-withdrawn ceiling');
  });

  test('takes the signature from a form that was filled before: finished after, it would count again', async () => {
    const { world, clientId, allowedAt, takeBack } = await agreed();
    const input = await waiting(world, clientId, 'informed-consent', (form) => ({ answers: said(form) }));
    world.later(minute);
    await takeBack();
    world.later(minute);
    expect(await world.raw('consent.sign', input)).toMatchObject({ error: { reason: 'signatures-incomplete' } });
    expect(await allowedAt('B-TRAP-L')).toMatch(/^no 0 consent-withdrawn/);
  });
});

test('the place of its own form is closed with it, and no other one', async () => {
  const { world, clientId, newest, set } = await withClient();
  await turnOn(world, left, right);
  await set({ areas: { [left]: mark('ask'), [right]: mark('ask') } });
  const { id: consentId } = await signedFor(world, clientId, left);
  await world.ok('consent.withdraw', { consentId, by: 'client', parts: ['area'], words: '' });
  expect((await newest())?.areas).toEqual({ [left]: out, [right]: mark('ask') });
});

describe('a signed form to stop things', () => {
  const sign = async (world: TestWorld, clientId: string, what: string) => {
    const input = await waiting(world, clientId, 'withdrawal', (form) => ({
      answers: { ...answersTo(form), what: { kind: 'multi', values: [what], other: '' }, details: { kind: 'text', text: 'My back' } },
      signatures: [{ signer: 'client', method: 'typed', name: 'Maya Rosario' }],
    }));
    return world.ok('consent.sign', { ...input, signatures: [] });
  };

  test('of a place that is only said in words takes every place out, whatever consents there are', async () => {
    const { world, clientId, newest, set } = await withClient();
    await set();
    await sign(world, clientId, 'area');
    expect(await newest()).toMatchObject({ source: 'withdrawal', words: 'My back', areas: { 'B-TRAP-L': out } });
    await sign(world, clientId, 'area');
    expect(await maps(world, clientId)).toHaveLength(2);
  });

  test('of something else leaves the map as it is', async () => {
    const { world, clientId, set } = await withClient();
    await set();
    await sign(world, clientId, 'photos');
    expect(await maps(world, clientId)).toHaveLength(1);
  });

  test('of places it names takes those alone, and the consent stands', () => {
    const what: Answers = { what: { kind: 'multi', values: ['area'], other: '' } };
    const which: Answers = { which: { kind: 'map', areas: { 'B-NECK': 'no', 'B-TRAP-L': 'ask' } } };
    const signed = { formId: 'withdrawal', title: 'Stop', answers: { ...what, ...which } };
    const consent = { id: 'c', formId: 'informed-consent', answers: { areas: { kind: 'map', areas: {} } }, withdrawals: [] };
    expect(placesTakenBackBy(signed)).toEqual({ areas: ['B-NECK'], words: 'Stop' });
    expect(takenBackBy(signed, [consent as never])).toEqual([]);
    expect(placesTakenBackBy({ ...signed, answers: what })).toEqual({ areas: 'every', words: 'Stop' });
    expect(placesTakenBackBy({ ...signed, formId: 'informed-consent' })).toBeNull();
  });
});
