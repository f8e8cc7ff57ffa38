import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { foundAbout, screened } from './health.test-world.ts';
import { begunIntake, type IntakeWorld } from './intake.test-world.ts';

const choice = (value: string): Answer => ({ kind: 'choice', value, other: '' });
const declined: Answer = { kind: 'declined' };
const itemOf = { 's-own-choice': 'coercion', 's-steady': 'g2' } as const;
type Item = keyof typeof itemOf;

const foundBy = ({ world, clientId }: IntakeWorld, item: Item): Promise<Finding | null> => foundAbout(world, clientId, itemOf[item]);
const saidOf = (finding: Finding | null): readonly string[] =>
  (finding?.events ?? []).map((event) => (event.what === 'said' ? `${event.answer} ${event.source} ${event.sourceId}` : event.what));
const entries = async ({ world }: IntakeWorld): Promise<readonly string[]> => (await world.audit()).map(({ action }) => action);

const cases: readonly (readonly [Item, Answer, Finding['cause']])[] = [
  ['s-own-choice', choice('no'), 'yes'],
  ['s-own-choice', choice('partly'), 'not-sure'],
  ['s-own-choice', declined, 'not-answered'],
  ['s-own-choice', choice('yes'), null],
  ['s-steady', choice('no'), 'yes'],
  ['s-steady', choice('unsure'), 'not-sure'],
  ['s-steady', declined, 'not-answered'],
  ['s-steady', choice('yes'), null],
];

describe('a question of the intake that asks about a finding as well', () => {
  test.each(cases)('%s typed in as %j is found as %s, with one entry of the save', async (item, answer, cause) => {
    const intake = await begunIntake();
    const { id } = await intake.open();
    const before = (await entries(intake)).length;
    expect(await intake.save({ [item]: { answer } })).toMatchObject({ ok: true });
    expect((await entries(intake)).slice(before)).toEqual(['intake-opened', 'intake-changed']);
    const finding = await foundBy(intake, item);
    expect(finding?.cause ?? null).toBe(cause);
    expect(saidOf(finding)).toEqual(cause === null ? [] : [`${cause} intake ${id}`]);
  });

  test.each(cases)('%s answered by the client as %j is found as %s once the screen comes back', async (item, answer, cause) => {
    const intake = await begunIntake();
    const handover = await intake.handOver();
    await intake.answer(handover, { answers: { [item]: answer } });
    expect(await intake.world.open.database.selectFrom('findings').selectAll().execute()).toEqual([]);
    expect(await intake.end(handover)).toMatchObject({ ok: true, value: { crisisId: null } });
    expect((await foundBy(intake, item))?.cause ?? null).toBe(cause);
  });

  test('answered clearly later is kept beside what was found, and takes nothing back', async () => {
    const intake = await begunIntake();
    for (const value of ['no', 'yes', 'partly', 'yes']) await intake.save({ 's-own-choice': { answer: choice(value) } });
    const finding = await foundBy(intake, 's-own-choice');
    expect(finding).toMatchObject({ cause: 'yes', weight: 'absolute' });
    expect(finding?.saysNo).not.toBeNull();
    expect(saidOf(finding).map((said) => said.split(' ')[0])).toEqual(['yes', 'no', 'not-sure', 'no']);
  });

  test('says nothing where something else of it changes, it is cleared, or no other item of the round is about a finding', async () => {
    const intake = await begunIntake();
    await intake.save({ 's-own-choice': { answer: choice('no') } });
    const before = saidOf(await foundBy(intake, 's-own-choice'));
    const changes: readonly InputOf<'intake.save'>['changes'][] = [
      { 's-own-choice': { discussed: true } },
      { 's-own-choice': { note: 'Said so at the door' } },
      { 's-own-choice': { answer: null } },
      { 's-distress': { answer: { kind: 'scale', value: 9 } } },
    ];
    for (const change of changes) await intake.save(change);
    expect(saidOf(await foundBy(intake, 's-own-choice'))).toEqual(before);
    expect(await intake.world.open.database.selectFrom('findings').select('item_id').execute()).toEqual([{ item_id: 'coercion' }]);
  });

  test('is said anew by a client who leaves it as it was, of what was resolved meanwhile', async () => {
    const intake = await begunIntake();
    await intake.save({ 's-own-choice': { answer: choice('no') } });
    const found = await foundBy(intake, 's-own-choice');
    await intake.world.ok('health.resolve', {
      findingId: found?.id ?? '',
      version: found?.version ?? 0,
      decision: { what: 'resolve', reason: 'Typed by mistake' },
    });
    const untouched = await intake.handOver();
    await intake.answer(untouched, { seen: [] });
    await intake.end(untouched);
    expect((await foundBy(intake, 's-own-choice'))?.cause).toBeNull();
    const handover = await intake.handOver();
    await intake.answer(handover, {});
    await intake.end(handover);
    expect((await foundBy(intake, 's-own-choice'))?.cause).toBe('yes');
  });

  describe('prefilled from the round before', () => {
    /** The round is ended with every item spoken about; the next one begins with its answers. */
    const ended = async (intake: IntakeWorld): Promise<void> => {
      const { items } = await intake.world.ok('intake.ofClient', { clientId: intake.clientId });
      await intake.save(Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])));
      const { id: intakeId, revision } = await intake.open();
      await intake.world.ok('intake.review', { intakeId, revision });
    };
    const resolved = async (intake: IntakeWorld, item: Item): Promise<void> => {
      const { id: findingId = '', version = 0 } = (await foundBy(intake, item)) ?? {};
      await intake.world.ok('health.resolve', { findingId, version, decision: { what: 'resolve', reason: 'Spoken about alone' } });
    };

    test.each(cases.filter(([, , cause]) => cause !== null))(
      '%s left as %j is said anew as %s when that round ends',
      async (item, answer, cause) => {
        const intake = await begunIntake();
        await intake.save({ [item]: { answer } });
        await resolved(intake, item);
        // Decided about in this round: its end says nothing anew.
        await ended(intake);
        expect((await foundBy(intake, item))?.cause).toBeNull();
        intake.world.later(400 * 86_400_000);
        await intake.world.ok('intake.start', { clientId: intake.clientId });
        expect((await foundBy(intake, item))?.cause).toBeNull();
        await ended(intake);
        expect((await foundBy(intake, item))?.cause).toBe(cause);
        expect(intake.world.announced).toContain('safety');
      },
    );

    test('a clear answer settles no blank of the health questions', async () => {
      const intake = await begunIntake();
      const { world, clientId } = intake;
      await intake.save({ 's-own-choice': { answer: choice('yes') } });
      await ended(intake);
      await screened(world, clientId, { coercion: 'declined' });
      await world.ok('intake.start', { clientId });
      await ended(intake);
      expect((await foundBy(intake, 's-own-choice'))?.cause).toBe('not-answered');
    });
  });

  test('is kept with what it says, or neither is', async () => {
    const intake = await begunIntake();
    await refuseRows(intake.world.open.database, 'finding_events');
    expect(await intake.save({ 's-own-choice': { answer: choice('no') } })).toMatchObject({ ok: false });
    await allowRows(intake.world.open.database);
    expect((await intake.open()).entries).toEqual({});
    expect(await foundBy(intake, 's-own-choice')).toBeNull();
  });
});
