import type { TFunction } from 'i18next';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import { weekdayWords } from '../dates.ts';
import { spanWords, statusWords } from '../ui/appointment-words.ts';
import type { ConflictNames } from '../ui/conflict-words.ts';
import { shortName } from '../ui/short-name.ts';
import { standingWords } from '../ui/standing-words.ts';
import type { Standing } from '../ui/use-standings.ts';
import { heldAt, type Target } from './drop.ts';
import type { CalendarWorld } from './use-calendar.ts';

type Named = Pick<CalendarWorld, 'zone' | 'practitioners' | 'rooms'>;

/** The two rooms of words that appointments are told with. */
export type Says = {
  readonly schedule: TFunction<'schedule'>;
  readonly appointments: TFunction<'appointments'>;
  readonly readiness: TFunction<'readiness'>;
};

export const practitionerName = ({ practitioners }: Named, practitionerId: string): string =>
  practitioners.find(({ id }) => id === practitionerId)?.name ?? '';

export const roomName = ({ rooms }: Named, roomId: string | null): string => rooms.find(({ id }) => id === roomId)?.name ?? '';

/** Whom a conflict at a place is told of. */
export const namesAt = (world: Named, line: AppointmentLine, { practitionerId, roomId, day }: Target): ConflictNames => ({
  client: shortName(line.chosenName),
  practitioner: practitionerName(world, practitionerId),
  room: roomName(world, roomId),
  day,
});

/** `Tuesday 24 November, 09:00 to 10:00` */
export const whenWords = (
  t: TFunction<'schedule'>,
  { zone }: Pick<Named, 'zone'>,
  line: Pick<AppointmentLine, 'startsAt' | 'endsAt'>,
): string => {
  const start = wallAt(line.startsAt, zone);
  return t('calendar.said.when', { day: weekdayWords(start.day), from: start.time, to: wallAt(line.endsAt, zone).time });
};

/** The same for a place it is put. */
export const targetWords = (t: TFunction<'schedule'>, world: Named, line: AppointmentLine, target: Target): string =>
  whenWords(t, world, heldAt(line, target, world.zone));

/** All that the box of an appointment shows, said in one line. */
export const eventName = (
  { schedule, appointments, readiness }: Says,
  world: Named,
  line: AppointmentLine,
  standing?: Standing,
): string => {
  const room = roomName(world, line.roomId);
  const practitioner = practitionerName(world, line.practitionerId);
  return [
    line.chosenName,
    whenWords(schedule, world, line),
    line.serviceName,
    room,
    practitioner && schedule('calendar.with', { name: practitioner }),
    statusWords(appointments, line.status).toLocaleLowerCase(),
    line.seriesId ? schedule('calendar.repeats') : '',
    line.overridden ? schedule('calendar.overridden') : '',
    standing ? standingWords(readiness, standing) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
};

/** What a wide box has room for besides. */
export const moreWords = ({ appointments }: Says, world: Named, line: AppointmentLine): string =>
  [
    spanWords(appointments, line),
    line.serviceName,
    roomName(world, line.roomId),
    isAhead(line.status) ? statusWords(appointments, line.status) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
