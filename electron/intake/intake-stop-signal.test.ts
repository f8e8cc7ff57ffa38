import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { begunIntake, type IntakeWorld } from './intake.test-world.ts';

type Changes = InputOf<'intake.save'>['changes'];

const said = (word: string | null, sign: string | null): Changes => ({
  ...(word === null ? {} : { 's-stop-word': { answer: { kind: 'text', text: word } } }),
  ...(sign === null ? {} : { 's-stop-sign': { answer: { kind: 'choice', value: sign, other: '' } } }),
});

const finish = async ({ world, clientId, save, open }: IntakeWorld): Promise<void> => {
  const { items } = await world.ok('intake.ofClient', { clientId });
  await save(Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])));
  world.later(60_000);
  const { id: intakeId, revision } = await open();
  await world.ok('intake.review', { intakeId, revision });
};

const signal = async ({ world, clientId }: IntakeWorld) => {
  const { stopWord, stopGesture, stopRehearsedAt } = await world.ok('clients.get', { id: clientId });
  return [stopWord, stopGesture, stopRehearsedAt];
};

const rehearse = ({ world, clientId }: IntakeWorld, word: string, gesture: string) =>
  world.ok('stopSignal.rehearsed', { clientId, word, gesture });

const cases: readonly (readonly [string, Changes, readonly unknown[]])[] = [
  ['neither is said: what stands stays, and stays rehearsed', said(null, null), ['amber', 'a lifted hand', expect.any(String)]],
  ['both are said as they stand', said('amber', 'hand'), ['amber', 'a lifted hand', expect.any(String)]],
  ['another word', said('river', null), ['river', 'a lifted hand', null]],
  ['another signal, in the words of the form', said(null, 'squeeze'), ['amber', 'a squeeze, or dropping an object', null]],
  ['both are others', said('river', 'tap'), ['river', 'two taps', null]],
  ['a word of blanks', said('\u200b ', null), ['amber', 'a lifted hand', expect.any(String)]],
  ['a text too long for a word', said('x'.repeat(201), null), ['amber', 'a lifted hand', expect.any(String)]],
];

describe('the stop signal once a round was gone through', () => {
  test.each(cases)('%s', async (_, changes, expected) => {
    const begun = await begunIntake();
    await rehearse(begun, 'amber', 'a lifted hand');
    begun.world.later(60_000);
    await begun.save(changes);
    await finish(begun);
    expect(await signal(begun)).toEqual(expected);
  });

  test('stays what was agreed after the answer was given', async () => {
    const begun = await begunIntake();
    begun.world.later(60_000);
    await begun.save(said('river', 'bell'));
    begun.world.later(60_000);
    await begun.world.ok('stopSignal.set', { clientId: begun.clientId, version: 1, word: 'pause', gesture: 'an open palm' });
    await finish(begun);
    expect(await signal(begun)).toEqual(['pause', 'an open palm', null]);
  });

  test.each([
    ['the signal', { word: 'amber', gesture: 'an open palm' }, ['river', 'an open palm', null]],
    ['the word', { word: 'pause', gesture: 'a lifted hand' }, ['pause', 'a bell in the hand', null]],
  ] as const)('is what was answered, but for %s alone that was agreed after it', async (_, agreed, expected) => {
    const begun = await begunIntake();
    begun.world.later(60_000);
    await begun.save(said('river', 'bell'));
    begun.world.later(60_000);
    await begun.world.ok('stopSignal.set', { clientId: begun.clientId, version: 1, ...agreed });
    await finish(begun);
    expect(await signal(begun)).toEqual(expected);
  });

  test('is the client’s own word from the screen, though the practice changed the signal meanwhile and back', async () => {
    const begun = await begunIntake();
    const handover = await begun.handOver();
    begun.world.later(60_000);
    await begun.answer(handover, { answers: { 's-stop-word': { kind: 'text', text: 'river' } } });
    await begun.end(handover);
    for (const [version, gesture] of [
      [1, 'an open palm'],
      [2, 'a lifted hand'],
    ] as const) {
      begun.world.later(60_000);
      await begun.world.ok('stopSignal.set', { clientId: begun.clientId, version, word: 'amber', gesture });
    }
    await finish(begun);
    expect(await signal(begun)).toEqual(['river', 'a lifted hand', null]);
  });

  test('is not taken from the round before again in a review', async () => {
    const begun = await begunIntake();
    begun.world.later(60_000);
    await begun.save(said('river', 'bell'));
    await finish(begun);
    begun.world.later(60_000);
    const { version } = await begun.world.ok('clients.get', { id: begun.clientId });
    await begun.world.ok('stopSignal.set', { clientId: begun.clientId, version, word: 'pause', gesture: 'an open palm' });
    await begun.world.ok('intake.start', { clientId: begun.clientId });
    await finish(begun);
    expect(await signal(begun)).toEqual(['pause', 'an open palm', null]);
  });

  test('stands in the trail and in its history', async () => {
    const begun = await begunIntake();
    begun.world.later(60_000);
    await begun.save(said('river', 'bell'));
    await finish(begun);
    expect(
      (await begun.world.audit())
        .slice(-2)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['intake-reviewed', 'stop-signal-agreed']);
    const rows = await begun.world.open.database.selectFrom('stop_signals').select(['word', 'gesture']).orderBy('agreed_at').execute();
    expect(rows.at(-1)).toEqual({ word: 'river', gesture: 'a bell in the hand' });
  });
});
