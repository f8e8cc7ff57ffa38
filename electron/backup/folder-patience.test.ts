import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatience, isSilent, patienceMs } from './folder-patience.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const folder = '/media/stick';
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const said = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((failure: unknown) => (isSilent(failure) ? 'silent' : (failure as Error).message));

test('what answers is answered, and what fails fails as it did', async () => {
  const ask = createPatience();
  expect(await ask({ folder, work: async () => 12 })).toBe(12);
  expect(await said(ask({ folder, work: () => Promise.reject(new Error('full')) }))).toBe('full');
  expect(vi.getTimerCount()).toBe(0);
});

test('what takes no step is not waited for, and is not asked again before it has answered', async () => {
  const ask = createPatience();
  const hanging = Promise.withResolvers<number>();
  const first = said(ask({ folder, work: () => hanging.promise }));
  await pass(patienceMs);
  expect(await first).toBe('silent');
  let asked = 0;
  const work = async (): Promise<number> => {
    asked += 1;
    return asked;
  };
  expect([await said(ask({ folder, work })), asked]).toEqual(['silent', 0]);
  expect(await ask({ folder: '/media/other', work })).toBe(1);
  hanging.resolve(1);
  await turn();
  expect(await ask({ folder, work })).toBe(2);
});

test('what takes steps is waited for however long it takes', async () => {
  const ask = createPatience();
  const done = Promise.withResolvers<string>();
  let alive = (): void => undefined;
  const asked = said(
    ask({
      folder,
      work: (say) => {
        alive = say;
        return done.promise;
      },
    }),
  );
  for (let step = 0; step < 10; step += 1) {
    await pass(patienceMs - 1);
    alive();
  }
  done.resolve('copied');
  expect(await asked).toBe('copied');
});

test('what is given up is waited for no longer than it takes to end', async () => {
  const ask = createPatience();
  const given = new AbortController();
  const asked = said(ask({ folder, work: () => new Promise<never>(() => undefined), signal: given.signal }));
  given.abort(new Error('given up'));
  await pass(300);
  expect(await asked).toBe('given up');
});
