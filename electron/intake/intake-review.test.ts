import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { changesSince } from '../../shared/intake-rules.ts';
import { factsFilled } from '../consent/consent.test-world.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { begunIntake, type IntakeWorld, someAnswers } from './intake.test-world.ts';

const day = 24 * 60 * 60 * 1000;

/** Everything said aloud, and no answer to anything. */
const goneThrough = async ({ world, clientId, save }: IntakeWorld, but: readonly string[] = []): Promise<void> => {
  const { items } = await world.ok('intake.ofClient', { clientId });
  const said = items.filter(({ id }) => !but.includes(id)).map(({ id }) => [id, { discussed: true }]);
  expect(await save(Object.fromEntries(said))).toMatchObject({ ok: true });
};

const review = async (begun: IntakeWorld, input: Partial<InputOf<'intake.review'>> = {}) => {
  const { id: intakeId, revision } = await begun.open();
  return begun.world.call('intake.review', { intakeId, revision, ...input });
};

describe('finishing', () => {
  test('asks for every item to be gone through, and for no answer', async () => {
    const begun = await begunIntake();
    const { items } = await begun.world.ok('intake.ofClient', { clientId: begun.clientId });
    expect(await review(begun)).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'items-open', details: { items: items.map(({ id }) => id) } },
    });
    await goneThrough(begun, ['s-steady', 'f-order']);
    await begun.save({ 's-steady': { left: true }, 'f-order': { note: 'next time' } });
    expect(await review(begun)).toMatchObject({ error: { reason: 'items-open', details: { items: ['f-order'] } } });
    await begun.save({ 'f-order': { discussed: true } });
    begun.world.later(day);
    const before = await begun.open();
    const reply = await review(begun);
    expect(reply).toEqual({
      ok: true,
      value: {
        ...before,
        reviewedAt: '2026-11-25T15:58:00.000Z',
        reviewedBy: begun.world.open.actor.id,
        reviewDue: '2027-11-25',
        revision: before.revision + 1,
        savedAt: '2026-11-25T15:58:00.000Z',
      },
    });
    expect((await begun.world.audit()).slice(-1)).toMatchObject([
      { action: 'intake-reviewed', client_id: begun.clientId, record_id: before.id },
    ]);
    const { open, newest, rounds } = await begun.world.ok('intake.ofClient', { clientId: begun.clientId });
    expect({ open, newest, rounds: rounds.length }).toEqual({ open: null, newest: reply.ok && reply.value, rounds: 1 });
  });

  test('every item skipped that may be is enough', async () => {
    const begun = await begunIntake();
    const { items } = await begun.world.ok('intake.ofClient', { clientId: begun.clientId });
    const left = items.map(({ id, maySkip }) => [id, maySkip ? { left: true } : { discussed: true }]);
    await begun.save(Object.fromEntries(left));
    expect(await review(begun)).toMatchObject({ ok: true, value: { reviewDue: '2027-11-24' } });
  });

  test('of a child of seven is due again after half a year', async () => {
    const begun = await begunIntake({ birthDate: '2019-03-01' });
    await factsFilled(begun.world);
    await goneThrough(begun);
    expect(await review(begun)).toMatchObject({ ok: true, value: { reviewDue: '2027-05-24' } });
  });

  test('is done once, and nothing is changed afterwards', async () => {
    const begun = await begunIntake();
    await goneThrough(begun);
    const { id: intakeId, revision } = await begun.open();
    await begun.world.ok('intake.review', { intakeId, revision });
    const over = { ok: false, error: { code: 'refused', reason: 'intake-over' } };
    for (const at of [revision, revision + 1]) expect(await begun.world.call('intake.review', { intakeId, revision: at })).toEqual(over);
    expect(await begun.world.call('intake.save', { intakeId, revision: revision + 1, changes: { 's-easier': { note: 'x' } } })).toEqual(
      over,
    );
    const { database } = begun.world.open;
    await expect(database.updateTable('intakes').set({ entries: '{}' }).execute()).rejects.toThrow('a reviewed intake is immutable');
  });

  test('is refused on an older revision, with the round as it stands, and once the client is archived', async () => {
    const begun = await begunIntake();
    await goneThrough(begun);
    expect(await review(begun, { revision: 0 })).toEqual({ ok: false, error: { code: 'conflict', current: await begun.open() } });
    await begun.world.ok('clients.archive', { id: begun.clientId, version: 1, archived: true });
    expect(await review(begun)).toMatchObject({ error: { reason: 'client-archived' } });
  });
});

describe('a review', () => {
  test('begins with the answers of the round before and none of its marks, and shows what is another one', async () => {
    const begun = await begunIntake();
    const { world, clientId, save } = begun;
    await save(Object.fromEntries(Object.entries(someAnswers).map(([id, answer]) => [id, { answer, note: 'said in the first round' }])));
    await goneThrough(begun);
    await save({ 's-easier': { talk: true, inWriting: true } });
    const first = await review(begun);
    if (!first.ok) throw new Error('the first round is not over');
    world.later(300 * day);
    const round = await world.ok('intake.start', { clientId });
    expect(round).toMatchObject({ number: 2, revision: 0, reviewedAt: null });
    expect(Object.keys(round.entries).sort()).toEqual(Object.keys(someAnswers).sort());
    for (const [id, entry] of Object.entries(round.entries)) {
      const { answer, from, answeredAt, asked } = first.value.entries[id] ?? {};
      expect(entry).toEqual({
        answer,
        from,
        answeredAt,
        asked,
        clientSaid: null,
        talk: false,
        discussedAt: null,
        leftAt: null,
        inWritingAt: null,
        note: '',
      });
    }
    await save({ 's-distress': { answer: { kind: 'scale', value: 2 } }, 's-body-now': { answer: null } });
    const { items, open, newest } = await world.ok('intake.ofClient', { clientId });
    expect(changesSince(items, newest?.entries ?? {}, open?.entries ?? {})).toEqual([
      { itemId: 's-distress', before: { kind: 'scale', value: 4 }, now: { kind: 'scale', value: 2 } },
      { itemId: 's-body-now', before: { kind: 'text', text: 'My neck is stiff' }, now: null },
    ]);
    expect(newest).toEqual(first.value);
  });
});

test('Today names what is open and what is due within thirty days, of nobody archived', async () => {
  const world = await testWorld();
  expect(await world.ok('intake.attention', {})).toEqual({ attention: [], more: 0 });
  const [{ id: ana }, { id: bo }, gone] = [
    await world.ok('clients.create', { ...clientDetails, chosenName: 'Ana' }),
    await world.ok('clients.create', { ...clientDetails, chosenName: 'Bo' }),
    await world.ok('clients.create', { ...clientDetails, chosenName: 'Cy' }),
  ];
  for (const clientId of [ana, gone.id]) await world.ok('intake.start', { clientId });
  await world.ok('clients.archive', { id: gone.id, version: 1, archived: true });
  const due = async (clientId: string, reviewDue: string, number: number) => {
    const { id } = await world.ok('intake.start', { clientId });
    const row = { reviewed_at: '2025-12-24T15:58:00.000Z', reviewed_by: world.open.actor.id, review_due: reviewDue, number };
    await world.open.database.updateTable('intakes').set(row).where('id', '=', id).execute();
  };
  await due(bo, '2026-12-25', 1);
  expect(await world.ok('intake.attention', {})).toEqual({
    attention: [{ clientId: ana, chosenName: 'Ana', kind: 'open', day: '2026-11-24' }],
    more: 0,
  });
  world.later(day);
  expect((await world.ok('intake.attention', {})).attention.slice(1)).toEqual([
    { clientId: bo, chosenName: 'Bo', kind: 'review-due', day: '2026-12-25' },
  ]);
  await world.ok('intake.start', { clientId: bo });
  expect((await world.ok('intake.attention', {})).attention.map(({ chosenName, kind }) => [chosenName, kind])).toEqual([
    ['Ana', 'open'],
    ['Bo', 'open'],
  ]);
});
