import { expect, test } from 'vitest';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { instantOf } from '../../shared/schedule-time.ts';
import { usualRoom } from './usual-room.ts';

type Part = { readonly day?: string; readonly time?: string } & Partial<Pick<AppointmentLine, 'practitionerId' | 'status' | 'roomId'>>;
/** With Hana in the garden room on 24 November at ten, but for what is said otherwise. */
const line = ({ day = '2026-11-24', time = '10:00', ...more }: Part = {}) => ({
  ...{ practitionerId: 'hana', status: 'booked' as const, roomId: 'garden', startsAt: instantOf(day, time, 'America/Toronto') },
  ...more,
});

const room = (id: string, active = true) => ({ id, version: 1, name: id, note: '', active });
const rooms = [room('garden'), room('loft'), room('cellar', false)];
const tuesday = { practitionerId: 'hana', day: '2026-11-24' };

test.each([
  ['none where nothing is booked', [], tuesday, null],
  [
    'that of the nearest on the day',
    [line({ time: '09:00' }), line({ time: '15:00', roomId: 'loft' })],
    { ...tuesday, time: '14:00' },
    'loft',
  ],
  ['that of another day where the day is empty', [line({ day: '2026-11-26', roomId: 'loft' })], tuesday, 'loft'],
  ['not of someone else', [line({ practitionerId: 'tom', roomId: 'loft' })], tuesday, null],
  ['not of what does not take place', [line({ status: 'cancelled' })], tuesday, null],
  ['not one out of use, and not that there was none', [line({ roomId: 'cellar' }), line({ time: '12:00', roomId: null })], tuesday, null],
] as const)('the room offered is %s', (_, lines, at, expected) => {
  expect(usualRoom({ lines, rooms, zone: 'America/Toronto' }, at)).toBe(expected);
});
