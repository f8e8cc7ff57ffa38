import type { AppointmentLine } from '../../shared/appointment.ts';
import type { Practitioner, Room } from '../../shared/people-and-rooms.ts';
import type { CalendarDay } from '../../shared/time.ts';

export const columnKinds = ['practitioner', 'room'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** One of those a day is divided into: a practitioner, a room, or what has no room (id null). */
export type Column = { readonly kind: ColumnKind; readonly id: string | null; readonly name: string };

/** A column of one day: where something is drawn and dropped. */
export type Lane = { readonly key: string; readonly day: CalendarDay; readonly column: Column };

type Booked = Pick<AppointmentLine, 'practitionerId' | 'roomId'>;

/** Those who treat now, and those who have something booked all the same, in the order of their lanes. */
export const practitionerColumns = (practitioners: readonly Practitioner[], booked: readonly Booked[]): readonly Column[] =>
  practitioners
    .filter(({ id, active }) => active || booked.some(({ practitionerId }) => practitionerId === id))
    .map(({ id, name }) => ({ kind: 'practitioner', id, name }));

/** Rooms in use, and one for what has none where there is any such, or no room at all. */
export const roomColumns = (rooms: readonly Room[], booked: readonly Booked[], noRoom: string): readonly Column[] => {
  const used = rooms
    .filter(({ id, active }) => active || booked.some(({ roomId }) => roomId === id))
    .map(({ id, name }): Column => ({ kind: 'room', id, name }));
  const without = used.length === 0 || booked.some(({ roomId }) => roomId === null);
  return without ? [...used, { kind: 'room', id: null, name: noRoom }] : used;
};

export const lanesOf = (days: readonly CalendarDay[], columns: readonly Column[]): readonly Lane[] =>
  days.flatMap((day) => columns.map((column) => ({ key: `${day} ${column.id ?? ''}`, day, column })));

export const isIn = ({ kind, id }: Column, booked: Booked): boolean =>
  (kind === 'practitioner' ? booked.practitionerId : booked.roomId) === id;

/** Who and where, for something dropped in a lane: the other one stays. */
export const putIn = <B extends Booked>(booked: B, { kind, id }: Column): B => {
  if (kind === 'room') return { ...booked, roomId: id };
  return id === null ? booked : { ...booked, practitionerId: id };
};
