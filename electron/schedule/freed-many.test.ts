import { expect, test } from 'vitest';
import { addDays } from '../../shared/schedule-time.ts';
import { openedPractice, wish } from './schedule.test-world.ts';

test('of many times that came free the soonest twenty are told, and the next as one is put aside', async () => {
  const { world, clientId, serviceId, asked } = await openedPractice();
  await world.ok('waitlist.add', { clientId, details: { ...wish, serviceId } });
  for (let later = 0; later < 24; later += 1) {
    const { appointment } = await world.ok('appointments.book', asked({ day: addDays('2026-11-27', later) }));
    const seen = { id: appointment.id, version: appointment.version };
    await world.ok('appointments.cancel', { ...seen, as: 'cancelled', reason: 'client-asked' });
  }
  const days = async () => (await world.ok('waitlist.freed', {})).freed.map(({ day }) => day);
  expect(await days()).toEqual(Array.from({ length: 20 }, (_, later) => addDays('2026-11-27', later)));
  const [first] = (await world.ok('waitlist.freed', {})).freed;
  await world.ok('waitlist.dismiss', { appointmentId: first?.appointmentId ?? '' });
  expect(await days()).toEqual(Array.from({ length: 20 }, (_, later) => addDays('2026-11-28', later)));
});
