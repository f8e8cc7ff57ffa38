import { describe, expect, test } from 'vitest';
import { day } from '../consent/map.test-world.ts';
import { actions, closed, left, type Sitting, said, saw, touched } from './closed.test-world.ts';
import { minute, sitting } from './session.test-world.ts';

describe('a hold', () => {
  const held = async (): Promise<Sitting> => {
    const made = await touched();
    await made.did('seen', saw({ dissociation: 'D3' }));
    return made;
  };
  const state = async ({ world, clientId }: Sitting) => (await world.ok('readiness.of', { clientId })).state;
  const ids = async (made: Sitting) => {
    const { incidents, holds } = await left(made);
    return { incidentId: incidents[0]?.id ?? '', holdId: holds[0]?.id ?? '' };
  };
  const word = { way: 'clinician-called' as const, who: 'Dr. Okafor', words: 'Touch is fine' };

  test('stands until a clinician cleared it; every other way is refused', async () => {
    const made = await held();
    const { world } = made;
    const { incidentId, holdId } = await ids(made);
    const none = world.open.newId();
    expect(await world.call('incidents.resolve', { incidentId, ...word })).toMatchObject({ error: { reason: 'session-open' } });
    expect(await world.call('holds.override', { holdId, reason: 'because' })).toMatchObject({ error: { reason: 'session-open' } });
    await closed(made);
    expect(await state(made)).toBe('not-now');
    expect(await world.call('incidents.resolve', { incidentId: none, ...word })).toMatchObject({ error: { code: 'not-found' } });
    expect(await world.call('incidents.resolve', { incidentId, ...word, way: 'followed-up' })).toMatchObject({
      error: { reason: 'hold-stands' },
    });
    expect(await world.call('incidents.resolve', { incidentId, ...word, who: ' ' })).toMatchObject({
      error: { reason: 'clinician-needed' },
    });
    expect(await world.call('incidents.resolve', { incidentId, ...word, words: ' ' })).toMatchObject({ error: { code: 'invalid' } });
    const resolved = await world.ok('incidents.resolve', { incidentId, ...word });
    expect(resolved).toMatchObject({
      resolved: { way: 'clinician-called', who: 'Dr. Okafor' },
      hold: { ended: { how: 'cleared', by: 'Hana Lindqvist' } },
    });
    expect(await state(made)).toBe('ready');
    expect(await world.call('incidents.resolve', { incidentId, ...word })).toMatchObject({ error: { reason: 'incident-over' } });
    expect(await world.call('holds.override', { holdId, reason: 'because' })).toMatchObject({ error: { reason: 'hold-over' } });
    expect((await actions(made)).filter((action) => action !== 'incidents-opened')).toEqual([
      'incident-opened',
      'hold-placed',
      'incident-resolved',
    ]);
  });

  test('is set aside with a reason; touch is over for that day all the same', async () => {
    const made = await held();
    const { world, start } = made;
    await closed(made);
    const { incidentId, holdId } = await ids(made);
    expect(await world.call('holds.override', { holdId: world.open.newId(), reason: 'because' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await world.call('holds.override', { holdId, reason: ' ' })).toMatchObject({ error: { code: 'invalid' } });
    expect(await world.ok('holds.override', { holdId, reason: 'Spoke with her' })).toMatchObject({
      ended: { how: 'overridden', words: 'Spoke with her' },
    });
    expect([await state(made), await said(made)]).toEqual(['ready', '1 incidents, touch-over']);
    await start();
    await made.arrived();
    expect(await made.refused('block-started', made.block())).toBe('block-refused area');
    await closed(made);
    world.later(day);
    expect(await said(made)).toBe('1 incidents');
    expect(await world.ok('incidents.resolve', { incidentId, ...word, way: 'followed-up', who: '' })).toMatchObject({
      resolved: { way: 'followed-up' },
    });
    expect((await actions(made)).filter((action) => action !== 'incidents-opened')).toEqual([
      'incident-opened',
      'hold-placed',
      'hold-overridden',
      'incident-resolved',
    ]);
  });

  test('a session over midnight closes the day it ended on as well', async () => {
    const made = await sitting();
    const { world, start, did } = made;
    // 15:58 in UTC is 10:58 there.
    world.later(12.5 * 60 * minute);
    await start();
    world.later(45 * minute);
    await did('seen', saw({ dissociation: 'D3' }));
    await closed(made);
    await world.ok('holds.override', { holdId: (await ids(made)).holdId, reason: 'Spoke with her' });
    expect(await said(made)).toBe('1 incidents, touch-over');
    world.later(day);
    expect(await said(made)).toBe('1 incidents');
  });
});
