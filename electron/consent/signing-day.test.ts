import { describe, expect, test } from 'vitest';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, factsFilled, filledIn, handOver, ready, returned } from './consent.test-world.ts';

const day = 86_400_000;
const formId = 'release-of-information';

const releaseWorld = async (): Promise<{ readonly world: TestWorld; readonly clientId: string }> => {
  const world = await testWorld();
  await factsFilled(world);
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

/** A release that ends on a date the client sets. */
const until = (form: ConsentForm, end: string): Answers => {
  const multi = form.elements.filter((element) => element.capture === 'multi');
  const chosen = multi.map((one) => [one.id, { kind: 'multi', values: [one.options[0]?.value ?? ''], other: '' }]);
  const { 'expire-event': _, scores: __, ...answers } = { ...answersTo(form), ...(Object.fromEntries(chosen) as Answers) };
  return { ...answers, expire: { kind: 'choice', value: 'date', other: '' }, 'expire-date': { kind: 'date', day: end } };
};

/** Hands the form over and gives it that date; the reply, and how to take it back and read it through. */
const given = async (world: TestWorld, clientId: string, end: string) => {
  const blanks = { release_from: 'the practice', release_to: 'Dr Osei' };
  const { id: handoverId, fillings } = await handOver(world, clientId, { formId, blanks });
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { form, id: fillingId, revision } = filling;
  const reply = await world.call('handover.answer', { ...filledIn(form, { answers: until(form, end) }), handoverId, fillingId, revision });
  const sign = async () => {
    await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
    await world.ok('handover.review', { fillingId, reviewed: form.elements.map((element) => element.id) });
    return () => world.call('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [] });
  };
  return { filling, reply, sign };
};

const standing = async (world: TestWorld, clientId: string, id: string) =>
  (await world.ok('consent.ofClient', { clientId })).forms.find((form) => form.formId === id);

describe('a date the client sets as the last one', () => {
  test.each(['2020-01-01', '2026-11-24', '2027-11-25', '9999-12-31'])('is not taken where it cannot be: %s', async (end) => {
    const { world, clientId } = await releaseWorld();
    expect((await given(world, clientId, end)).reply).toMatchObject({
      ok: false,
      error: { reason: 'answers-not-allowed', details: { elements: ['expire-date'] } },
    });
  });

  test.each([
    ['2026-11-25', '2026-11-26'],
    ['2027-11-24', '2027-11-25'],
  ])('%s is taken, and the form ends the day after', async (end, endsOn) => {
    const { world, clientId } = await releaseWorld();
    const sign = await (await given(world, clientId, end)).sign();
    expect(await sign()).toMatchObject({ ok: true, value: { endsOn } });
  });

  test('that has come before the form is completed is refused in words, and is chosen again with the signature', async () => {
    const { world, clientId } = await releaseWorld();
    const sign = await (await given(world, clientId, '2026-11-26')).sign();
    world.later(2 * day);
    expect(await sign()).toMatchObject({ error: { reason: 'end-date-not-allowed', details: { elements: ['expire-date'] } } });
    const { filling, reply } = await given(world, clientId, '2027-02-01');
    expect([filling.answers['expire-date'], filling.signatures, reply.ok]).toEqual([undefined, [], true]);
  });

  test('kept before such days were refused does not close the client’s page', async () => {
    const { world, clientId } = await releaseWorld();
    const sign = await (await given(world, clientId, '2027-02-01')).sign();
    await sign();
    await world.open.database.schema.alterTable('consents').renameTo('consents_before').execute();
    await world.open.database.schema
      .createTable('consents')
      .as(world.open.database.selectFrom('consents_before' as 'consents').selectAll())
      .execute();
    await world.open.database.updateTable('consents').set({ ends_on: '+010000-01-01' }).execute();
    expect(await standing(world, clientId, formId)).toMatchObject({ state: 'in-force', endsOn: '9999-12-31' });
  });
});

test('a consent whose time was over before it was completed is not kept; handed over again it is signed again', async () => {
  const { world, form, input, clientId } = await ready();
  world.later(400 * day);
  expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'ended-already' } });
  expect(await world.open.database.selectFrom('consents').select('id').execute()).toEqual([]);
  const fillingId = await returned(world, clientId, form);
  expect(await world.call('consent.sign', { ...input, fillingId })).toMatchObject({ ok: true });
});

describe('whether somebody is under age', () => {
  const ageIs18 = async (world: TestWorld): Promise<void> => {
    const { version } = await world.ok('profile.formFacts', {});
    await world.ok('profile.setFormFacts', { version, facts: [{ placeholder: 'local_age', words: '18', checkedOn: null }] });
  };

  test('is judged on the day they signed, not on the day it was completed', async () => {
    const { world, form, input, clientId } = await ready({ birthDate: '2008-11-25' });
    await ageIs18(world);
    world.later(day);
    await world.ok('consent.sign', input);
    expect(await world.open.database.selectFrom('consents').select('under_age').execute()).toEqual([{ under_age: 1 }]);
    expect(await standing(world, clientId, form.id)).toMatchObject({ state: 'sign-again', reason: 'came-of-age' });
  });

  test('and was signed as an adult all the same, is asked again', async () => {
    const { world, form, input, clientId } = await ready();
    await ageIs18(world);
    await world.ok('consent.sign', input);
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.update', { id: clientId, version, details: { ...clientDetails, birthDate: '2012-01-01' } });
    expect(await standing(world, clientId, form.id)).toMatchObject({ state: 'sign-again', reason: 'under-age' });
  });
});
