import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { openedPractice } from './schedule.test-world.ts';

const wished = { minutes: 60, before: 0, after: 15, from: '2026-12-01', days: 1, roomId: 'any' } as const;
const hours = Array.from({ length: 7 }, () => [{ from: '09:00', to: '12:00' }]);
const stranger = '01a207a2-3366-7916-a111-ef2bf0207186';

test('free times lie in the hours of the practitioner, around what is booked, in a room that is free', async () => {
  const { world, practitionerId, roomId, clientId, asked } = await openedPractice();
  await world.ok('hours.set', { practitionerId, version: 0, week: hours });
  await world.ok('appointments.book', asked({ time: '10:00' }));
  const find = async (more: Partial<InputOf<'appointments.findSlots'>> = {}) =>
    (await world.ok('appointments.findSlots', { ...wished, practitionerId, ...more })).slots;
  // An hour before ten would need the quarter after it, and an hour after 11:15 ends after twelve.
  expect(await find()).toEqual([]);
  expect((await find({ after: 0 })).map(({ time }) => time)).toEqual(['09:00']);
  expect((await find({ minutes: 30 })).map(({ time }) => time)).toEqual(['09:00', '09:15', '11:15', '11:30']);
  const tom = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
  // Tom is there all day, and the one room is taken at ten.
  const ofTom = await find({ practitionerId: tom.id, earliest: '09:00', latest: '12:30' });
  expect(ofTom.map(({ time, roomId: room }) => [time, room])).toEqual([
    ['11:15', roomId],
    ['11:30', roomId],
  ]);
  const without = await find({ practitionerId: null, roomId: null, earliest: '10:00', latest: '11:00' });
  expect(without.map((one) => [one.time, one.practitionerId, one.roomId])).toEqual([['10:00', tom.id, null]]);
  // The client is with Hana at ten.
  expect(await find({ practitionerId: tom.id, clientId, roomId: null, earliest: '10:00', latest: '11:00' })).toEqual([]);
});

test('nothing that began is offered, nobody who does not treat here any more, and what is not there is named', async () => {
  const { world, practitionerId, roomId } = await openedPractice();
  const find = (more: Partial<InputOf<'appointments.findSlots'>>) =>
    world.call('appointments.findSlots', { ...wished, practitionerId, from: '2026-11-24', limit: 1, ...more });
  // It is 10:58 in Toronto.
  expect(await find({})).toMatchObject({ ok: true, value: { slots: [{ time: '11:00' }], more: true } });
  await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: false } });
  expect(await find({ practitionerId: null, days: 1, earliest: '12:00', latest: '13:15', limit: 100, after: 0 })).toMatchObject({
    value: { slots: [{ practitionerId }, { practitionerId }] },
  });
  for (const [more, what] of [
    [{ practitionerId: stranger }, 'practitioner'],
    [{ roomId: stranger }, 'room'],
    [{ clientId: stranger }, 'client'],
  ] as const)
    expect(await find(more)).toEqual({ ok: false, error: { code: 'not-found', what } });
  expect(await find({ roomId })).toMatchObject({ ok: true });
});

test.each([
  ['no length', { minutes: 0 }],
  ['a day long', { minutes: 1_440 }],
  ['no days', { days: 0 }],
  ['a year of days', { days: 366 }],
  ['a weekday there is not', { weekdays: [8] }],
])('%s is refused', async (_, more) => {
  const { world, practitionerId } = await openedPractice();
  expect(await world.call('appointments.findSlots', { ...wished, practitionerId, ...more })).toMatchObject({ error: { code: 'invalid' } });
});
