import { describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/calls.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { type Opened, openedPractice, repeatWeekly } from './schedule.test-world.ts';

/** It is Tuesday 24 November 2026, 10:58 in Toronto. */
const today = '2026-11-24';

const told = ({ appointments, next }: OutputOf<'today.get'>) => ({
  today: appointments.map(({ day, time, chosenName, status }) => [day, time, chosenName, status].join(' ')),
  next: next && [next.day, next.from, ...next.appointments.map(({ time }) => time)].join(' '),
});

const book = async ({ world, asked }: Opened, day: string, time: string, more: Parameters<Opened['asked']>[0] = {}) =>
  (await world.ok('appointments.book', asked({ day, time, ...more }))).appointment;

const set = (world: TestWorld, { id, version }: { readonly id: string; readonly version: number }, status: 'arrived' | 'done') =>
  world.ok('appointments.setStatus', { id, version, status });

describe('today', () => {
  test('is all that touches the day, in the order of time, and the next day with any to take place', async () => {
    const opened = await openedPractice();
    const { world } = opened;
    expect(told(await world.ok('today.get', {}))).toEqual({ today: [], next: null });
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor Abadi' });
    await book(opened, today, '13:30');
    const first = await book(opened, today, '09:00', { clientId: other });
    await set(world, first, 'arrived');
    const gone = await book(opened, '2026-11-25', '09:00');
    await world.ok('appointments.cancel', { id: gone.id, version: gone.version, as: 'cancelled', reason: 'ill' });
    await book(opened, '2026-11-27', '11:00');
    await book(opened, '2026-11-27', '09:30', { clientId: other });
    const day = await world.ok('today.get', {});
    expect(told(day)).toEqual({
      today: [`${today} 09:00 Noor Abadi arrived`, `${today} 13:30 Maya Rosario booked`],
      next: '2026-11-27 09:30 09:30 11:00',
    });
    expect([day.today, day.now, day.zone, day.seriesBehind]).toEqual([today, '2026-11-24T15:58:00.000Z', 'America/Toronto', false]);
    expect(await world.audit()).toContainEqual(expect.objectContaining({ action: 'calendar-opened', client_id: null }));
  });

  test('has one that began yesterday and lasts over midnight; of the next day it is not', async () => {
    const opened = await openedPractice();
    const { world } = opened;
    await book(opened, '2026-11-23', '23:30');
    await book(opened, today, '23:45');
    const both = ['2026-11-23 23:30 Maya Rosario booked', `${today} 23:45 Maya Rosario booked`];
    expect(told(await world.ok('today.get', {}))).toEqual({ today: both, next: null });
    await book(opened, '2026-11-25', '10:00');
    expect(told(await world.ok('today.get', {}))).toEqual({ today: both, next: '2026-11-25 10:00 10:00' });
    world.later(24 * 3_600_000);
    expect(told(await world.ok('today.get', {})).today).toEqual([
      `${today} 23:45 Maya Rosario booked`,
      '2026-11-25 10:00 Maya Rosario booked',
    ]);
  });

  test('has 23 or 25 hours where the clocks change, and neither end twice', async () => {
    const opened = await openedPractice();
    const { world } = opened;
    for (const time of ['00:00', '23:00']) await book(opened, '2027-03-14', time, { after: 0 });
    await book(opened, '2027-03-15', '00:00');
    world.later(Date.parse('2027-03-14T12:00:00.000Z') - Date.parse('2026-11-24T15:58:00.000Z'));
    expect(told(await world.ok('today.get', {}))).toEqual({
      today: ['2027-03-14 00:00 Maya Rosario booked', '2027-03-14 23:00 Maya Rosario booked'],
      next: '2027-03-15 00:00 00:00',
    });
  });

  test('says when a series without an end is to be made further, once it is a month behind', async () => {
    const opened = await openedPractice();
    const { world } = opened;
    await book(opened, today, '13:30', { repeat: { ...repeatWeekly, end: { kind: 'never' } } });
    world.later(20 * 86_400_000);
    expect((await world.ok('today.get', {})).seriesBehind).toBe(false);
    world.later(20 * 86_400_000);
    expect((await world.ok('today.get', {})).seriesBehind).toBe(true);
    expect((await world.ok('series.extend', {})).made).toBeGreaterThan(0);
    expect((await world.ok('today.get', {})).seriesBehind).toBe(false);
  });

  test('counts whom there is still to remind', async () => {
    const opened = await openedPractice();
    const { world } = opened;
    const { id } = await book(opened, '2026-11-25', '09:00');
    await book(opened, '2026-11-25', '11:00');
    const all = (await world.ok('today.get', {})).reminders;
    expect(all).toBe((await world.ok('reminders.today', {})).reminders.length);
    expect(all).toBeGreaterThan(0);
    await world.ok('reminders.done', { appointmentId: id, way: 'text', done: true });
    expect((await world.ok('today.get', {})).reminders).toBe(all - 1);
  });

  test('is for those who book, while the practice is open', async () => {
    const { world } = await openedPractice();
    expect(await world.as('front-desk')('today.get', {})).toMatchObject({ ok: true });
    expect(await world.as('bookkeeper')('today.get', {})).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await world.standing({ state: 'locked' })('today.get', {})).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await world.raw('today.get', { day: today })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
