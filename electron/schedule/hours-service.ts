import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { ExceptionDetails, WeekHours } from '../../shared/hours.ts';
import { addDays, daysBetween, millisecondsOf, minutesOf, momentOf } from '../../shared/schedule-time.ts';
import type { CalendarDay, Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { aheadBetween, deleteException, hoursOf, hoursWorld, insertException, putHours } from './hours-repository.ts';

/** Days that may be asked for, or be away, at once. */
const mostDays = 400;

const checkDays = (from: CalendarDay, to: CalendarDay): void => {
  if (to < from) throw new Refusal('days-backwards');
  if (daysBetween(from, to) >= mostDays) throw new Refusal('days-too-many', { limit: mostDays });
};

export const getHours = async (practice: Practice, { from, to }: ParsedInputOf<'hours.get'>): Promise<OutputOf<'hours.get'>> => {
  checkDays(from, to);
  const { hours, exceptions } = await hoursWorld(practice.db, from, to);
  return { hours: [...hours], exceptions: [...exceptions] };
};

/** The spans of each day in its order. `weekday` of what is wrong: Monday is 1. */
const checkedWeek = (week: WeekHours): WeekHours =>
  week.map((spans, index) => {
    const weekday = index + 1;
    const inOrder = [...spans].sort((one, other) => minutesOf(one.from) - minutesOf(other.from));
    for (const [at, span] of inOrder.entries()) {
      const before = inOrder[at - 1];
      if (minutesOf(span.to) <= minutesOf(span.from)) throw new Refusal('span-backwards', { weekday });
      if (before && minutesOf(span.from) < minutesOf(before.to)) throw new Refusal('spans-overlap', { weekday });
    }
    return inOrder;
  });

export const setHours = async (
  practice: Practice,
  { practitionerId, version, ...asked }: ParsedInputOf<'hours.set'>,
): Promise<OutputOf<'hours.set'>> => {
  const week = checkedWeek(asked.week);
  const saved = await practice.write(async (tx) => {
    const before = await hoursOf(tx, practitionerId);
    if (!before) throw new Refused({ code: 'not-found', what: 'practitioner' });
    if (before.version !== version) throw new Refused({ code: 'conflict', current: before });
    const after = { practitionerId, version: version + 1, week };
    await putHours(tx, after);
    await recordAudit(tx, practice, { recordId: practitionerId });
    return after;
  });
  practice.changed('schedule');
  return saved;
};

type Away = { readonly from: number; readonly to: number };

/** In milliseconds of the epoch, a span for each day. */
const awayOn = ({ firstDay, lastDay, from, to }: ExceptionDetails, zone: Zone): readonly Away[] =>
  Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, index) => addDays(firstDay, index)).map((day) => ({
    from: momentOf(day, from ?? '00:00', zone),
    to: momentOf(day, to ?? '24:00', zone),
  }));

/** How many of the practitioner's appointments run into the time they are away. */
const appointmentsIn = async (tx: Tx, practitionerId: string, away: readonly Away[]): Promise<number> => {
  const booked = await aheadBetween(tx, { practitionerId, fromMs: away[0]?.from ?? 0, toMs: away.at(-1)?.to ?? 0 });
  return booked.filter(({ startsAt, endsAt }) =>
    away.some(({ from, to }) => millisecondsOf(startsAt) < to && from < millisecondsOf(endsAt)),
  ).length;
};

export const addException = async (
  practice: Practice,
  details: ParsedInputOf<'hours.addException'>,
): Promise<OutputOf<'hours.addException'>> => {
  checkDays(details.firstDay, details.lastDay);
  if (minutesOf(details.to ?? '24:00') <= minutesOf(details.from ?? '00:00')) throw new Refusal('span-backwards');
  const away = details.kind === 'absent' ? awayOn(details, await zoneHere(practice)) : [];
  const exception = { id: practice.newId(), ...details };

  const appointmentsInIt = await practice.write(async (tx) => {
    if (!(await hoursOf(tx, details.practitionerId))) throw new Refused({ code: 'not-found', what: 'practitioner' });
    await insertException(tx, { exception, at: practice.now(), by: practice.actor.id });
    await recordAudit(tx, practice, { recordId: exception.id });
    return appointmentsIn(tx, details.practitionerId, away);
  });
  practice.changed('schedule');
  return { exception, appointmentsInIt };
};

export const removeException = async (
  practice: Practice,
  { id }: ParsedInputOf<'hours.removeException'>,
): Promise<OutputOf<'hours.removeException'>> => {
  await practice.write(async (tx) => {
    if (!(await deleteException(tx, id))) throw new Refused({ code: 'not-found', what: 'exception' });
    await recordAudit(tx, practice, { recordId: id });
  });
  practice.changed('schedule');
  return { id };
};
