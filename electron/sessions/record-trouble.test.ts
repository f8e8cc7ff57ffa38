import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Session } from '../../shared/sessions.ts';
import { practiceFor } from '../practice/practice.ts';
import { eventId, minute, otherShoulder, second, sitting } from './session.test-world.ts';

const end: InputOf<'sessions.close'>['end'] = { left: '', tasks: [] };
const kinds = async ({ world, now }: Awaited<ReturnType<typeof sitting>>): Promise<readonly string[]> =>
  (await world.ok('sessions.get', { sessionId: now().id })).events.map(({ kind }) => kind);

describe('an event that does not come as it should', () => {
  test('out of order: what came meanwhile is shown, and nothing is kept', async () => {
    const made = await sitting();
    const { start, arrived, tell, did, block, now } = made;
    await start();
    await arrived();
    const stale = now().state.seq;
    await did('remark', { words: 'music low' });
    const before = await kinds(made);
    const reply = await tell('block-started', block(), { seq: stale });
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict', current: { id: now().id, state: { seq: stale + 1 } } } });
    expect(await kinds(made)).toEqual(before);
  });

  test.each(['stop', 'flagged', 'hands-lifted'] as const)('%s is taken whatever the window knew of', async (kind) => {
    const { start, arrived, did, block } = await sitting();
    await start();
    await arrived();
    await did('block-started', block());
    const body = kind === 'hands-lifted' ? { reason: 'planned' as const } : {};
    expect((await did(kind, body as never, { seq: 0 })).state.mode).toBe(kind === 'hands-lifted' ? 'pause' : 'stopping');
  });

  test('so are hands off, what is seen, a place taken back, and no answer at the halfway word', async () => {
    const { start, arrived, did, tell, block } = await sitting();
    await start();
    await arrived();
    await did('block-started', block());
    expect((await did('halfway', { answer: 'none' }, { seq: 1 })).state.mode).toBe('stopping');
    await did('hands-off', {}, { seq: 1 });
    await did('seen', { dissociation: 'D0', arousal: null, item: null, signs: [], words: '' }, { seq: 1 });
    await did('places-taken-back', { areas: [otherShoulder], words: '' }, { seq: 1 });
    expect(await tell('asked-on', { words: 'yes' }, { seq: 1 })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  test('twice: kept once, and told as it stands now; also after it was closed', async () => {
    const made = await sitting();
    const { world, start, arrived, did, block, now } = made;
    await start();
    await arrived();
    await did('block-started', block());
    const id = eventId();
    const first = await did('stop', {}, { id });
    world.later(2 * second);
    await did('hands-off', {});
    const again = await did('stop', {}, { id, seq: 0, ago: 2 * second });
    expect([again.state.mode, again.state.seq, again.state.stops.length]).toEqual(['halted', first.state.seq + 1, 1]);
    await world.ok('sessions.close', { sessionId: now().id, id: eventId(), end });
    expect((await did('stop', {}, { id, seq: 0 })).state.mode).toBe('ended');
    expect((await kinds(made)).filter((kind) => kind === 'stop')).toHaveLength(1);
  });

  test('the id of another event is none of its own', async () => {
    const { start, did, refused } = await sitting();
    await start();
    const id = eventId();
    await did('remark', { words: 'a' }, { id });
    expect(await refused('remark', { words: 'b' }, { id })).toBe('event-taken');
    expect(await refused('stop', {}, { id })).toBe('event-taken');
    expect(await refused('remark', { words: 'a' }, { id })).toBe('taken');
  });

  test.each([-1, 86_400_001, 0.5, Number.NaN])('%d milliseconds ago is refused', async (ago) => {
    const { start, tell } = await sitting();
    await start();
    expect(await tell('stop', {}, { ago })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('what waited is set back to when it was, and never before what was kept last', async () => {
    const { world, start, did } = await sitting();
    await start();
    world.later(minute);
    await did('remark', { words: 'a' });
    world.later(10 * second);
    expect((await did('stop', {}, { ago: 4 * second })).state.stops[0]?.at).toBe(66 * second);
    expect((await did('hands-off', {}, { ago: 60 * minute })).state.stops[0]?.handsOffAt).toBe(66 * second);
    world.later(second);
    expect((await did('remark', { words: 'b' })).state.offset).toBe(71 * second);
  });

  test('for a session that is closed, for none, and in words that are no event', async () => {
    const { world, start, refused, tell, now } = await sitting();
    await start();
    expect(await tell('stop', {}, { sessionId: world.open.newId() })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await tell('stop', { more: 1 } as never)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await tell('went-on' as 'stop', {})).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const close = { sessionId: now().id, id: eventId(), end };
    await world.ok('sessions.close', close);
    for (const kind of ['stop', 'flagged'] as const) expect(await refused(kind, {})).toBe('session-over');
    expect((await world.ok('sessions.close', close)).state.mode).toBe('ended');
    expect(await world.call('sessions.close', { ...close, id: eventId() })).toMatchObject({ ok: false, error: { reason: 'session-over' } });
  });

  test('what the content does not have is no place, word, item, step or position', async () => {
    const { start, arrived, refused } = await sitting();
    await start();
    await arrived();
    const yes = { answer: 'yes' as const, areas: { 'B-NOWHERE': 'yes' as const }, ceiling: null, words: '' };
    expect([
      await refused('yes-heard', yes),
      await refused('place-asked', { area: 'toString', answer: 'yes', words: '' }),
      await refused('checked-in', { distress: null, pain: null, words: '', sensations: ['s999'] }),
      await refused('seen', { dissociation: null, arousal: null, item: 'nothing', signs: [], words: '' }),
      await refused('grounded', { step: 99, what: 'shown' }),
      await refused('position', { position: 'upside-down' }),
      await refused('settled', { technique: 'none', words: '' }),
      await refused('aftercare', { items: ['none'], words: '' }),
      await refused('places-taken-back', { areas: ['B-NOWHERE'], words: '' }),
    ]).toEqual(['areas-unknown', 'areas-unknown', ...Array.from({ length: 6 }, () => 'content-unknown'), 'areas-unknown']);
  });
});

describe('of somebody else', () => {
  test('a session of another practitioner takes no event and is closed by the owner alone', async () => {
    const { world, start, now } = await sitting();
    await start();
    const actor = { ...world.open.actor, id: world.open.newId() };
    await practiceFor(world.open, 'practice-created').write(async (tx) => {
      await tx
        .insertInto('keyholders')
        .values({ id: actor.id, wrap_id: 'w2', name: 'Jonas Weber', role: 'practitioner', created_at: world.now() })
        .execute();
    });
    const asked = { sessionId: now().id, id: eventId(), seq: 0, ago: 0, event: { kind: 'stop', body: {} } };
    const asJonas = (role: 'practitioner' | 'owner') =>
      world.standing({ state: 'open', practice: { ...world.open, actor: { ...actor, role } } });
    expect(await asJonas('owner')('sessions.record', asked)).toMatchObject({ error: { reason: 'not-your-session' } });
    const close = { sessionId: now().id, id: eventId(), end };
    expect(await asJonas('practitioner')('sessions.close', close)).toMatchObject({ error: { reason: 'not-your-session' } });
    expect(await asJonas('practitioner')('sessions.current', {})).toMatchObject({ ok: true, value: { session: null } });
    const start2 = { clientId: now().clientId, appointmentId: null, plannedMinutes: 60, talkOnly: false };
    expect(await asJonas('practitioner')('sessions.start', start2)).toMatchObject({
      error: { reason: 'session-open', details: { sessionId: now().id, own: false } },
    });
    expect(await asJonas('owner')('sessions.close', close)).toMatchObject({ ok: true, value: { practitionerName: 'Hana Lindqvist' } });
  });
});

describe('the clock', () => {
  const stopAfter = async (change: (made: Awaited<ReturnType<typeof sitting>>) => void): Promise<Session> => {
    const made = await sitting();
    await made.start();
    await made.arrived();
    await made.did('block-started', made.block());
    made.world.later(30 * second);
    change(made);
    made.world.later(60 * second);
    return made.did('stop', {});
  };

  test.each([-3_600_000, 3_600_000, -86_400_000])('the wall clock set by %d in mid-session changes no duration', async (by) => {
    const { state } = await stopAfter(({ world }) => world.clockSet(by));
    expect([state.stops[0]?.at, state.blocks[0]?.startedAt, state.blocks[0]?.endedAt]).toEqual([90 * second, 0, 90 * second]);
  });

  test('another process goes on from the wall', async () => {
    const { state, now } = await stopAfter(({ world }) => world.anotherRun());
    expect([state.stops[0]?.at, now]).toEqual([90 * second, 90 * second]);
  });

  test('another process and a wall clock set back: the time stands, and never runs back', async () => {
    const { state } = await stopAfter(({ world }) => {
      world.anotherRun();
      world.clockSet(-600 * second);
    });
    expect(state.stops[0]?.at).toBe(0);
  });

  test('the five minutes are those of the process, whatever the wall says', async () => {
    const { world, start, arrived, did, block, refused } = await sitting();
    await start();
    await arrived();
    await did('block-started', block());
    await did('seen', { dissociation: 'D2', arousal: null, item: null, signs: [], words: '' });
    const off = await did('hands-off', {});
    world.later(5 * minute);
    world.clockSet(-5 * minute);
    expect((await world.ok('sessions.current', {})).session).toMatchObject({ now: off.now + 5 * minute, gate: { touch: 'rule' } });
    world.later(1);
    expect((await world.ok('sessions.current', {})).session?.gate).toMatchObject({ touch: 'closed', because: 'rule-over' });
    await did('seen', { dissociation: 'D0', arousal: 'H0', item: null, signs: [], words: '' });
    await did('checked-in', { distress: 0, pain: null, words: '', sensations: [] });
    expect(await refused('asked-on', { words: 'on' })).toBe('touch-closed');
  });
});
