import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { House } from '../practice/house.ts';
import { writeLocked } from './locked-journal.ts';
import { anothersSession, sittingIn } from './sitting.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const world = vaultWorld('stops');
const { folder, file, made, open, call, ok, practiceOf } = world;

const id = (last: number): string => `10000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const line = (kind: 'stop' | 'hands-off' | 'flagged', at: string, own = id(Number(at.slice(11, 19).replaceAll(':', '')))): void =>
  void writeLocked(folder(), { kind, at, monotonic: 7, id: own });

const sitting = () => sittingIn(world);
const unlocked = async (now = '2026-11-24T10:30:00Z'): Promise<House> => {
  const house = open(now);
  await ok(house, 'vault.unlock', { passphrase });
  return house;
};
const atTheDoor = (): House => open('2026-11-24T10:30:00Z');
const told = async (house: House, sessionId: string) => {
  const { events, state } = await ok(house, 'sessions.get', { sessionId });
  return { state, events: events.map(({ kind, at, whileLocked }) => [kind, at.slice(11, 19), whileLocked]) };
};

describe('what is touched while a session is open and the practice is locked', () => {
  test('is in the session at its own seconds, once, also after a crash between commit and emptying, and a torn line', async () => {
    const { house, session } = await sitting();
    const record = { sessionId: session.id, seq: 0, ago: 0, event: { kind: 'remark', body: { words: 'Breathes easier' } } } as const;
    await ok(house, 'sessions.record', { ...record, id: id(1) });
    await house.vault.close();
    line('hands-off', '2026-11-24T10:03:00.000Z');
    line('stop', '2026-11-24T10:04:00.000Z');
    line('hands-off', '2026-11-24T10:04:03.250Z');
    // Kept after all, though no answer came.
    line('flagged', '2026-11-24T10:04:05.000Z', id(1));
    const journal = `${readFileSync(file('practice.locked'), 'utf8')}{"kind":"stop","at":"2026-11-24T10`;
    writeFileSync(file('practice.locked'), journal);

    const expected = [
      ['remark', expect.stringMatching(/^10:00:/), false],
      ['stop', '10:04:00', true],
      ['hands-off', '10:04:03', true],
    ];
    const first = await unlocked();
    const { state, events } = await told(first, session.id);
    expect([events, state.mode]).toEqual([expected, 'halted']);
    const [stop] = state.stops;
    expect([stop?.cause, (stop?.handsOffAt ?? 0) - (stop?.at ?? 0)]).toEqual(['locked', 3_250]);
    // The remark before it was counted on the process's own clock.
    const apart = Date.parse(session.startedAt) + (stop?.at ?? 0) - Date.parse('2026-11-24T10:04:00.000Z');
    expect(Math.abs(apart)).toBeLessThan(500);
    expect(await ok(first, 'incidents.ofClient', { clientId: session.clientId })).toMatchObject({ incidents: [] });
    await first.vault.close();

    writeFileSync(file('practice.locked'), journal);
    const again = await unlocked('2026-11-24T10:40:00Z');
    expect((await told(again, session.id)).events).toEqual(expected);
    expect(await ok(again, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
  });

  test('is never before what was recorded last, and never after now', async () => {
    const { house, session } = await sitting();
    await house.vault.close();
    line('stop', '2026-11-24T09:00:00.000Z');
    line('hands-off', '2026-11-24T23:00:00.000Z');
    const opened = await unlocked();
    const { state, events } = await told(opened, session.id);
    expect(events).toEqual([
      ['stop', session.startedAt.slice(11, 19), true],
      ['hands-off', expect.stringMatching(/^10:30:/), true],
    ]);
    const [stop] = state.stops;
    expect([stop?.at, state.offset >= 29 * 60_000 && state.offset < 31 * 60_000]).toEqual([0, true]);
  });

  test('is in every open session, for nobody could say whose it was; a red flag too', async () => {
    const { house, session } = await sitting();
    const other = await anothersSession(world, house, session.startedAt);
    await house.vault.close();
    line('flagged', '2026-11-24T10:04:00.000Z');
    line('hands-off', '2026-11-24T10:04:02.000Z');
    const opened = await unlocked();
    const expected = [
      ['flagged', '10:04:00', true],
      ['hands-off', '10:04:02', true],
    ];
    for (const sessionId of [session.id, other]) {
      const { state, events } = await told(opened, sessionId);
      expect([events, state.mode, state.episodes.map(({ cause }) => cause)]).toEqual([expected, 'halted', ['flag']]);
    }
  });

  test('with no session open it stands in the trail alone', async () => {
    await (await made()).vault.close();
    line('stop', '2026-11-24T10:04:00.000Z');
    const opened = await unlocked();
    const { database } = practiceOf(opened);
    expect(await database.selectFrom('session_events').selectAll().execute()).toEqual([]);
    const entries = database.selectFrom('audit').select(['at', 'actor']).where('action', '=', 'locked-stop');
    expect(await entries.execute()).toEqual([{ at: '2026-11-24T10:04:00.000Z', actor: 'nobody' }]);
  });
});

describe('vault.stopped', () => {
  test('answers when it is on the disk, tells a retry apart, and is refused once the practice is open', async () => {
    const { house, session } = await sitting();
    const asked = { id: id(1), kind: 'stop', ago: 2_000 } as const;
    expect(await call(house, 'vault.stopped', asked)).toEqual({ ok: false, error: { code: 'refused', reason: 'already-open' } });
    await house.vault.close();
    const locked = atTheDoor();
    expect((await ok(locked, 'vault.stopped', asked)).at.slice(0, 19)).toBe('2026-11-24T10:29:58');
    expect(readFileSync(file('practice.locked'), 'utf8')).toContain('"kind":"stop"');
    await ok(locked, 'vault.stopped', { ...asked, ago: 2_400 });
    await ok(locked, 'vault.stopped', { id: id(2), kind: 'hands-off', ago: 0 });
    await ok(locked, 'vault.unlock', { passphrase });
    expect((await told(locked, session.id)).events.map(([kind]) => kind)).toEqual(['stop', 'hands-off']);
  });

  test('says so when it could not be written, and knocking at the door leaves room for it', async () => {
    const { house } = await sitting();
    await house.vault.close();
    const locked = atTheDoor();
    const asked = { id: id(1), kind: 'stop', ago: 0 } as const;
    mkdirSync(file('practice.locked'));
    expect(await call(locked, 'vault.stopped', asked)).toEqual({ ok: false, error: { code: 'unavailable', reason: 'disk-failing' } });
    rmdirSync(file('practice.locked'));
    writeFileSync(file('practice.locked'), '\n'.repeat(1024 * 1024));
    expect(await call(locked, 'vault.stopped', asked)).toMatchObject({ ok: true });
    const full = '\n'.repeat(1024 * 1024 + 64 * 1024);
    writeFileSync(file('practice.locked'), full);
    expect(await call(locked, 'vault.stopped', asked)).toEqual({ ok: false, error: { code: 'unavailable', reason: 'disk-full' } });
    expect(readFileSync(file('practice.locked'), 'utf8')).toBe(full);
  });
});
