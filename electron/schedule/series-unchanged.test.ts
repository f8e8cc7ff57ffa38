import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Repeat } from '../../shared/recurrence.ts';
import { openedPractice, repeatWeekly } from './schedule.test-world.ts';

type Scope = InputOf<'series.edit'>['scope'];

const dayMs = 86_400_000;
const six: Repeat = { ...repeatWeekly, end: { kind: 'count', count: 6 } };

/** Six Tuesdays from 1 December on: the second cancelled, the third moved, the fourth left out for something that is gone since. */
const withGaps = async (repeat: Repeat) => {
  const { world, asked, practitionerId, roomId } = await openedPractice();
  const { appointment: other } = await world.ok('appointments.book', asked({ day: '2026-12-22', time: '10:30' }));
  await world.ok('appointments.book', asked({ repeat, skip: true }));
  const off = { as: 'cancelled', reason: 'client-asked' } as const;
  await world.ok('appointments.cancel', { id: other.id, version: 1, ...off });
  const series = () =>
    world.open.database
      .selectFrom('appointments')
      .select(['id', 'day', 'time', 'status'])
      .where('series_id', 'is not', null)
      .orderBy('series_day')
      .execute();
  const on = async (day: string) => (await series()).find((row) => row.day === day)?.id ?? '';
  await world.ok('appointments.cancel', { id: await on('2026-12-08'), version: 1, ...off });
  const where = { day: '2026-12-16', time: '14:00', practitionerId, roomId, minutes: 60 };
  await world.ok('appointments.move', { id: await on('2026-12-15'), version: 1, ...where });
  return { world, series, on };
};

/** Saves the rule as the window begins with it. */
const savedUnchanged = async ({ world, on }: Awaited<ReturnType<typeof withGaps>>, day: string, scope: Scope) => {
  const { appointment, series } = await world.ok('appointments.get', { id: await on(day) });
  if (!series) throw new Error('It stands alone.');
  const left = series.left[scope];
  const repeat = left === null ? series.repeat : { ...series.repeat, end: { kind: 'count', count: left } as const };
  await world.ok('series.edit', { id: appointment.id, version: appointment.version, repeat, scope });
  return left;
};

test.each([
  ['the first', '2026-12-01', 0, 'all', 6],
  ['the first', '2026-12-01', 0, 'following', 6],
  ['the moved one', '2026-12-16', 0, 'all', 6],
  ['the moved one', '2026-12-16', 0, 'following', 4],
  ['the last', '2027-01-05', 0, 'all', 6],
  ['the last', '2027-01-05', 0, 'following', 1],
  ['the last, once the first is past', '2027-01-05', 10, 'all', 4],
  ['the one after the day left out, once the first is past', '2026-12-29', 10, 'following', 2],
] as const)(
  'a rule with a number of times saved unchanged from %s (%s, %i days later, %s) changes no appointment',
  async (_, day, later, scope, times) => {
    const gaps = await withGaps(six);
    gaps.world.later(later * dayMs);
    const before = await gaps.series();
    expect(before.map((row) => `${row.day} ${row.time} ${row.status}`)).toEqual([
      '2026-12-01 10:00 booked',
      '2026-12-08 10:00 cancelled',
      '2026-12-16 14:00 booked',
      '2026-12-29 10:00 booked',
      '2027-01-05 10:00 booked',
    ]);
    expect(await savedUnchanged(gaps, day, scope)).toBe(times);
    expect(await gaps.series()).toEqual(before);
    // What it says after it is saved as well, for the same one and for all.
    for (const again of ['following', 'all'] as const) await savedUnchanged(gaps, day, again);
    expect(await gaps.series()).toEqual(before);
  },
);

test.each(['following', 'all'] as const)('nor does one until a day, or without an end (%s)', async (scope) => {
  for (const end of [{ kind: 'on', day: '2027-01-05' }, { kind: 'never' }] as const) {
    const gaps = await withGaps({ ...six, end });
    const before = await gaps.series();
    expect(await savedUnchanged(gaps, '2026-12-16', scope)).toBe(null);
    expect(await gaps.series()).toEqual(before);
    expect((await gaps.world.ok('appointments.get', { id: await gaps.on('2026-12-29') })).series?.skipped).toEqual(['2026-12-22']);
  }
});
