import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { absencesOn } from '../../shared/open-hours.ts';
import { addDays, wallAt } from '../../shared/schedule-time.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type CalendarSheet, drawCalendar, type LaneDay, words } from './calendar-pdf.ts';
import { linesOfDays } from './days-lines.ts';
import { hoursWorld } from './hours-repository.ts';
import { allPractitioners } from './practitioners-repository.ts';
import { allRooms } from './rooms-repository.ts';

/** The last day a sheet may begin on, so that each of its days is one. */
const lastStart = '9999-12-01';

/** Whoever treats here has a place on it, and whoever else has something on these days. @throws Refused not-found practitioner */
export const drawDaySheet = async (practice: Practice, input: ParsedInputOf<'calendar.paper'>): Promise<OutputOf<'calendar.paper'>> => {
  const { from, practitionerId, naming } = input;
  if (from > lastStart) throw new Refusal('days-too-many');
  const profile = await getProfile(practice);
  const zone = practice.zone ?? profile.zone;
  const days = Array.from({ length: input.days }, (_, index) => addDays(from, index));
  const to = days.at(-1) ?? from;
  const lines = await linesOfDays(practice.db, { from, to, zone, practitionerId });
  const world = await hoursWorld(practice.db, from, to);
  const rooms = new Map((await allRooms(practice.db)).map(({ id, name }) => [id, name]));

  const lanes = (await allPractitioners(practice.db)).filter(({ id, active }) =>
    practitionerId === null ? active || lines.some((line) => line.practitionerId === id) : id === practitionerId,
  );
  const laneOn = (day: string, { id, name }: (typeof lanes)[number]): LaneDay => ({
    practitioner: name,
    appointments: lines.filter((line) => line.practitionerId === id && wallAt(line.startsAt, zone).day === day),
    absences: absencesOn(world, id, day),
  });
  const [documentId, asOf] = [practice.newId(), practice.now()];
  const sheet: CalendarSheet = {
    documentId,
    practice: profile,
    days: days.map((day) => ({ day, lanes: lanes.map((lane) => laneOn(day, lane)) })),
    naming,
    roomName: (id) => rooms.get(id) ?? '',
    asOf,
    zone,
    appVersion: practice.appVersion,
  };
  const title = input.days === 1 ? words.titles.day : words.titles.week;
  return holdSheet(practice, { id: documentId, clientId: null, title, createdAt: asOf, bytes: await drawCalendar(sheet) });
};
