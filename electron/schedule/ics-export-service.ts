import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/app-error.ts';
import { holdsTime } from '../../shared/appointment.ts';
import { mostExported } from '../../shared/calendar.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { daysBetween } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { linesOfDays } from './days-lines.ts';
import { writeCalendar } from './ics-write.ts';
import { allRooms } from './rooms-repository.ts';

type Days = { readonly from: CalendarDay; readonly to: CalendarDay };

const checkDays = ({ from, to }: Days): void => {
  if (to < from) throw new Refusal('days-backwards');
  if (daysBetween(from, to) >= mostExported) throw new Refusal('days-too-many', { limit: mostExported });
};

const purposeOf = ({ from, to }: Days) => ({ call: 'calendar.exportIcs', subject: `${from} ${to}` }) as const;

/** The file's name tells the days, and nobody's name. */
export const chooseIcsFile = async (
  practice: Practice,
  days: ParsedInputOf<'calendar.chooseFile'>,
): Promise<OutputOf<'calendar.chooseFile'>> => {
  checkDays(days);
  const name = days.from === days.to ? `Calendar ${days.from}` : `Calendar ${days.from} to ${days.to}`;
  return { fileGrant: await practice.files.chooseSave(purposeOf(days), name, 'ics') };
};

/** The entry is there before the file is, and vouches for its bytes. */
export const exportIcs = async (
  practice: Practice,
  input: ParsedInputOf<'calendar.exportIcs'>,
): Promise<OutputOf<'calendar.exportIcs'>> => {
  checkDays(input);
  const lines = await linesOfDays(practice.db, { ...input, zone: await zoneHere(practice) });
  const appointments = lines.filter(({ status }) => holdsTime(status));
  const rooms = new Map((await allRooms(practice.db)).map(({ id, name }) => [id, name]));
  const { naming, fileGrant } = input;
  const bytes = await writeCalendar({ appointments, naming, roomName: (id) => rooms.get(id) ?? '', writtenAt: practice.now() });

  const digest = createHash('sha256').update(bytes).digest('hex');
  await practice.write((tx) => recordAudit(tx, practice, { digest }));
  try {
    const { fileName } = practice.files.save(fileGrant, purposeOf(input), bytes, ['ics']);
    return { events: appointments.length, fileName };
  } catch (failure) {
    await practice.write((tx) => recordAudit(tx, practice, {}, 'calendar-not-written'));
    throw failure;
  }
};
