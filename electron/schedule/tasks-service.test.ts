import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/call.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { clientDetails, profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

const opened = async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const details: InputOf<'tasks.create'> = {
    title: 'Check in with Dr. Okafor',
    note: 'About the shoulder',
    dueOn: '2026-11-25',
    clientId,
    audience: 'clinical',
  };
  return { world, clientId, details };
};

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const notThere = { ok: false, error: { code: 'not-found', what: 'task' } };
const titles = async (world: TestWorld, asked: InputOf<'tasks.list'> = {}, role: Role = 'owner'): Promise<readonly string[]> => {
  const reply = await world.as(role)('tasks.list', asked);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return (reply.value as OutputOf<'tasks.list'>).tasks.map(({ title }) => title);
};

describe('a task', () => {
  test('is made, changed, done and taken back, each time as the next version', async () => {
    const { world, clientId, details } = await opened();
    const made = await world.ok('tasks.create', details);
    expect(made).toEqual({
      ...details,
      id: made.id,
      version: 1,
      chosenName: clientDetails.chosenName,
      createdAt: '2026-11-24T15:58:00.000Z',
      createdBy: profileDetails.practitionerName,
      done: null,
    });
    world.later(60_000);
    const free = { ...details, title: 'Order oil', dueOn: null, clientId: null };
    const changed = await world.ok('tasks.change', { id: made.id, version: 1, details: free });
    expect(changed).toEqual({ ...made, ...free, version: 2, chosenName: null });
    const done = await world.ok('tasks.done', { id: made.id, version: 2, done: true });
    expect(done).toEqual({ ...changed, version: 3, done: { at: '2026-11-24T15:59:00.000Z', by: profileDetails.practitionerName } });
    expect(await world.call('tasks.change', { id: made.id, version: 3, details })).toEqual(refused('task-over'));
    expect(await world.ok('tasks.done', { id: made.id, version: 3, done: false })).toEqual({ ...changed, version: 4 });
    await titles(world);
    expect((await world.audit()).slice(2).map((entry) => [entry.action, entry.client_id, entry.record_id])).toEqual([
      ['task-created', clientId, made.id],
      ['task-changed', null, made.id],
      ['task-changed', null, made.id],
      ['task-changed', null, made.id],
      ['tasks-opened', null, null],
    ]);
    expect(world.announced).toContain('tasks');
  });

  test('changed meanwhile comes back as it stands, and nothing is overwritten', async () => {
    const { world, details } = await opened();
    const { id } = await world.ok('tasks.create', details);
    const theirs = await world.ok('tasks.change', { id, version: 1, details: { ...details, title: 'Theirs' } });
    const conflict = { ok: false, error: { code: 'conflict', current: theirs } };
    expect(await world.call('tasks.change', { id, version: 1, details: { ...details, title: 'Ours' } })).toEqual(conflict);
    expect(await world.call('tasks.done', { id, version: 1, done: true })).toEqual(conflict);
    expect((await world.audit()).slice(-2).map(({ action }) => action)).toEqual(['tasks-opened', 'tasks-opened']);
    expect(await titles(world)).toEqual(['Theirs']);
  });

  test('of nobody, without a title or on a day there is not is refused, and nothing is kept', async () => {
    const { world, clientId, details } = await opened();
    const id = world.open.newId();
    const before = (await world.audit()).length;
    for (const [bad, path] of [
      [{ ...details, title: '  ' }, ['title']],
      [{ ...details, title: 'x'.repeat(201) }, ['title']],
      [{ ...details, dueOn: '2026-02-30' }, ['dueOn']],
      [{ ...details, audience: 'public' }, ['audience']],
    ] as const)
      expect(await world.raw('tasks.create', bad)).toMatchObject({ ok: false, error: { code: 'invalid', issues: [{ path }] } });
    const noClient = { ok: false, error: { code: 'not-found', what: 'client' } };
    expect(await world.call('tasks.create', { ...details, clientId: id })).toEqual(noClient);
    expect(await world.call('tasks.change', { id, version: 1, details })).toEqual(notThere);
    expect(await world.call('tasks.done', { id, version: 1, done: true })).toEqual(notThere);
    expect(await titles(world, { clientId })).toEqual([]);
    // The list alone left an entry.
    expect((await world.audit()).length).toBe(before + 1);
  });

  test('stays when its client is archived, and is found with them', async () => {
    const { world, clientId, details } = await opened();
    await world.ok('tasks.create', details);
    await world.ok('tasks.create', { ...details, title: 'Order oil', clientId: null });
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await titles(world)).toEqual([details.title, 'Order oil']);
    expect(await titles(world, { clientId })).toEqual([details.title]);
  });
});

describe('the list', () => {
  test('has those open by due day, without one last, and those done newest first', async () => {
    const { world, details } = await opened();
    const made: string[] = [];
    for (const dueOn of [null, '2026-12-24', '2026-11-20', '2026-11-25'])
      made.push((await world.ok('tasks.create', { ...details, title: dueOn ?? 'some day', dueOn })).id);
    expect(await titles(world)).toEqual(['2026-11-20', '2026-11-25', '2026-12-24', 'some day']);
    const page = await world.ok('tasks.list', { limit: 2 });
    expect([page.tasks.map(({ title }) => title), page.total]).toEqual([['2026-11-20', '2026-11-25'], 4]);
    for (const index of [1, 0]) {
      await world.ok('tasks.done', { id: made[index] ?? '', version: 1, done: true });
      world.later(1_000);
    }
    expect(await titles(world, { done: true })).toEqual(['some day', '2026-12-24']);
    expect(await titles(world)).toEqual(['2026-11-20', '2026-11-25']);
  });
});

describe('the front desk', () => {
  test('sees, makes and changes those for everyone alone', async () => {
    const { world, details } = await opened();
    const clinical = await world.ok('tasks.create', details);
    const desk = world.as('front-desk');
    const forAll = { ...details, title: 'Ring the plumber', audience: 'everyone' } as const;
    expect(await desk('tasks.create', details)).toEqual(refused('not-for-desk'));
    expect(await desk('tasks.create', forAll)).toMatchObject({ ok: true, value: { title: forAll.title } });
    expect(await titles(world, {}, 'front-desk')).toEqual([forAll.title]);
    expect((await desk('tasks.list', {})) as unknown).toMatchObject({ value: { total: 1 } });
    expect(await titles(world)).toEqual([details.title, forAll.title]);
    const { id } = (await world.ok('tasks.list', {})).tasks[1] ?? { id: '' };
    expect(await desk('tasks.change', { id, version: 1, details: { ...forAll, audience: 'clinical' } })).toEqual(refused('not-for-desk'));
    expect(await desk('tasks.change', { id: clinical.id, version: 1, details: forAll })).toEqual(notThere);
    expect(await desk('tasks.done', { id: clinical.id, version: 1, done: true })).toEqual(notThere);
    expect(await desk('tasks.done', { id, version: 1, done: true })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await titles(world, { done: true }, 'front-desk')).toEqual([forAll.title]);
  });

  test('is more than the bookkeeper and a locked practice are told', async () => {
    const { world, details } = await opened();
    const { id } = await world.ok('tasks.create', details);
    for (const [name, input] of [
      ['tasks.create', details],
      ['tasks.change', { id, version: 1, details }],
      ['tasks.done', { id, version: 1, done: true }],
      ['tasks.list', {}],
    ] as const) {
      expect(await world.as('bookkeeper')(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
      expect(await world.standing({ state: 'locked' })(name, input)).toEqual({ ok: false, error: { code: 'locked' } });
    }
  });
});
