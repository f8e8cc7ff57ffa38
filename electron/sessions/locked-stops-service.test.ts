import { expect, test } from 'vitest';
import { instantFrom } from '../../shared/time.ts';
import { practiceFor } from '../practice/practice.ts';
import { takeInLocked } from './locked-stops-service.ts';
import { sitting } from './session.test-world.ts';

test('what was touched lies as far apart as it was touched, however slowly it is taken in', async () => {
  const { world, start } = await sitting();
  const session = await start();
  world.anotherRun();
  const began = Date.parse(session.startedAt);
  let looks = 0;
  // Each look at a clock finds it further on.
  const passed = (): number => {
    looks += 1;
    return 600_000 + 7.3 * looks;
  };
  const slow = { ...world.open, clock: () => began + Math.floor(passed()), ticks: { run: 'after-it', now: passed } };
  const practice = practiceFor(slow, 'unlocked');
  const touched = (kind: 'stop' | 'hands-off', after: number, last: number) => ({
    kind,
    at: instantFrom(began + after),
    id: `10000000-0000-4000-8000-00000000000${last}`,
  });
  await practice.write((tx) =>
    takeInLocked(tx, practice, [touched('stop', 240_000, 1), touched('hands-off', 243_250, 2), touched('stop', 250_001, 3)]),
  );
  const { state } = await world.ok('sessions.get', { sessionId: session.id });
  expect(state.stops.map(({ at, handsOffAt }) => [at, handsOffAt])).toEqual([
    [240_000, 243_250],
    [250_001, null],
  ]);
});
