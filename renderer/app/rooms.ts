/** The rooms of the rail. */
export type Room = '/' | '/calendar' | '/clients' | '/letters' | '/settings';

/** Which pages belong to a room beside those that begin with its own name. */
const others: Readonly<Record<Room, readonly string[]>> = {
  '/': ['/tasks'],
  '/calendar': ['/appointments', '/wait-list', '/reminders'],
  '/clients': ['/contacts', '/notes'],
  '/letters': ['/handouts'],
  '/settings': [],
};

/** Whether a page is one of this room though its place does not begin with the room's name: the rail still says where one is. */
export const isWithin = (room: Room, place: string): boolean =>
  others[room].some((other) => place === other || place.startsWith(`${other}/`));
