import { describe, expect, test } from 'vitest';
import { minute, neck, otherShoulder, second, sitting, upperShoulder } from './session.test-world.ts';

describe('a session from its beginning to its end', () => {
  test('a block after everything was asked, a pause, a stop, and on by the client’s word', async () => {
    const { world, start, did, arrived, block, refused, now } = await sitting();
    const begun = await start();
    expect([begun.state.phase, begun.state.mode, begun.gate.touch, world.sitting()]).toEqual(['arrive', 'ready', 'open', 60 * minute]);
    expect(await refused('block-started', block())).toBe('card-first');
    await arrived();
    await did('settled', { technique: 'orient-room', words: '' });
    expect((await did('block-started', block())).state.mode).toBe('touch');
    world.later(90 * second);
    const stopped = await did('stop', {});
    expect([stopped.state.mode, stopped.state.stopped, stopped.state.blocks[0]?.endedBy]).toEqual(['stopping', [otherShoulder], 'stop']);
    world.later(2 * second);
    const off = await did('hands-off', {});
    expect(off.state.stops[0]).toMatchObject({ at: 90 * second, handsOffAt: 92 * second });
    expect([off.state.mode, off.gate.touch]).toEqual(['halted', 'ask']);
    expect(await refused('block-started', block())).toBe('not-now');
    await did('asked-on', { words: 'Please go on' });
    expect(await refused('block-started', block({ minutes: 3 }))).toBe('block-refused area-ask');
    await did('place-asked', { area: otherShoulder, answer: 'yes', words: '' });
    expect(await refused('block-started', block({ minutes: 3 }))).toBe('block-warned after-stop');
    await did('block-started', block({ minutes: 3, level: 1 }));
    await did('hands-lifted', { reason: 'planned' });
    expect(now().state.mode).toBe('pause');
    await did('answered', { choice: 'enough', words: '' });
    expect(now().state.phase).toBe('ground');
    const closed = await world.ok('sessions.close', {
      sessionId: now().id,
      id: '20000000-0000-4000-8000-000000000001',
      end: { left: 'Alone, steady', tasks: [] },
    });
    expect([closed.state.mode, closed.endedAt, world.sitting()]).toEqual(['ended', world.now(), null]);
    expect(await refused('stop', {})).toBe('session-over');
  });

  test('a place on asking, one at its own ceiling, and one nobody marked', async () => {
    const { start, arrived, block, refused } = await sitting();
    await start();
    await arrived();
    expect(await refused('block-started', block({ areas: [neck] }))).toBe('block-refused area-ask');
    expect(await refused('block-started', block({ areas: [upperShoulder], level: 3 }))).toBe('block-refused contact-level');
    expect(await refused('block-started', block({ areas: ['B-KNEE-L'] }))).toBe('block-refused area');
    expect(await refused('block-started', block({ technique: 'deep-tissue' }))).toBe('block-refused technique-d');
    expect(await refused('block-started', block({ minutes: 5 }))).toBe('block-warned first-block-minutes');
    expect(await refused('block-started', block({ minutes: 5 }, ['first-block-minutes']))).toBe('taken');
  });
});
