import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Repeat } from '../../shared/recurrence.ts';
import { openedPractice, repeatWeekly } from './schedule.test-world.ts';

const count = (times: number): Repeat['end'] => ({ kind: 'count', count: times });
const monthly: Repeat = { ...repeatWeekly, unit: 'month' };

/** A series, all of it moved together where that is asked, and an edit of one of them with another end than it is shown with. */
const withOtherEnd = async ({
  first,
  repeat,
  movedTo,
  number,
  scope,
  end,
}: {
  readonly first: string;
  readonly repeat: Repeat;
  readonly movedTo?: string;
  readonly number: number;
  readonly scope: InputOf<'series.edit'>['scope'];
  readonly end: Repeat['end'];
}) => {
  const { world, asked, practitionerId, roomId } = await openedPractice();
  const { appointment } = await world.ok('appointments.book', asked({ day: first, repeat }));
  const where = { time: '10:00', practitionerId, roomId, minutes: 60, scope: 'all' } as const;
  if (movedTo) await world.ok('appointments.move', { id: appointment.id, version: 1, day: movedTo, ...where });
  const rows = () => world.open.database.selectFrom('appointments').select(['id', 'day', 'status']).orderBy('starts_at').execute();
  const id = (await rows())[number - 1]?.id ?? '';
  const seen = await world.ok('appointments.get', { id });
  const rule = { ...(seen.series?.repeat ?? repeat), end };
  const edited = await world.ok('series.edit', { id, version: seen.appointment.version, repeat: rule, scope });
  const shown = (await world.ok('appointments.get', { id })).series?.repeat.end;
  const days = (await rows()).map(({ day, status }) => (status === 'cancelled' ? `${day} cancelled` : day));
  return { world, days, changed: edited.changed, shown };
};

test('the last Tuesday of a month stays the last, though it is the fourth in the month it is edited from', async () => {
  const repeat: Repeat = { ...monthly, monthBy: 'weekday', end: count(4) };
  const { days, shown } = await withOtherEnd({ first: '2026-12-29', repeat, number: 2, scope: 'following', end: count(4) });
  expect(days).toEqual(['2026-12-29', '2027-01-26', '2027-02-23', '2027-03-30', '2027-04-27']);
  expect(shown).toEqual(count(4));
});

test('the 31st moved together to the day after stays the day after', async () => {
  const edit = { first: '2026-12-31', repeat: { ...monthly, end: count(4) }, movedTo: '2027-01-01', number: 1, scope: 'all' } as const;
  expect((await withOtherEnd({ ...edit, end: count(3) })).days).toEqual(['2027-01-01', '2027-02-01', '2027-04-01', '2027-06-01 cancelled']);
  const until = await withOtherEnd({ ...edit, end: { kind: 'on', day: '2027-04-01' } });
  expect(until.days).toEqual(['2027-01-01', '2027-02-01', '2027-04-01', '2027-06-01 cancelled']);
  expect(until.shown).toEqual({ kind: 'on', day: '2027-04-01' });
});

test('two days of every second week, moved over the end of it, stay where they are', async () => {
  const repeat: Repeat = { ...repeatWeekly, every: 2, weekdays: [1, 4], end: count(4) };
  const edit = { first: '2026-11-30', repeat, movedTo: '2026-12-04', number: 2, scope: 'following', end: count(4) } as const;
  expect((await withOtherEnd(edit)).days).toEqual(['2026-12-04', '2026-12-07', '2026-12-18', '2026-12-21', '2027-01-01']);
});

test('without an end, and moved to another year, nothing that is there is called off', async () => {
  const never: Repeat = { ...repeatWeekly, end: { kind: 'never' } };
  const edit = { first: '2027-12-07', repeat: never, movedTo: '2026-12-01', number: 1, scope: 'all', end: never.end } as const;
  const { world, days } = await withOtherEnd(edit);
  expect(days.filter((day) => day.endsWith('cancelled'))).toEqual([]);
  world.later(90 * 86_400_000);
  await world.ok('series.extend', {});
  const last = await world.open.database.selectFrom('appointments').select('day').orderBy('day', 'desc').executeTakeFirst();
  expect(last).toEqual({ day: '2028-02-22' });
});
