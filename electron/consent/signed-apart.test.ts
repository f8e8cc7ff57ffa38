import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, factsFilled, filledIn, handOver, ready, returned } from './consent.test-world.ts';

const day = 86_400_000;
const hanaSigns: Signature[] = [{ signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' }];

/** A release to someone, signed, that counts until a day. */
const released = async (world: TestWorld, clientId: string, to: string, until: string): Promise<string> => {
  world.later(1_000);
  const blanks = { release_from: 'us', release_to: to };
  const { id: handoverId, fillings } = await handOver(world, clientId, { formId: 'release-of-information', blanks });
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { form, id: fillingId, revision } = filling;
  const several = form.elements.filter((one) => one.capture === 'multi' && one.id !== 'scores');
  const { 'expire-event': _, ...others } = answersTo(form);
  const answers: Answers = {
    ...others,
    ...Object.fromEntries(several.map((one) => [one.id, { kind: 'multi', values: [one.options[0]?.value ?? ''], other: '' } as const])),
    expire: { kind: 'choice', value: 'date', other: '' },
    'expire-date': { kind: 'date', day: until },
  };
  await world.ok('handover.answer', { ...filledIn(form, { answers }), handoverId, fillingId, revision });
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  await world.ok('handover.review', { fillingId, reviewed: form.elements.map(({ id }) => id) });
  return (await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [] })).id;
};

const practice = async () => {
  const world = await testWorld();
  await factsFilled(world);
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  return { world, clientId };
};

describe('a form signed more than once', () => {
  const again = async (world: TestWorld, clientId: string, form: ConsentForm) => {
    const fillingId = await returned(world, clientId, form);
    return world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: hanaSigns });
  };

  test('once at a time: an older one named takes the newer back with it, each part where it still stands', async () => {
    const { world, form, input, clientId } = await ready();
    const consent = await world.ok('consent.sign', input);
    const withdraw = (rest: Partial<InputOf<'consent.withdraw'>> = {}) =>
      world.call('consent.withdraw', { consentId: consent.id, by: 'client', parts: [], words: 'Not any more', ...rest });
    const state = async () => (await world.ok('consent.ofClient', { clientId })).forms.find((one) => one.formId === form.id);
    world.later(60_000);
    const next = await again(world, clientId, form);
    await withdraw({ consentId: next.id, parts: ['clothing'] });
    expect((await withdraw({ parts: ['areas'] })).ok).toBe(true);
    expect(await state()).toMatchObject({ state: 'in-force', consentId: next.id, partsWithdrawn: ['clothing', 'areas'] });
    expect(await withdraw()).toMatchObject({ ok: true, value: { id: consent.id } });
    expect(await state()).toMatchObject({ state: 'withdrawn', consentId: next.id });
    expect((await world.audit()).filter((entry) => entry.action === 'consent-withdrawn').map((entry) => entry.record_id)).toEqual([
      next.id,
      consent.id,
      consent.id,
      next.id,
      consent.id,
      next.id,
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('for each recipient: each stands, is named and is taken back by itself', async () => {
    const { world, clientId } = await practice();
    const [soon, late] = [await released(world, clientId, 'Dr A', '2026-12-10'), await released(world, clientId, 'Dr B', '2027-11-01')];
    const state = async () =>
      (await world.ok('consent.ofClient', { clientId })).forms.find((one) => one.formId === 'release-of-information');
    const named = async () =>
      (await world.ok('consent.attention', {})).attention.map(({ formState }) => [formState.consentId, formState.state]);
    const back = (consentId: string) => world.ok('consent.withdraw', { consentId, by: 'client', parts: [], words: '' });
    expect(await state()).toMatchObject({ state: 'in-force', consentId: late });
    expect(await named()).toEqual([[soon, 'ends-soon']]);

    await back(late);
    expect(await state()).toMatchObject({ state: 'ends-soon', consentId: soon, endsOn: '2026-12-11' });
    expect(await named()).toEqual([[soon, 'ends-soon']]);
    const last = await released(world, clientId, 'Dr C', '2027-11-01');
    await back(soon);
    expect(await state()).toMatchObject({ state: 'in-force', consentId: last });
    expect(await named()).toEqual([]);
    await back(last);
    expect(await state()).toMatchObject({ state: 'withdrawn', consentId: last });
    expect(await world.open.database.selectFrom('consent_withdrawals').select('parts').execute()).toHaveLength(3);
  });

  test('one that has ended is named no more once another was signed', async () => {
    const { world, clientId } = await practice();
    await released(world, clientId, 'Dr A', '2026-12-10');
    await released(world, clientId, 'Dr A', '2027-11-01');
    world.later(16 * day);
    expect((await world.ok('consent.attention', {})).attention).toHaveLength(1);
    world.later(day);
    expect((await world.ok('consent.attention', {})).attention).toEqual([]);
  });
});
