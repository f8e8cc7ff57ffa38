import { describe, expect, test } from 'vitest';
import type { MapAreas } from '../../shared/consent-map.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { left, turnOn } from '../consent/area-consent.test-world.ts';
import { begunIntake, type IntakeWorld, intakeIn } from './intake.test-world.ts';

const day = 24 * 60 * 60 * 1000;
const marked: Answers = {
  'a-areas': { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask', 'B-TRAP-R': 'no' }, ceilings: { 'B-NECK': 1 } },
  'a-contact-level': { kind: 'choice', value: 'C2', other: '' },
};
const asMap: MapAreas = {
  'B-TRAP-L': { state: 'yes', ceiling: 2 },
  'B-NECK': { state: 'ask', ceiling: 1 },
  'B-TRAP-R': { state: 'no', ceiling: 0 },
};

/** The client marks their places while the screen is theirs. */
const mark = async ({ handOver, answer, end }: IntakeWorld, answers: Answers): Promise<void> => {
  const handover = await handOver();
  expect(await answer(handover, { answers: { ...intakeIn(handover).answers, ...answers } })).toMatchObject({ ok: true });
  expect(await end(handover)).toMatchObject({ ok: true });
};

const finish = async ({ world, clientId, save, open }: IntakeWorld): Promise<string> => {
  const { items } = await world.ok('intake.ofClient', { clientId });
  await save(Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])));
  const { id: intakeId, revision } = await open();
  await world.ok('intake.review', { intakeId, revision });
  world.later(day);
  return intakeId;
};

const map = async ({ world, clientId }: IntakeWorld) => (await world.ok('consentMap.get', { clientId })).map;
const maps = async ({ world, clientId }: IntakeWorld) => (await world.ok('consentMap.history', { clientId })).maps;

const setTogether = async (begun: IntakeWorld, areas: MapAreas, ceiling: 0 | 1 | 2 | 3 | 4) => {
  const basedOn = (await map(begun))?.id ?? null;
  const made = await begun.world.ok('consentMap.set', { clientId: begun.clientId, basedOn, ceiling, areas });
  begun.world.later(day);
  return made;
};

/** Someone whose first round is over, with a map from it. */
const reviewedOnce = async (): Promise<IntakeWorld> => {
  const begun = await begunIntake();
  await mark(begun, marked);
  await finish(begun);
  return begun;
};

describe('the places and the contact level of a round', () => {
  test('are the client’s map once it was gone through, and not before', async () => {
    const begun = await begunIntake();
    begun.world.later(day);
    await mark(begun, marked);
    expect(await map(begun)).toBeNull();
    begun.world.later(day);
    const sourceId = await finish(begun);
    expect(await map(begun)).toMatchObject({
      source: 'intake',
      sourceId,
      madeAt: '2026-11-26T15:58:00.000Z',
      ceiling: 2,
      areas: asMap,
      words: '',
    });
    expect((await begun.world.ok('intake.ofClient', { clientId: begun.clientId })).inWriting).toMatchObject({
      'a-areas': { by: 'map', at: '2026-11-26T15:58:00.000Z' },
    });
  });

  test('without a level allow no contact, and without either there is no map', async () => {
    const [none, placesAlone] = [await begunIntake(), await begunIntake()];
    await finish(none);
    expect(await map(none)).toBeNull();
    await mark(placesAlone, { 'a-areas': marked['a-areas'] ?? { kind: 'declined' } });
    await finish(placesAlone);
    expect(await map(placesAlone)).toMatchObject({ ceiling: 0 });
  });

  test('written down with the client close at once, and open nothing before the round was gone through', async () => {
    const begun = await begunIntake();
    await setTogether(begun, { 'B-TRAP-L': { state: 'yes', ceiling: 3 }, 'B-NECK': { state: 'yes', ceiling: 3 } }, 3);
    const areas = { 'B-TRAP-L': 'no', 'B-NECK': 'ask', 'B-KNEE-L': 'yes' } as const;
    await begun.save({
      'a-areas': { answer: { kind: 'map', areas } },
      'a-contact-level': { answer: { kind: 'choice', value: 'C1', other: '' } },
    });
    expect(await map(begun)).toMatchObject({
      source: 'intake',
      ceiling: 1,
      areas: { 'B-TRAP-L': { state: 'no', ceiling: 0 }, 'B-NECK': { state: 'ask', ceiling: 1 } },
    });
    expect((await map(begun))?.areas).not.toHaveProperty('B-KNEE-L');
    expect((await begun.world.audit()).map(({ action }) => action)).toContain('consent-map-withdrawn');
    await begun.save({ 'a-areas': { answer: { kind: 'map', areas: { ...areas, 'B-TRAP-L': 'yes' } } } });
    expect((await map(begun))?.areas['B-TRAP-L']).toEqual({ state: 'no', ceiling: 0 });
    await finish(begun);
    expect((await map(begun))?.areas).toMatchObject({ 'B-TRAP-L': { state: 'yes', ceiling: 1 }, 'B-KNEE-L': { state: 'yes', ceiling: 1 } });
  });

  test('cleared by the practitioner say nothing before the round was gone through', async () => {
    const begun = await reviewedOnce();
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    await begun.save({ 'a-areas': { answer: null }, 'a-contact-level': { answer: null } });
    expect(await map(begun)).toMatchObject({ ceiling: 2, areas: asMap });
    await finish(begun);
    expect(await map(begun)).toMatchObject({ ceiling: 0, areas: {} });
  });

  test('do not open again what was taken back after they were marked', async () => {
    const begun = await begunIntake();
    await mark(begun, marked);
    begun.world.later(day);
    await begun.world.ok('consentMap.withdraw', { clientId: begun.clientId, areas: ['B-NECK'], words: 'Not my neck' });
    await finish(begun);
    expect((await map(begun))?.areas).toEqual({ ...asMap, 'B-NECK': { state: 'no', ceiling: 0 } });
  });

  test('are history where a whole map was made together after them', async () => {
    const begun = await begunIntake();
    await mark(begun, marked);
    begun.world.later(day);
    const together = await setTogether(begun, { 'B-TRAP-R': { state: 'ask', ceiling: 1 } }, 1);
    await finish(begun);
    expect(await map(begun)).toEqual(together);
    expect((await maps(begun)).map(({ source }) => source)).toEqual(['together']);
  });
});

describe('a review', () => {
  test('begins with the places as they are today, whoever changed them', async () => {
    const begun = await reviewedOnce();
    await begun.world.ok('consentMap.withdraw', { clientId: begun.clientId, areas: ['B-TRAP-L'] });
    const { entries } = await begun.world.ok('intake.start', { clientId: begun.clientId });
    expect(entries['a-areas']).toMatchObject({
      answer: { areas: { 'B-TRAP-L': 'no', 'B-NECK': 'ask', 'B-TRAP-R': 'no' }, ceilings: { 'B-NECK': 1 } },
      from: 'client',
    });
    await setTogether(begun, { 'B-NECK': { state: 'yes', ceiling: 3 } }, 3);
    const { answers } = intakeIn(await begun.handOver());
    expect(answers['a-areas']).toEqual({ kind: 'map', areas: { 'B-NECK': 'yes' } });
    expect(answers['a-contact-level']).toMatchObject({ value: 'C3' });
  });

  test.each(['practitioner', 'paper'] as const)(
    'begins with whose the places were, though one was taken back since: from %s',
    async (from) => {
      const begun = await begunIntake();
      await begun.save({ 'a-areas': { answer: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' } }, from } });
      await finish(begun);
      begun.world.later(day);
      await begun.world.ok('consentMap.withdraw', { clientId: begun.clientId, areas: ['B-NECK'] });
      const { entries } = await begun.world.ok('intake.start', { clientId: begun.clientId });
      expect(entries['a-areas']).toMatchObject({ answer: { areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'no' } }, from });
    },
  );

  test('with neither of them answered anew makes no map, though the form was handed over with both in it', async () => {
    const begun = await reviewedOnce();
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    await setTogether(begun, { 'B-NECK': { state: 'yes', ceiling: 3 } }, 3);
    const handover = await begun.handOver();
    await begun.answer(handover, {
      answers: { ...intakeIn(handover).answers, 's-distress': { kind: 'scale', value: 1 } },
      seen: ['s-distress'],
    });
    await begun.end(handover);
    await finish(begun);
    expect((await maps(begun)).map(({ source }) => source)).toEqual(['together', 'intake']);
  });

  test('with another level alone keeps the places as they are today', async () => {
    const begun = await reviewedOnce();
    const together = await setTogether(begun, { ...asMap, 'B-TRAP-R': { state: 'yes', ceiling: 1 } }, 2);
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    await begun.save({ 'a-contact-level': { answer: { kind: 'choice', value: 'C1', other: '' } } });
    await finish(begun);
    expect(await map(begun)).toMatchObject({ source: 'intake', ceiling: 1, areas: { 'B-TRAP-R': { state: 'yes', ceiling: 1 } } });
    expect(Object.keys((await map(begun))?.areas ?? {}).sort()).toEqual(Object.keys(together.areas).sort());
  });

  test('changes the places someone touched, and leaves the others as they became meanwhile', async () => {
    const begun = await reviewedOnce();
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    const { answer } = (await begun.open()).entries['a-areas'] ?? {};
    if (answer?.kind !== 'map') throw new Error('no places were marked');
    await setTogether(begun, { 'B-TRAP-L': { state: 'no', ceiling: 0 }, 'B-NECK': { state: 'yes', ceiling: 2 } }, 2);
    await begun.save({ 'a-areas': { answer: { ...answer, areas: { ...answer.areas, 'F-PALM-L': 'ask' } } } });
    expect((await begun.open()).entries['a-areas']?.answer).toEqual({
      kind: 'map',
      areas: { 'B-TRAP-L': 'no', 'B-NECK': 'yes', 'F-PALM-L': 'ask' },
    });
  });

  test('in which the client closes a place closes it at once, and opens nothing before it was gone through', async () => {
    const begun = await reviewedOnce();
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    begun.world.later(day);
    const handover = await begun.handOver();
    begun.world.later(1_000);
    const areas = { 'B-TRAP-L': 'no', 'B-NECK': 'yes', 'B-TRAP-R': 'yes' } as const;
    await begun.answer(handover, { answers: { ...intakeIn(handover).answers, 'a-areas': { kind: 'map', areas } } });
    begun.world.later(1_000);
    await begun.end(handover);
    const [closed] = [await map(begun)];
    expect(closed).toMatchObject({ source: 'handover', areas: { ...asMap, 'B-TRAP-L': { state: 'no', ceiling: 0 } } });
    begun.world.later(1_000);
    await finish(begun);
    expect(await map(begun)).toMatchObject({
      source: 'intake',
      ceiling: 2,
      areas: { 'B-TRAP-L': { state: 'no', ceiling: 0 }, 'B-NECK': { state: 'yes', ceiling: 2 }, 'B-TRAP-R': { state: 'yes', ceiling: 2 } },
    });
  });

  test('keeps the limit a place had of its own while no contact is allowed anywhere', async () => {
    const begun = await reviewedOnce();
    await setTogether(begun, { 'B-NECK': { state: 'yes', ceiling: 1 } }, 2);
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    await begun.save({ 'a-contact-level': { answer: { kind: 'choice', value: 'C0', other: '' } } });
    const { answers } = intakeIn(await begun.handOver());
    expect(answers['a-areas']).toEqual({ kind: 'map', areas: { 'B-NECK': 'yes' }, ceilings: { 'B-NECK': 1 } });
  });

  test('opens no place again that was taken back while it was off the chart', async () => {
    const begun = await begunIntake();
    const { world, clientId } = begun;
    await turnOn(world, left);
    await mark(begun, { ...marked, 'a-areas': { kind: 'map', areas: { [left]: 'ask' } } });
    await turnOn(world);
    await world.ok('consentMap.withdraw', { clientId, areas: [left], words: 'Not there' });
    await mark(begun, { 'a-areas': { kind: 'map', areas: { 'B-NECK': 'ask' } } });
    await finish(begun);
    expect((await map(begun))?.areas).toMatchObject({ [left]: { state: 'no', ceiling: 0 }, 'B-NECK': { state: 'ask' } });
  });
});
