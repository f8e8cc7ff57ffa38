import { Refused } from '../../shared/app-error.ts';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { momentOf } from '../../shared/schedule-time.ts';
import { type CalendarDay, instantFrom, type Zone } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { linesBetween } from './appointment-lines-repository.ts';
import { practitionerOf } from './practitioners-repository.ts';

/** The longest an appointment lasts. */
const longest = 12 * 3_600_000;

type Asked = { readonly from: CalendarDay; readonly to: CalendarDay; readonly zone: Zone; readonly practitionerId: string | null };

/** Appointments that begin on these days of the zone, of everyone or of one practitioner, in the order of time. @throws not-found practitioner */
export const linesOfDays = async (reader: Reader, { from, to, zone, practitionerId }: Asked): Promise<readonly AppointmentLine[]> => {
  if (practitionerId !== null && !(await practitionerOf(reader, practitionerId)))
    throw new Refused({ code: 'not-found', what: 'practitioner' });
  const begin = momentOf(from, '00:00', zone);
  const span = { earliest: instantFrom(begin - longest), from: instantFrom(begin), to: instantFrom(momentOf(to, '24:00', zone)) };
  const lines = await linesBetween(reader, span);
  return lines.filter((line) => line.startsAt >= span.from && (practitionerId === null || line.practitionerId === practitionerId));
};
