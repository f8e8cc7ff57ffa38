import { Temporal } from 'temporal-polyfill';
import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { sessionDays } from '../sessions/sessions-service.ts';
import type { LetterOutline } from './letter-content.ts';
import { incidentOfClient, sessionOfClient } from './letter-record.ts';
import { type KeptLetter, lettersOfClient } from './letters-repository.ts';

/** The days a letter tells of, is to go by, and is answered by. */

const saturday = 6;

export const daysAfter = (day: CalendarDay, days: number): CalendarDay => Temporal.PlainDate.from(day).add({ days }).toString();

const workingDaysAfter = (day: CalendarDay, days: number): CalendarDay => {
  let [there, left] = [Temporal.PlainDate.from(day), days];
  while (left > 0) {
    there = there.add({ days: 1 });
    if (there.dayOfWeek < saturday) left -= 1;
  }
  return there.toString();
};

/** "Same day", "within 5 working days", "otherwise 5 days"; null where the content leaves it to advice. */
export const sendByOf = ({ send_within: within }: Pick<LetterOutline, 'send_within'>, today: CalendarDay): CalendarDay | null => {
  if (/^same day/.test(within)) return today;
  const [, working] = within.match(/within (\d+) working days/) ?? [];
  if (working) return workingDaysAfter(today, Number(working));
  const [, days] = within.match(/otherwise (\d+) days/) ?? [];
  return days ? daysAfter(today, Number(days)) : null;
};

export const replyByOf = (
  { reply_expected_days: days }: Pick<LetterOutline, 'reply_expected_days'>,
  today: CalendarDay,
): CalendarDay | null => (days > 0 ? daysAfter(today, days) : null);

type Period = KeptLetter['period'];
type Asked = Pick<KeptLetter, 'clientId' | 'contactId' | 'from' | 'kindId'>;

/** The last update to the same recipient that was not put right by another, whatever entry of the directory they are now. */
const lastUpdate = async (practice: Practice, { clientId, contactId, kindId }: Asked): Promise<KeptLetter | null> =>
  (await lettersOfClient(practice.db, clientId)).find(
    (letter) => letter.kindId === kindId && letter.contactId === contactId && letter.final !== null,
  ) ?? null;

const firstVisit = async (practice: Practice, clientId: string, zone: Zone): Promise<CalendarDay | null> => {
  const [first] = await sessionDays(practice, clientId);
  return first ? dayIn(first.startedAt, zone) : null;
};

const earlier = (one: CalendarDay, other: CalendarDay): CalendarDay => (one < other ? one : other);

/** The day of what it was begun from; an update goes on where the last one ended; else all there was. */
export const periodFor = async (
  practice: Practice,
  outline: LetterOutline,
  asked: Asked,
  { today, zone }: { readonly today: CalendarDay; readonly zone: Zone },
): Promise<Period> => {
  const { from, clientId } = asked;
  if (from?.kind === 'session') {
    const day = dayIn((await sessionOfClient(practice, clientId, from.id)).startedAt, zone);
    if (outline.kind !== 'progress') return { from: day, to: day };
  }
  if (from?.kind === 'incident') {
    const day = dayIn((await incidentOfClient(practice, clientId, from.id)).openedAt, zone);
    return { from: day, to: day };
  }
  const before = outline.kind === 'progress' ? await lastUpdate(practice, asked) : null;
  const begun = before ? daysAfter(before.period.to, 1) : ((await firstVisit(practice, clientId, zone)) ?? today);
  return { from: earlier(begun, today), to: today };
};
