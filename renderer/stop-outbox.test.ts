import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetUnsent, keepUnsent, unsentStops } from './stop-outbox.ts';

/** The page's storage, as far as it is used. */
const storage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
};

let page: { readonly localStorage: ReturnType<typeof storage> };
const now = 1_795_500_000_000;

beforeEach(() => {
  page = { localStorage: storage() };
  vi.stubGlobal('window', page);
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const stop = { id: '10000000-0000-4000-8000-000000000001', kind: 'stop', at: now - 3_000 } as const;
const off = { id: '10000000-0000-4000-8000-000000000002', kind: 'hands-off', at: now - 1_000 } as const;

test('what was touched stands in its order until it is kept, and leaves nothing behind', () => {
  keepUnsent(stop);
  keepUnsent(off);
  expect(unsentStops()).toEqual([stop, off]);
  forgetUnsent(stop.id);
  expect(unsentStops()).toEqual([off]);
  forgetUnsent(off.id);
  expect([unsentStops(), page.localStorage.kept.size]).toEqual([[], 0]);
});

test('it holds kinds, ids and times, and nothing else', () => {
  keepUnsent(stop);
  expect([...page.localStorage.kept.values()].map((text) => JSON.parse(text))).toEqual([[stop]]);
});

test.each(['', '{', '"stop"', '[{"kind":"stop"}]', '[{"id":"1","kind":"wish","at":1}]'])('what cannot be read (%s) is none', (text) => {
  keepUnsent(stop);
  for (const name of page.localStorage.kept.keys()) page.localStorage.kept.set(name, text);
  expect(unsentStops()).toEqual([]);
  keepUnsent(off);
  expect(unsentStops()).toEqual([off]);
});

test('what is older than a day is not told any more', () => {
  keepUnsent({ ...stop, at: now - 24 * 60 * 60_000 });
  keepUnsent(off);
  expect(unsentStops()).toEqual([off]);
});
