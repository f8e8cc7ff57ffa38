import { setImmediate as nextTurn } from 'node:timers/promises';
import ical, { ICalEventBusyStatus, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { namings } from '../../shared/calendar.ts';
import { initialsOf } from '../../shared/initials.ts';
import type { Instant } from '../../shared/time.ts';

/** What an event is called where no name is wished, or where a name has no letter. */
const nameless = 'Appointment';
const atATime = 500;

const summaryOf = (chosenName: string, naming: (typeof namings)[number]): string => {
  if (naming === 'none') return nameless;
  return (naming === 'initials' ? initialsOf(chosenName) : chosenName) || nameless;
};

/** By which an event in a file of ours is known to be this appointment, wherever it comes back from. */
export const uidOf = (appointmentId: string): string => `${appointmentId}@stillpoint`;
/** And the other way round; null for an event of another calendar. */
export const appointmentIn = (uid: string): string | null => /^([0-9a-f-]{36})@stillpoint$/.exec(uid)?.[1] ?? null;

type Written = {
  readonly appointments: readonly AppointmentLine[];
  readonly naming: (typeof namings)[number];
  readonly roomName: (id: string) => string;
  readonly writtenAt: Instant;
};

/**
 * Appointments as iCalendar (RFC 5545), each an event of its own with its moments in UTC, so that no program needs to know our zones. Who
 * reads a calendar on a phone or a wall learns whose time it is by the wished naming and in which room: neither service nor note.
 */
export const writeCalendar = async ({ appointments, naming, roomName, writtenAt }: Written): Promise<Uint8Array> => {
  const calendar = ical({ prodId: { company: 'Stillpoint', product: 'Calendar', language: 'EN' } });
  for (const [index, { id, version, startsAt, endsAt, chosenName, roomId }] of appointments.entries()) {
    calendar.createEvent({
      id: uidOf(id),
      sequence: version - 1,
      stamp: new Date(writtenAt),
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: summaryOf(chosenName, naming),
      location: roomId === null ? null : roomName(roomId),
      class: ICalEventClass.PRIVATE,
      busystatus: ICalEventBusyStatus.BUSY,
      transparency: ICalEventTransparency.OPAQUE,
    });
    if (index % atATime === atATime - 1) await nextTurn();
  }
  return Buffer.from(`${calendar.toString()}\r\n`, 'utf8');
};
