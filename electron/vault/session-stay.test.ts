import { afterEach, describe, expect, test, vi } from 'vitest';
import { readDoor } from './door.ts';
import { anothersSession, sittingIn } from './sitting.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const world = vaultWorld('stay');
const { folder, open, ok } = world;

afterEach(() => vi.useRealTimers());

/** What a crash would leave for the locked screen. */
const sinceAtDoor = (): string | null => readDoor(folder()).session?.since ?? null;
const closing = { id: '20000000-0000-4000-8000-000000000001', end: { left: 'Alone, steady', tasks: [] } };

describe('while a session is open', () => {
  test('the door says so, from its beginning to its end, also after a lock and for who comes next', async () => {
    const { house, session } = await sittingIn(world);
    expect(sinceAtDoor()).toBe(session.startedAt);
    expect((await ok(house, 'vault.status', {})).session).toBeNull();
    await house.vault.close();
    const locked = open('2026-11-24T10:20:00Z');
    expect((await ok(locked, 'vault.status', {})).session).toEqual({ since: session.startedAt });
    await ok(locked, 'vault.unlock', { passphrase });
    expect(sinceAtDoor()).toBe(session.startedAt);
    await ok(locked, 'sessions.close', { sessionId: session.id, ...closing });
    expect(sinceAtDoor()).toBeNull();
  });

  test('somebody else’s shows too, and goes when the owner closes it', async () => {
    const { house, session } = await sittingIn(world);
    const other = await anothersSession(world, house, '2026-11-24T09:30:00.000Z');
    await ok(house, 'sessions.close', { sessionId: session.id, ...closing });
    expect(sinceAtDoor()).toBe('2026-11-24T09:30:00.000Z');
    await ok(house, 'sessions.close', { sessionId: other, ...closing, id: '20000000-0000-4000-8000-000000000002' });
    expect(sinceAtDoor()).toBeNull();
  });

  test('an unlock comes back to it: it locks 15 minutes after its planned end, not after five without a touch', async () => {
    const { house } = await sittingIn(world);
    await house.vault.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    let locks = 0;
    const again = open('2026-11-24T10:30:00Z', {
      idle: () => {
        locks += 1;
      },
    });
    await ok(again, 'vault.unlock', { passphrase });
    const minute = 60_000;
    vi.advanceTimersByTime(44 * minute);
    expect(locks).toBe(0);
    vi.advanceTimersByTime(2 * minute);
    expect(locks).toBe(1);
  });

  test('one that somebody else has open gives who is in no longer', async () => {
    const { house, session } = await sittingIn(world);
    await anothersSession(world, house, '2026-11-24T09:30:00.000Z');
    await ok(house, 'sessions.close', { sessionId: session.id, ...closing });
    await house.vault.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    let locks = 0;
    const again = open('2026-11-24T10:30:00Z', {
      idle: () => {
        locks += 1;
      },
    });
    await ok(again, 'vault.unlock', { passphrase });
    vi.advanceTimersByTime(5 * 60_000);
    expect(locks).toBe(1);
  });
});
