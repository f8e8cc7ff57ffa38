import { expect, test } from 'vitest';
import { inTime } from './in-time.ts';

test('work that never ends is not waited for, and work that does is', async () => {
  expect(await inTime(new Promise<object>(() => undefined), 10)).toBe(null);
  expect(await inTime(Promise.resolve({ done: true }), 60_000)).toEqual({ done: true });
  await expect(inTime(Promise.reject(new Error('no')), 60_000)).rejects.toThrow('no');
});
