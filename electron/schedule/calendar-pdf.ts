import { setImmediate as nextTurn } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { type AppointmentLine, type AppointmentStatus, holdsTime } from '../../shared/appointment.ts';
import type { HoursException } from '../../shared/hours.ts';
import { initialsOf } from '../../shared/initials.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { millisecondsOf, wallAt } from '../../shared/schedule-time.ts';
import { type CalendarDay, dayIn, type Instant, instantFrom, type Zone } from '../../shared/time.ts';
import { dayWords, momentWords, words as printed } from '../consent/consent-pdf-words.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';

/** What one practitioner does on one day; `absences` in the order of the day. */
export type LaneDay = {
  readonly practitioner: string;
  readonly appointments: readonly AppointmentLine[];
  readonly absences: readonly Pick<HoursException, 'from' | 'to'>[];
};

/** The days of a sheet, each with its lanes. */
export type CalendarSheet = {
  readonly documentId: string;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly days: readonly { readonly day: CalendarDay; readonly lanes: readonly LaneDay[] }[];
  readonly naming: 'initials' | 'chosen';
  readonly roomName: (id: string) => string;
  readonly asOf: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
};

export const words = {
  titles: { day: 'Day sheet', week: 'Week list' },
  days: (from: string, to: string) => `${from} to ${to}`,
  asOf: (moment: string) => `As of ${moment}. All times are as on the clock there.`,
  columns: { time: 'Time', length: 'Length', who: 'Who', service: 'Service', room: 'Room', status: 'Status' },
  time: (from: string, to: string) => `${from} to ${to}`,
  kept: (from: string, to: string) => `kept ${from} to ${to}`,
  minutes: (minutes: number) => `${minutes} min`,
  unnamed: '–',
  away: (spans: string) => `Away: ${spans}.`,
  allDay: 'the whole day',
  none: 'Nothing is booked on this day.',
  noneOfLane: 'Nothing is booked.',
  notTakingPlace: 'Does not take place',
  ended: (who: string, status: string) => `${who}: ${status}`,
  statuses: {
    booked: 'Booked',
    confirmed: 'Confirmed',
    arrived: 'Arrived',
    'in-session': 'In session',
    done: 'Done',
    cancelled: 'Cancelled',
    'late-cancelled': 'Cancelled late',
    'no-show': 'Did not come',
  } satisfies Record<AppointmentStatus, string>,
  printedOn: (day: string) => `Printed ${day}`,
} as const;

/** In points; the last takes what is left, which on A4 still holds the longest word. */
const columns = [
  { title: words.columns.time, width: 80 },
  { title: words.columns.length, width: 40 },
  { title: words.columns.who, width: 100 },
  { title: words.columns.service, width: 100 },
  { title: words.columns.room, width: 66 },
  { title: words.columns.status, width: 0 },
] as const;

/** Rows laid down before other calls are let in. */
const rowsAtATime = 100;

const weekdayWords = (day: CalendarDay): string =>
  Temporal.PlainDate.from(day).toLocaleString(printed.locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const wallOf = (instant: Instant, zone: Zone, minutesLater = 0): string =>
  wallAt(instantFrom(millisecondsOf(instant) + minutesLater * 60_000), zone).time;

const timeOf = ({ startsAt, endsAt }: AppointmentLine, zone: Zone): string => words.time(wallOf(startsAt, zone), wallOf(endsAt, zone));

/** With the time kept before and after, where there is any. */
const timesOf = (line: AppointmentLine, zone: Zone): string => {
  const { startsAt, endsAt, before, after } = line;
  if (before + after === 0) return timeOf(line, zone);
  return `${timeOf(line, zone)}\n${words.kept(wallOf(startsAt, zone, -before), wallOf(endsAt, zone, after))}`;
};

const whoOf = ({ chosenName }: AppointmentLine, { naming }: CalendarSheet): string =>
  (naming === 'initials' ? initialsOf(chosenName) : chosenName) || words.unnamed;

const spanWords = ({ from, to }: LaneDay['absences'][number]): string =>
  from === null && to === null ? words.allDay : words.time(from ?? '00:00', to ?? '24:00');

const layLane = async (frame: Frame, sheet: CalendarSheet, { appointments, absences }: LaneDay, none: string): Promise<void> => {
  const { zone, roomName } = sheet;
  if (absences.length > 0) frame.paragraph(words.away(absences.map(spanWords).join(', ')), true);
  const held = appointments.filter(({ status }) => holdsTime(status));
  const ended = appointments.filter(({ status }) => !holdsTime(status));
  if (held.length === 0) frame.paragraph(none);
  else {
    const row = frame.table(columns, true);
    for (const [index, line] of held.entries()) {
      const room = line.roomId === null ? '' : roomName(line.roomId);
      row([timesOf(line, zone), words.minutes(line.minutes), whoOf(line, sheet), line.serviceName, room, words.statuses[line.status]]);
      if (index % rowsAtATime === rowsAtATime - 1) await nextTurn();
    }
    frame.space(4);
  }
  if (ended.length === 0) return;
  frame.heading(3, words.notTakingPlace);
  frame.facts(
    ended.map((line) => [timeOf(line, zone), words.ended(whoOf(line, sheet), words.statuses[line.status])]),
    'list',
  );
};

const layDay = async (frame: Frame, sheet: CalendarSheet, lanes: readonly LaneDay[]): Promise<void> => {
  const [only, ...more] = lanes;
  const isEmpty = lanes.every(({ appointments, absences }) => appointments.length === 0 && absences.length === 0);
  if (isEmpty) return frame.paragraph(words.none);
  if (only && more.length === 0) {
    frame.small(only.practitioner);
    return layLane(frame, sheet, only, words.none);
  }
  for (const lane of lanes) {
    frame.heading(3, lane.practitioner);
    await layLane(frame, sheet, lane, words.noneOfLane);
  }
};

/** The list of a day or of a week: who comes when, for how long, for what and where, and what does not take place. Nothing about health. */
export const drawCalendar = async (sheet: CalendarSheet): Promise<Uint8Array> => {
  const { documentId, practice, days, asOf, zone, appVersion } = sheet;
  const [first, last] = [days[0]?.day ?? dayIn(asOf, zone), days.at(-1)?.day ?? dayIn(asOf, zone)];
  const title = days.length > 1 ? words.titles.week : words.titles.day;
  const frame = await openFrame({
    documentId,
    title,
    createdAt: asOf,
    paper: practice.paper,
    appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: { name: title, day: words.printedOn(dayWords(dayIn(asOf, zone))), page: printed.page },
  });
  frame.heading(1, title);
  frame.lead(days.length > 1 ? words.days(dayWords(first), dayWords(last)) : weekdayWords(first));
  frame.small(words.asOf(momentWords(asOf, zone)));
  for (const { day, lanes } of days) {
    if (days.length > 1) frame.heading(2, weekdayWords(day));
    await layDay(frame, sheet, lanes);
  }
  return frame.finish();
};
