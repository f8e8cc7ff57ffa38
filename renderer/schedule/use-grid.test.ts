import { expect, test } from 'vitest';
import type { CalendarWorld } from './use-calendar.ts';
import { firstHour } from './use-grid.ts';

const days = ['2026-11-24', '2026-11-25'];
const opening = (from: string | null): Pick<CalendarWorld, 'hours' | 'practitioners' | 'days'> => ({
  days,
  practitioners: [{ id: 'hana', version: 1, name: 'Hana', active: true, keyholderId: null }],
  hours: {
    hours: from ? [{ practitionerId: 'hana', version: 1, week: Array.from({ length: 7 }, () => [{ from, to: '17:00' }]) }] : [],
    exceptions: [],
  },
});

test.each([
  ['eight where nobody said their hours', null, [], 8],
  ['one before somebody is there', '07:30', [], 6],
  ['one before what begins earlier', '09:00', [{ minute: 5 * 60 + 20, goesOn: false }], 4],
  ['none before the first', '09:00', [{ minute: 10, goesOn: false }], 0],
  ['never for the end of one over midnight', '09:00', [{ minute: 0, goesOn: true }], 8],
] as const)('the hour at the top is %s', (_, from, stops, hour) => {
  expect(firstHour(opening(from), stops)).toBe(hour);
});
