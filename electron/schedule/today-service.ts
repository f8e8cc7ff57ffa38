import { type AppointmentLine, holdsTime } from '../../shared/appointment.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { seriesAhead } from '../../shared/recurrence.ts';
import { addDays, millisecondsOf, wallAt } from '../../shared/schedule-time.ts';
import { type CalendarDay, dayIn, instantFrom, startOfDay, type Zone } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { linesBetween } from './appointment-lines-repository.ts';
import { remindersToday } from './reminders-service.ts';
import { seriesToExtend } from './series-repository.ts';
import { firstFrom } from './today-repository.ts';

/** The longest appointment, in milliseconds: none that begins before that lasts into a day. */
const longest = 12 * 3_600_000;

/** A series made for less than this many days ahead is made further: not each day by one more. */
const leastAhead = seriesAhead - 30;

const onDay = (practice: Practice, day: CalendarDay, zone: Zone): Promise<AppointmentLine[]> => {
  const from = startOfDay(day, zone);
  return linesBetween(practice.db, { earliest: instantFrom(millisecondsOf(from) - longest), from, to: startOfDay(day, zone, 1) });
};

/** The next day with any to take place. One that goes on over midnight is of the day it begins on. */
const nextDay = async (practice: Practice, today: CalendarDay, zone: Zone): Promise<OutputOf<'today.get'>['next']> => {
  const first = await firstFrom(practice.db, startOfDay(today, zone, 1));
  if (first === null) return null;
  const { day, time: from } = wallAt(first, zone);
  const begun = (await onDay(practice, day, zone)).filter(({ startsAt, status }) => startsAt >= first && holdsTime(status));
  return { day, from, appointments: begun };
};

export const getToday = async (practice: Practice, _: ParsedInputOf<'today.get'>): Promise<OutputOf<'today.get'>> => {
  const zone = await zoneHere(practice);
  const now = practice.now();
  const today = dayIn(now, zone);
  const { reminders } = await remindersToday(practice, {});
  return {
    today,
    now,
    zone,
    appointments: await onDay(practice, today, zone),
    next: await nextDay(practice, today, zone),
    reminders: reminders.filter(({ done }) => done === null).length,
    seriesBehind: (await seriesToExtend(practice.db, addDays(today, leastAhead))).length > 0,
  };
};
