import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';
import { openedPractice } from './schedule.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const dayMs = 86_400_000;

/** Today is Tuesday 24 November; days on which there is an appointment at ten. */
const booked = async (...days: readonly string[]) => {
  const opened = await openedPractice();
  const ids: string[] = [];
  for (const day of days) ids.push((await opened.world.ok('appointments.book', opened.asked({ day }))).appointment.id);
  const [appointmentId = ''] = ids;
  const remindedOf = async () => (await opened.world.ok('reminders.today', {})).reminders.map((one) => one.appointmentId);
  return { ...opened, ids, appointmentId, remindedOf };
};

describe('whom to remind', () => {
  test('is told with the words filled in, and their wishes beside', async () => {
    const { world, appointmentId, clientId } = await booked('2026-11-25');
    expect(await world.ok('reminders.today', {})).toEqual({
      today: '2026-11-24',
      until: '2026-11-26',
      reminders: [
        {
          appointmentId,
          clientId,
          chosenName: clientDetails.chosenName,
          phone: clientDetails.phone,
          email: clientDetails.email,
          contactWishes: clientDetails.contactWishes,
          day: '2026-11-25',
          time: '10:00',
          text: 'Hello Maya Rosario, a reminder of your appointment on Wednesday, November 25 at 10:00. If you need another time, just answer this message.',
          done: null,
        },
      ],
    });
    expect((await world.audit()).at(-1)?.action).toBe('reminders-opened');
  });

  test('goes from tomorrow to as many days ahead as are set, soonest first', async () => {
    const { world, ids, remindedOf } = await booked('2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24');
    expect(await remindedOf()).toEqual([ids[2], ids[1]]);
    const set = (daysBefore: number, version: number) =>
      world.ok('reminders.set', { version, settings: { daysBefore, words: 'At {{time}}.' } });
    await set(1, 0);
    expect(await remindedOf()).toEqual([ids[2]]);
    await set(3, 1);
    expect(await remindedOf()).toEqual([ids[2], ids[1], ids[0]]);
    world.later(dayMs);
    expect(await remindedOf()).toEqual([ids[1], ids[0]]);
  });

  test('leaves out what does not take place, and what began', async () => {
    const { world, ids, remindedOf } = await booked('2026-11-25', '2026-11-26');
    await world.ok('appointments.setStatus', { id: ids[0] ?? '', version: 1, status: 'confirmed' });
    expect(await remindedOf()).toEqual(ids);
    await world.ok('appointments.cancel', { id: ids[0] ?? '', version: 2, as: 'cancelled', reason: 'client-asked' });
    expect(await remindedOf()).toEqual([ids[1]]);
  });

  test('is of the clock of the appointment, wherever the practice is now', async () => {
    const { world } = await booked('2026-11-25');
    const { version, role: _, ...details } = await world.ok('profile.get', {});
    expect(details.zone).toBe('America/Toronto');
    await world.ok('profile.update', { version, details: { ...profileDetails, zone: 'Europe/Berlin' } });
    expect((await world.ok('reminders.today', {})).reminders).toMatchObject([{ day: '2026-11-25', time: '10:00' }]);
  });
});

describe('a reminder', () => {
  test('is marked by its way, marked otherwise, and taken back', async () => {
    const { world, appointmentId, clientId } = await booked('2026-11-25');
    const [before] = (await world.ok('reminders.today', {})).reminders;
    const by = profileDetails.practitionerName;
    const marked = await world.ok('reminders.done', { appointmentId, way: 'text', done: true });
    expect(marked).toEqual({ ...before, done: { at: world.now(), by, way: 'text' } });
    world.later(60_000);
    await world.ok('reminders.done', { appointmentId, way: 'call', done: true });
    expect((await world.ok('reminders.today', {})).reminders).toEqual([{ ...before, done: { at: world.now(), by, way: 'call' } }]);
    expect(await world.ok('reminders.done', { appointmentId, way: 'call', done: false })).toEqual(before);
    expect((await world.audit()).slice(-2).map((entry) => [entry.action, entry.client_id, entry.record_id])).toEqual([
      ['reminders-opened', null, null],
      ['reminder-done', clientId, appointmentId],
    ]);
    expect(world.announced).toContain('schedule');
  });

  test('that was moved is to be done anew', async () => {
    const { world, appointmentId, practitionerId, roomId } = await booked('2026-11-25');
    await world.ok('reminders.done', { appointmentId, way: 'text', done: true });
    const where = { practitionerId, roomId, minutes: 60 };
    await world.ok('appointments.move', { id: appointmentId, version: 1, day: '2026-11-26', time: '10:00', ...where });
    expect((await world.ok('reminders.today', {})).reminders).toMatchObject([{ day: '2026-11-26', done: null }]);
  });

  test('of what did not take place and does after all is to be done anew', async () => {
    const { world, appointmentId } = await booked('2026-11-25');
    await world.ok('reminders.done', { appointmentId, way: 'text', done: true });
    await world.ok('appointments.setStatus', { id: appointmentId, version: 1, status: 'confirmed' });
    expect((await world.ok('reminders.today', {})).reminders).toMatchObject([{ done: { way: 'text' } }]);
    await world.ok('appointments.cancel', { id: appointmentId, version: 2, as: 'cancelled', reason: 'client-asked' });
    await world.ok('appointments.setStatus', { id: appointmentId, version: 3, status: 'booked' });
    expect((await world.ok('reminders.today', {})).reminders).toMatchObject([{ appointmentId, done: null }]);
  });

  test('is not of what is over, nor of what there is not', async () => {
    const { world, ids } = await booked('2026-11-25', '2026-11-26');
    const [first = '', second = ''] = ids;
    await world.ok('appointments.cancel', { id: first, version: 1, as: 'cancelled', reason: 'client-asked' });
    expect(await world.call('reminders.done', { appointmentId: first, way: 'text', done: true })).toEqual(refused('appointment-over'));
    world.later(3 * dayMs);
    expect(await world.call('reminders.done', { appointmentId: second, way: 'text', done: true })).toEqual(refused('appointment-over'));
    const input = { appointmentId: world.open.newId(), way: 'text', done: true } as const;
    expect(await world.call('reminders.done', input)).toEqual({ ok: false, error: { code: 'not-found', what: 'appointment' } });
    expect(await world.raw('reminders.done', { ...input, way: 'pigeon' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('the practice’s own words', () => {
  const settings: InputOf<'reminders.set'>['settings'] = { daysBefore: 3, words: 'Dear {{name}}, {{practitioner}}, {{practice}}.' };

  test('take the place of those to begin with', async () => {
    const { world } = await booked('2026-11-25');
    const { words } = await world.ok('reminders.settings', {});
    expect(await world.ok('reminders.settings', {})).toEqual({ version: 0, isOwn: false, daysBefore: 2, words });
    expect(await world.ok('reminders.set', { version: 0, settings })).toEqual({ ...settings, version: 1, isOwn: true });
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'reminder-settings-changed', client_id: null });
    expect((await world.ok('reminders.today', {})).reminders[0]?.text).toBe('Dear Maya Rosario, Hana Lindqvist, Alder Room.');
    const mine = { ...settings, words: 'Mine' };
    expect(await world.call('reminders.set', { version: 0, settings: mine })).toEqual({
      ok: false,
      error: { code: 'conflict', current: { ...settings, version: 1, isOwn: true } },
    });
    expect(await world.ok('reminders.settings', {})).toEqual({ ...settings, version: 1, isOwn: true });
  });

  test('name nothing that is not known, and say something', async () => {
    const { world } = await booked();
    const set = (words: string, daysBefore = 1) => world.raw('reminders.set', { version: 0, settings: { words, daysBefore } });
    expect(await set('{{name}}, your {{service}} with {{Hana}}')).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'placeholder-unknown', details: { placeholders: ['service', 'Hana'] } },
    });
    expect(await set(' \u200b ')).toMatchObject({ ok: false, error: { code: 'invalid', issues: [{ path: ['settings', 'words'] }] } });
    expect(await set('x', 8)).toMatchObject({ ok: false, error: { code: 'invalid', issues: [{ path: ['settings', 'daysBefore'] }] } });
    expect((await world.ok('reminders.settings', {})).version).toBe(0);
  });

  test('are for the owner; the list is for those at the desk, and for nobody while it is locked', async () => {
    const { world, appointmentId, clientId } = await booked('2026-11-25');
    const ofDesk = [
      ['reminders.today', {}],
      ['reminders.done', { appointmentId, way: 'paper', done: true }],
      ['reminders.settings', {}],
      ['reminders.paper', { clientId }],
    ] as const;
    for (const [name, input] of ofDesk) {
      expect(await world.as('front-desk')(name, input)).toMatchObject({ ok: true });
      expect(await world.as('bookkeeper')(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
      expect(await world.standing({ state: 'locked' })(name, input)).toEqual({ ok: false, error: { code: 'locked' } });
    }
    for (const role of ['practitioner', 'front-desk'] as const)
      expect(await world.as(role)('reminders.set', { version: 0, settings })).toEqual({ ok: false, error: { code: 'not-allowed' } });
  });
});
