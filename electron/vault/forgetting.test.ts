import { afterEach, describe, expect, test, vi } from 'vitest';
import { backupWorld } from '../backup/backup.test-world.ts';
import { createForgetting } from './forgetting.ts';
import { passphrase } from './vault.test-world.ts';

/** Each opening derives a key, which is slow on purpose. */
const perTest = { timeout: 60_000 };

afterEach(() => vi.useRealTimers());

describe('what was typed to look into a backup', () => {
  test('is forgotten two minutes after the last look, and never while one goes on', async () => {
    vi.useFakeTimers();
    const end = vi.fn();
    const { looking } = createForgetting(end);
    const look = Promise.withResolvers<string>();
    await looking(true, async () => 'one');
    vi.advanceTimersByTime(119_000);
    const second = looking(true, () => look.promise);
    vi.advanceTimersByTime(600_000);
    expect(end).not.toHaveBeenCalled();
    look.resolve('two');
    expect(await second).toBe('two');
    vi.advanceTimersByTime(119_999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  test('is forgotten after a wrong one too; where nothing was typed, or it was opened, there is nothing to forget', async () => {
    vi.useFakeTimers();
    const end = vi.fn();
    const { looking, not } = createForgetting(end);
    await looking(false, async () => 'one');
    vi.advanceTimersByTime(200_000);
    expect(end).not.toHaveBeenCalled();
    await expect(looking(true, () => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
    vi.advanceTimersByTime(200_000);
    expect(end).toHaveBeenCalledTimes(1);
    await looking(true, async () => 'one');
    not();
    vi.advanceTimersByTime(200_000);
    expect(end).toHaveBeenCalledTimes(1);
  });
});

describe('the process at the door', () => {
  const world = backupWorld('forgetting');
  const { ok, open } = world;

  test.each([
    ['ends', false],
    ['does not end where the practice was opened', true],
  ])('that looked into a backup with a passphrase %s', perTest, async (_, opens) => {
    const first = await world.withFolder();
    const id = (await ok(first, 'backup.run', {})).last?.id ?? '';
    await first.vault.close();
    const ends: unknown[] = [];
    const house = open('2026-11-24T12:00:00Z', { ended: (end) => ends.push(end) });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await ok(house, 'backup.rehearse', { id, secret: { kind: 'passphrase', text: passphrase } });
    const due = timers.mock.calls.find(([, ms]) => ms === 120_000)?.[0] as (() => void) | undefined;
    timers.mockRestore();
    if (opens) await world.unlock(house);
    due?.();
    await ok(house, 'vault.status', {});
    expect([due !== undefined, ends.length]).toEqual([true, opens ? 0 : 1]);
    if (!opens) await world.unlock(open('2026-11-24T13:00:00Z'));
  });
});
