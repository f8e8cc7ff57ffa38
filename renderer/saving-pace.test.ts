import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPause, following } from './saving-pace.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('it is sent a pause after the last key, and while keys go on at the latest a while after the first', () => {
  let sent = 0;
  const pace = afterPause(() => (sent += 1), { pause: 400, longest: 900 });
  const after = (milliseconds: number): number => {
    vi.advanceTimersByTime(milliseconds);
    return sent;
  };
  pace.ask();
  expect([after(399), after(1)]).toEqual([0, 1]);
  pace.clear();
  for (let key = 0; key < 3; key += 1) {
    pace.ask();
    after(300);
  }
  expect(sent).toBe(2);
  pace.clear();
  pace.ask();
  pace.clear();
  expect(after(2_000)).toBe(2);
});

test('who looks on is told of each value, until they go', () => {
  const value = following('saved');
  const seen: string[] = [];
  const leave = value.follow(() => seen.push(value.now()));
  value.tell('saving');
  leave();
  value.tell('failed');
  expect([...seen, value.now()]).toEqual(['saving', 'failed']);
});
