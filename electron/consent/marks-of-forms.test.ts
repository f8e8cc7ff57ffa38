import { describe, expect, test } from 'vitest';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Filled } from '../../shared/handover.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { answerPlace, fillingOn, left, ofPlace, practiceWith, readThrough, right, takeBack } from './area-consent.test-world.ts';
import { answersTo, handOver, ready, returned } from './consent.test-world.ts';

const withdraw = (world: TestWorld, clientId: string, ...areas: string[]) =>
  world.ok('consentMap.withdraw', { clientId, areas, words: 'Not there' });

/** The places as they were marked, and who signed, in the one form that is on the screen. */
const onScreen = async (world: TestWorld, clientId: string) => {
  const [filling] = (await handOver(world, clientId, 'informed-consent')).fillings;
  return { areas: filling?.answers.areas, signers: filling?.signatures.map(({ signer }) => signer) };
};

/** Light contact, and less at the neck. */
const marked = (form: ConsentForm): Partial<Filled> => ({
  answers: {
    ...answersTo(form),
    areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }, ceilings: { 'B-NECK': 1 } },
    'contact-level': { kind: 'choice', value: 'C2', other: '' },
  },
});

describe('a place taken back after a form was filled', () => {
  test('is out when the form is handed over again, and the signature on it falls', async () => {
    const { world, clientId } = await ready({}, marked);
    world.later(60_000);
    await withdraw(world, clientId, 'B-NECK');
    expect(await onScreen(world, clientId)).toEqual({
      areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'no' } },
      signers: [],
    });
  });

  test('is out though the clock of the computer was set back meanwhile', async () => {
    const { world, clientId } = await ready({}, marked);
    world.later(-3_600_000);
    await withdraw(world, clientId, 'B-NECK');
    expect(await onScreen(world, clientId)).toMatchObject({ areas: { areas: { 'B-NECK': 'no' } }, signers: [] });
  });

  test('and not marked in it changes nothing in it', async () => {
    const { world, clientId } = await ready();
    world.later(60_000);
    await withdraw(world, clientId, 'B-KNEE-L');
    world.later(60_000);
    expect(await onScreen(world, clientId)).toEqual({
      areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' } },
      signers: ['client'],
    });
  });

  test('in the very form keeps what the client said in it, and their signature', async () => {
    const { world, input, clientId } = await ready({}, marked);
    await world.ok('consent.sign', input);
    const form = (await world.ok('consent.forms', { clientId })).forms.find(({ id }) => id === 'informed-consent')!;
    world.later(60_000);
    const areas = { kind: 'map' as const, areas: { 'B-TRAP-L': 'ask' as const, 'B-NECK': 'no' as const } };
    await returned(world, clientId, form, { answers: { ...answersTo(form), areas } });
    world.later(60_000);
    expect(await onScreen(world, clientId)).toEqual({ areas, signers: ['client'] });
  });

  test('leaves nothing to finish in the form of that place, and another place as it was', async () => {
    const { world, clientId } = await practiceWith(left, right);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left), ofPlace(right)] });
    for (const area of [left, right]) await answerPlace(world, area);
    await takeBack(world);
    const [ofLeft, ofRight] = [await readThrough(world, clientId, left), await readThrough(world, clientId, right)];
    world.later(60_000);
    await withdraw(world, clientId, left);
    expect(await world.ok('consent.check', { fillingId: ofLeft.fillingId, signatures: [] })).toMatchObject({ leftOut: true });
    expect(await world.call('consent.sign', ofLeft)).toEqual({ ok: false, error: { code: 'refused', reason: 'area-left-out' } });
    expect((await world.ok('consent.sign', ofRight)).area).toBe(right);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    expect(fillingOn(await world.ok('handover.current', {}), left)).toMatchObject({
      answers: { area: { kind: 'map', areas: { [left]: 'no' } } },
      signatures: [],
    });
  });
});

describe('signing the consent', () => {
  const maps = async (world: TestWorld, clientId: string) =>
    (await world.ok('consentMap.history', { clientId })).maps.map(({ source, sourceId, madeAt, ceiling, areas }) => ({
      source,
      sourceId,
      madeAt,
      ceiling,
      areas,
    }));

  test('makes its places the client’s map, with the contact level it names', async () => {
    const { world, input, clientId } = await ready({}, marked);
    world.later(60_000);
    const consent = await world.ok('consent.sign', input);
    expect(await maps(world, clientId)).toEqual([
      {
        source: 'consent',
        sourceId: consent.id,
        madeAt: consent.signedAt,
        ceiling: 2,
        areas: { 'B-TRAP-L': { state: 'yes', ceiling: 2 }, 'B-NECK': { state: 'ask', ceiling: 1 } },
      },
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('opens no place that was taken back after the client signed', async () => {
    const { world, input, clientId } = await ready();
    world.later(60_000);
    await withdraw(world, clientId, 'B-NECK');
    world.later(60_000);
    await world.ok('consent.sign', input);
    const [now] = await maps(world, clientId);
    expect(now).toMatchObject({ source: 'consent', areas: { 'B-TRAP-L': { state: 'yes' }, 'B-NECK': { state: 'no' } } });
  });

  test('stays behind a map made together since the client signed', async () => {
    const { world, input, clientId } = await ready();
    world.later(60_000);
    const { id } = await world.ok('consentMap.set', {
      clientId,
      basedOn: null,
      ceiling: 1,
      areas: { 'B-TRAP-R': { state: 'ask', ceiling: 1 } },
    });
    world.later(60_000);
    await world.ok('consent.sign', input);
    expect((await world.ok('consentMap.get', { clientId })).map?.id).toBe(id);
    expect(await maps(world, clientId)).toHaveLength(1);
  });

  test('of any other form makes none', async () => {
    const { world, clientId } = await practiceWith(left);
    await world.ok('handover.begin', { clientId, forms: [ofPlace(left)] });
    await answerPlace(world, left);
    await takeBack(world);
    await world.ok('consent.sign', await readThrough(world, clientId, left));
    expect((await maps(world, clientId)).filter(({ source }) => source === 'consent')).toEqual([]);
  });
});
