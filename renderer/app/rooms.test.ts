import { expect, test } from 'vitest';
import { isWithin, type Room } from './rooms.ts';

const rooms: readonly Room[] = ['/', '/calendar', '/clients', '/settings'];

test.each([
  ['/appointments/new', ['/calendar']],
  ['/appointments/find', ['/calendar']],
  ['/appointments/0195f3a0-0000-7000-8000-000000000001', ['/calendar']],
  ['/wait-list', ['/calendar']],
  ['/reminders', ['/calendar']],
  ['/reminders/0195f3a0-0000-7000-8000-000000000001/slip', ['/calendar']],
  ['/contacts', ['/clients']],
  ['/contacts/new', ['/clients']],
  ['/notes', ['/clients']],
  ['/notes/0195f3a0-0000-7000-8000-000000000001', ['/clients']],
  ['/notesbook', []],
  ['/tasks', ['/']],
  ['/', []],
  ['/settings/rooms', []],
  ['/appointmentsbook', []],
] as const)('%s belongs to the room %j', (place, expected) => {
  expect(rooms.filter((room) => isWithin(room, place))).toEqual(expected);
});
