import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { IntakeItem } from '../../shared/intake.ts';
import { emptyEntry } from '../../shared/intake-rules.ts';
import { limits } from '../../shared/limits.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { fillDisk, makeRoom } from '../store/trouble.test-world.ts';
import { begunIntake, someAnswers } from './intake.test-world.ts';

type Changes = InputOf<'intake.save'>['changes'];

const now = '2026-11-24T15:58:00.000Z';

describe('beginning', () => {
  test('gives an empty first round, and the same one again', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const round = await world.ok('intake.start', { clientId });
    expect(round).toEqual({
      id: expect.any(String),
      clientId,
      number: 1,
      startedAt: now,
      startedBy: world.open.actor.id,
      reviewedAt: null,
      reviewedBy: null,
      reviewDue: null,
      contentVersion: world.open.content.safe.content_version,
      entries: {},
      revision: 0,
      savedAt: now,
    });
    expect(await world.ok('intake.start', { clientId })).toEqual(round);
    expect((await world.audit()).slice(-2)).toMatchObject([
      { action: 'intake-started', client_id: clientId, record_id: round.id },
      { action: 'intake-opened', client_id: clientId, record_id: round.id },
    ]);
    expect(world.announced).toContain('intake');
    const { open, newest, rounds, items } = await world.ok('intake.ofClient', { clientId });
    const { entries: _, ...head } = round;
    expect({ open, newest, rounds }).toEqual({ open: round, newest: null, rounds: [head] });
    expect(items).toHaveLength(45);
    expect(await world.ok('intake.get', { intakeId: round.id })).toEqual(round);
    expect((await world.audit()).slice(-2).map(({ action, record_id }) => [action, record_id])).toEqual([
      ['intake-opened', null],
      ['intake-opened', round.id],
    ]);
  });

  test('is refused for someone archived, for nobody, and at the front desk', async () => {
    const world = await testWorld();
    const client = await world.ok('clients.create', clientDetails);
    await world.ok('clients.archive', { id: client.id, version: 1, archived: true });
    expect(await world.call('intake.start', { clientId: client.id })).toMatchObject({ error: { reason: 'client-archived' } });
    expect(await world.call('intake.start', { clientId: world.open.actor.id })).toMatchObject({
      error: { code: 'not-found', what: 'client' },
    });
    for (const role of ['front-desk', 'bookkeeper'] as const) {
      for (const [name, input] of [
        ['intake.start', { clientId: client.id }],
        ['intake.ofClient', { clientId: client.id }],
        ['intake.get', { intakeId: client.id }],
        ['intake.save', { intakeId: client.id, revision: 0, changes: {} }],
        ['intake.review', { intakeId: client.id, revision: 0 }],
        ['intake.attention', {}],
      ] as const)
        expect(await world.as(role)(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    }
    expect((await world.audit()).slice(-1)).toMatchObject([{ action: 'call-refused', record_id: 'intake.attention' }]);
  });
});

describe('keeping what changed', () => {
  test('leaves everything else as it stood', async () => {
    const { world, clientId, open, save } = await begunIntake();
    const { id } = await open();
    await save({ 's-body-now': { note: 'Old injury' }, 's-own-choice': { answer: { kind: 'choice', value: 'partly', other: '' } } });
    const before = await open();
    world.later(60_000);
    const reply = await save({ 's-body-now': { answer: { kind: 'text', text: 'My neck' }, discussed: true, inWriting: true } });
    if (!reply.ok) throw new Error('not kept');
    expect(reply.value).toEqual({
      ...before,
      entries: {
        ...before.entries,
        's-body-now': {
          answer: { kind: 'text', text: 'My neck' },
          from: 'practitioner',
          answeredAt: '2026-11-24T15:59:00.000Z',
          talk: false,
          discussedAt: '2026-11-24T15:59:00.000Z',
          leftAt: null,
          inWritingAt: '2026-11-24T15:59:00.000Z',
          note: 'Old injury',
          asked: { label: 'Physical state today', question: 'How is your body today? Is anything new, sore or worrying?', options: [] },
          clientSaid: null,
        },
      },
      revision: 2,
      savedAt: '2026-11-24T15:59:00.000Z',
    });
    expect(await open()).toEqual(reply.value);
    expect((await world.audit()).filter(({ action }) => action === 'intake-changed')).toMatchObject([
      { client_id: clientId, record_id: id },
      { client_id: clientId, record_id: id },
    ]);
  });

  const answered = { answer: { kind: 'text', text: 'x' } } as const;
  const later = '2026-11-24T15:59:00.000Z';
  const marks: readonly (readonly [string, readonly Changes[string][], object])[] = [
    ['said aloud, then not', [{ discussed: true }, { discussed: false }], { discussedAt: null }],
    ['left out, then gone into after all', [{ left: true }, { discussed: true }], { discussedAt: later, leftAt: null }],
    ['gone into, then left out', [{ discussed: true }, { left: true }], { discussedAt: null, leftAt: later }],
    ['the same answer again stays whose it was', [{ ...answered, from: 'paper' }, answered], { from: 'paper', answeredAt: now }],
    [
      'another answer is of now',
      [{ ...answered, from: 'paper' }, { answer: { kind: 'text', text: 'y' } }],
      { from: 'practitioner', answeredAt: later },
    ],
    [
      'the answer goes, and what was asked with it',
      [answered, { answer: null }],
      { answer: null, from: null, answeredAt: null, asked: null },
    ],
    ['who filled it, with no answer', [{ from: 'paper' }], { from: null }],
    ['to be talked about, until there is an answer', [{ talk: true }, answered], { talk: false }],
    ['there on paper, then not', [{ inWriting: true }, { inWriting: false }], { inWritingAt: null }],
    ['whose it is, told after the answer', [answered, { from: 'paper' }], { from: 'paper', answeredAt: now }],
    [
      'another answer than the one gone through is not gone through',
      [{ ...answered, discussed: true }, { answer: { kind: 'text', text: 'y' } }],
      { discussedAt: null },
    ],
    ['the same answer stays gone through', [{ ...answered, discussed: true }, answered], { discussedAt: now }],
    [
      'another answer, gone through at once',
      [
        { ...answered, discussed: true },
        { answer: { kind: 'text', text: 'y' }, discussed: true },
      ],
      { discussedAt: later },
    ],
    ['rather not said', [{ answer: { kind: 'declined' } }], { answer: { kind: 'declined' } }],
  ];
  test.each(marks)('%s', async (_, steps, expected) => {
    const { world, open, save } = await begunIntake();
    for (const [index, step] of steps.entries()) {
      if (index > 0) world.later(60_000);
      expect(await save({ 's-body-now': step })).toMatchObject({ ok: true });
    }
    expect((await open()).entries['s-body-now']).toMatchObject(expected);
  });

  const refused: readonly (readonly [string, Changes, object])[] = [
    [
      'an option there is not',
      { 's-steady': { answer: { kind: 'choice', value: 'maybe', other: '' } } },
      { reason: 'answers-not-allowed', details: { elements: ['s-steady'] } },
    ],
    [
      'nothing known beside something that helps',
      { 's-what-helps': { answer: { kind: 'multi', values: ['quiet', 'none'], other: '' } } },
      { reason: 'answers-not-allowed' },
    ],
    [
      'a place nobody offers',
      { 'a-areas': { answer: { kind: 'map', areas: { 'F-GENITAL': 'yes' } } } },
      { reason: 'answers-not-allowed', details: { elements: ['a-areas'] } },
    ],
    [
      'a place that needs its own form and is not turned on',
      { 'a-areas': { answer: { kind: 'map', areas: { 'F-BREAST-L': 'yes' } } } },
      { reason: 'answers-not-allowed' },
    ],
    ['a place there is not', { 'a-areas': { answer: { kind: 'map', areas: { NOWHERE: 'yes' } } } }, { reason: 'answers-not-allowed' }],
    ['another kind of answer', { 's-distress': { answer: { kind: 'text', text: '4' } } }, { reason: 'answers-not-allowed' }],
    ['rather not said about touch', { 'a-contact-level': { answer: { kind: 'declined' } } }, { reason: 'answers-not-allowed' }],
    ['an answer to what is only said', { 'f-order': { answer: { kind: 'agreed' } } }, { reason: 'answers-not-allowed' }],
    [
      'an item there is not',
      { 'x-new': { note: 'x' }, 's-steady': { note: 'x' } },
      { reason: 'items-unknown', details: { items: ['x-new'] } },
    ],
    [
      'leaving out what may not be',
      { 's-medicines': { left: true } },
      { reason: 'item-not-skippable', details: { items: ['s-medicines'] } },
    ],
  ];
  test.each(refused)('refuses %s, and keeps nothing of it', async (_, changes, error) => {
    const { open, save } = await begunIntake();
    expect(await save({ ...changes, 'e-goals': { note: 'beside it' } })).toMatchObject({ ok: false, error: { code: 'refused', ...error } });
    expect(await open()).toMatchObject({ entries: {}, revision: 0 });
  });

  test('takes every answer a client may give', async () => {
    const { open, save } = await begunIntake();
    const changes = Object.fromEntries(Object.entries(someAnswers).map(([id, answer]) => [id, { answer }]));
    expect(await save(changes)).toMatchObject({ ok: true });
    const { entries } = await open();
    for (const [id, answer] of Object.entries(someAnswers)) expect(entries[id]?.answer).toEqual(answer);
    expect(entries['s-what-helps']?.asked?.options.map(({ label }) => label)).toEqual(['Feeling my feet on the floor', 'Something else']);
  });

  test('on two screens: the later one is shown the round as it stands, and that it was', async () => {
    const { world, clientId, open, save } = await begunIntake();
    const { id } = await open();
    await save({ 's-body-now': { note: 'first' } }, 0);
    expect(await save({ 's-easier': { note: 'second' } }, 0)).toEqual({ ok: false, error: { code: 'conflict', current: await open() } });
    expect((await world.audit()).filter(({ action, record_id }) => action === 'intake-opened' && record_id === id)).toMatchObject([
      { client_id: clientId },
    ]);
    expect((await open()).entries['s-easier']).toBeUndefined();
  });

  test('of two at once keeps one and refuses the other', async () => {
    const { save } = await begunIntake();
    const replies = await Promise.all([save({ 's-easier': { note: 'a' } }, 0), save({ 's-easier': { note: 'b' } }, 0)]);
    expect(replies.map((reply) => (reply.ok ? 'kept' : reply.error.code)).sort()).toEqual(['conflict', 'kept']);
  });

  test('is refused once the client is archived, and of a round there is not', async () => {
    const { world, clientId, save } = await begunIntake();
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await save({ 's-easier': { note: 'a' } })).toMatchObject({ error: { reason: 'client-archived' } });
    const nowhere = { intakeId: clientId, revision: 0 };
    for (const reply of [
      await world.call('intake.save', { ...nowhere, changes: {} }),
      await world.call('intake.review', nowhere),
      await world.call('intake.get', { intakeId: clientId }),
    ])
      expect(reply).toEqual({ ok: false, error: { code: 'not-found', what: 'intake' } });
  });

  test('on a full disk says so and leaves nothing', async () => {
    const { world, open, save } = await begunIntake();
    await fillDisk(world.open.database);
    const changes = { 's-easier': { note: 'x'.repeat(limits.paragraph) } };
    expect(await save(changes)).toEqual({ ok: false, error: { code: 'unavailable', reason: 'disk-full' } });
    await makeRoom(world.open.database);
    expect(await open()).toMatchObject({ entries: {}, revision: 0 });
    expect(await save(changes)).toMatchObject({ ok: true });
  });
});

test('no item that touches on trauma is ever required: each may be left, skipped in the form, and says so', async () => {
  const { world, clientId, save, handOver } = await begunIntake();
  const { items } = await world.ok('intake.ofClient', { clientId });
  const trauma = items.filter((item: IntakeItem) => item.traumaRelated);
  expect(trauma.map(({ id }) => id)).toEqual([
    's-steady',
    's-distress',
    's-easier',
    's-safety-questions',
    's-what-would-stop',
    's-what-helps',
    'a-leave-out',
    'e-emotions',
  ]);
  for (const item of trauma) {
    expect(item).toMatchObject({ maySkip: true, clientHelp: "You don't need to tell the story." });
    expect(await save({ [item.id]: { left: true } })).toMatchObject({
      ok: true,
      value: { entries: { [item.id]: { ...emptyEntry, leftAt: now } } },
    });
  }
  const { fillings } = await handOver();
  for (const element of fillings[0]?.form.elements ?? [])
    if (trauma.some(({ id }) => id === element.id))
      expect(element).toMatchObject({ required: false, help: "You don't need to tell the story." });
});
