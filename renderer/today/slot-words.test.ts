import { expect, test } from 'vitest';
import { setDatesOf } from '../dates.ts';
import type { Standing } from '../ui/use-standings.ts';
import { words } from '../words.ts';
import { readinessOfDay } from './next-day.tsx';
import { overMidnight, timeOf } from './slot-words.ts';

const t = words.getFixedT('en', 'today');
const shown = { today: '2026-11-24', zone: 'America/Toronto' };

test.each([
  ['an hour of the day', '2026-11-24T14:00:00.000Z', '2026-11-24T15:00:00.000Z', '09:00', ''],
  ['one from the day before', '2026-11-24T04:30:00.000Z', '2026-11-24T05:30:00.000Z', '23:30', 'since Monday 23 November, 23:30'],
  ['one into the day after', '2026-11-25T04:30:00.000Z', '2026-11-25T05:30:00.000Z', '23:30', 'until Wednesday 25 November, 00:30'],
  ['one until midnight', '2026-11-25T04:00:00.000Z', '2026-11-25T05:00:00.000Z', '23:00', ''],
])('%s', (_, startsAt, endsAt, time, over) => {
  setDatesOf({ place: 'GB-ENG', zone: 'Europe/London' });
  expect([timeOf(startsAt, shown), overMidnight(t, { startsAt, endsAt }, shown)]).toEqual([time, over]);
  setDatesOf(null);
});

const standing = (state: Standing['state']): Standing => ({ clientId: state, state, first: null, more: 0 });

test.each([
  ['nothing while one is not known', [standing('ready'), undefined], null],
  ['nothing of nobody', [], null],
  ['one who is ready', [standing('ready')], 'Ready'],
  ['two of whom one has limits', [standing('ready'), standing('ready-with-limits')], 'All ready, 1 with limits'],
  ['those who are not ready', [standing('ready'), standing('waiting'), standing('not-now')], '2 not ready yet'],
] as const)('the next day says %s', (_, standings, said) => {
  expect(readinessOfDay(t, standings)?.words ?? null).toBe(said);
});
