import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

type Details = InputOf<'customFields.save'>['details'];

const made = (world: TestWorld, label: string, more: Partial<Details> = {}) =>
  world.ok('customFields.save', { id: null, version: 0, details: { label, kind: 'text', options: [], inUse: true, ...more } });
const detailsOf = ({ label, kind, options, inUse }: Details): Details => ({ label, kind, options, inUse });
const withValues = (world: TestWorld, custom: Record<string, string>) => world.call('clients.create', { ...clientDetails, custom });
const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });

describe('a field of the practice’s own', () => {
  test('is made last, changed as it was seen, and put in another place', async () => {
    const world = await testWorld();
    const [one, two, three] = [await made(world, 'One'), await made(world, 'Two'), await made(world, 'Three')];
    const order = async () => (await world.ok('customFields.list', {})).fields.map(({ label }) => label);
    expect(await order()).toEqual(['One', 'Two', 'Three']);
    await world.ok('customFields.order', { ids: [three.id, three.id, world.open.newId(), one.id] });
    expect(await order()).toEqual(['Three', 'One', 'Two']);
    const change = { id: two.id, version: 1, details: { ...detailsOf(two), label: 'Zwei' } };
    expect(await world.ok('customFields.save', change)).toEqual({ ...two, label: 'Zwei', version: 2 });
    expect(await world.call('customFields.save', change)).toEqual({
      ok: false,
      error: { code: 'conflict', current: { ...two, label: 'Zwei', version: 2 } },
    });
    await world.ok('customFields.remove', { id: one.id, version: 1 });
    expect(await order()).toEqual(['Three', 'Zwei']);
    expect(await world.call('customFields.remove', { id: one.id, version: 1 })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'custom-field' },
    });
  });

  test.each([
    ['a choice without options', { kind: 'choice' }, { code: 'invalid', issues: [{ path: ['details', 'options'], problem: 'required' }] }],
    [
      'options that read alike',
      { kind: 'choice', options: ['Élan', 'elan'] },
      { code: 'invalid', issues: [{ path: ['details', 'options'], problem: 'not-an-option' }] },
    ],
    ['options of no choice', { options: ['x'] }, { code: 'invalid', issues: [{ path: ['details', 'options'], problem: 'unknown-field' }] }],
    ['the name of another', { label: 'ONE' }, { code: 'refused', reason: 'name-taken' }],
  ] as const)('is refused with %s', async (_, more, error) => {
    const world = await testWorld();
    await made(world, 'One');
    const details = { label: 'Two', kind: 'text', options: [], inUse: true, ...more };
    expect(await world.raw('customFields.save', { id: null, version: 0, details })).toEqual({ ok: false, error });
  });

  test('that clients have values for keeps its kind and is not removed, and out of use loses nothing', async () => {
    const world = await testWorld();
    const field = await made(world, 'Referred by', { kind: 'choice', options: ['A friend', 'The web'] });
    const reply = await withValues(world, { [field.id]: 'The web' });
    const { id } = (reply as Extract<typeof reply, { ok: true }>).value;
    const held = refused('custom-field-held', { label: 'Referred by', clients: 1 });
    expect(await world.call('customFields.remove', { id: field.id, version: 1 })).toEqual(held);
    const change = (more: Partial<Details>, version = 1) =>
      world.call('customFields.save', { id: field.id, version, details: { ...detailsOf(field), ...more } });
    expect(await change({ kind: 'text', options: [] })).toEqual(held);
    await change({ options: ['A friend'], inUse: false });
    expect((await world.ok('customFields.list', {})).fields).toEqual([
      { ...field, options: ['A friend'], inUse: false, version: 2, held: 1 },
    ]);
    // What stood stays good though neither field nor option is asked for any more; only clearing it is left.
    const kept = { ...clientDetails, pronouns: 'they', custom: { [field.id]: 'The web' } };
    expect(await world.ok('clients.update', { id, version: 1, details: kept })).toMatchObject({ custom: { [field.id]: 'The web' } });
    expect(await world.call('clients.update', { id, version: 2, details: { ...kept, custom: { [field.id]: 'A friend' } } })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['details', 'custom', field.id], problem: 'unknown-field' }] },
    });
    expect(await world.ok('clients.update', { id, version: 2, details: { ...kept, custom: { [field.id]: '' } } })).toMatchObject({
      custom: {},
    });
    expect((await world.ok('customFields.remove', { id: field.id, version: 2 })).fields).toEqual([]);
  });

  test('takes values of its kind alone, and says which one is not', async () => {
    const world = await testWorld();
    const [count, since] = [await made(world, 'Count', { kind: 'number' }), await made(world, 'Since', { kind: 'date' })];
    expect(await withValues(world, { [count.id]: 'many', [since.id]: '2023-02-29', [world.open.newId()]: 'x' })).toMatchObject({
      error: { code: 'invalid', issues: [{ problem: 'wrong-kind' }, { problem: 'not-a-day' }, { problem: 'unknown-field' }] },
    });
    expect(await withValues(world, { [count.id]: '3', [since.id]: '' })).toMatchObject({
      ok: true,
      value: { custom: { [count.id]: '3' } },
    });
    expect((await world.ok('customFields.list', {})).fields.map(({ held }) => held)).toEqual([1, 0]);
  });

  test('has at most sixty beside it', async () => {
    const world = await testWorld();
    for (let number = 0; number < 60; number += 1) await made(world, `Field ${number}`);
    const further = { id: null, version: 0, details: { label: 'Further', kind: 'text', options: [], inUse: true } } as const;
    expect(await world.call('customFields.save', { ...further, details: { ...further.details, options: [] } })).toEqual(
      refused('custom-fields-full', { most: 60 }),
    );
  });
});
