import { describe, expect, test } from 'vitest';
import { pastBusy, pastBusyBeside } from './past-busy.ts';

const failing = (code: string): Error => Object.assign(new Error(code), { code });

type Ways = 'here' | 'beside';

/** Work that fails this often, how often it was tried, and how long was waited for it. */
const tried = async (way: Ways, code: string, failures: number) => {
  const waited: number[] = [];
  let tries = 0;
  const work = (): string => {
    tries += 1;
    if (tries <= failures) throw failing(code);
    return 'done';
  };
  const wait = (milliseconds: number) => waited.push(milliseconds);
  const trying = async () => pastBusy(work, wait);
  const beside = () =>
    pastBusyBeside(
      async () => work(),
      async (milliseconds) => wait(milliseconds),
    );
  const outcome = await (way === 'here' ? trying : beside)().catch((failure: { readonly code: string }) => failure.code);
  return { outcome, tries, waited };
};

describe.each<Ways>(['here', 'beside'])('%s', (way) => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('what fails with %s for a moment is done in the end', async (code) => {
    expect(await tried(way, code, 0)).toEqual({ outcome: 'done', tries: 1, waited: [] });
    expect(await tried(way, code, 2)).toEqual({ outcome: 'done', tries: 3, waited: [10, 20] });
    expect(await tried(way, code, 5)).toEqual({ outcome: 'done', tries: 6, waited: [10, 20, 40, 80, 160] });
  });

  test('what goes on failing is refused after a third of a second, and another failure at once', async () => {
    expect(await tried(way, 'EBUSY', 6)).toEqual({ outcome: 'EBUSY', tries: 6, waited: [10, 20, 40, 80, 160] });
    expect(await tried(way, 'ENOSPC', 1)).toEqual({ outcome: 'ENOSPC', tries: 1, waited: [] });
  });
});
