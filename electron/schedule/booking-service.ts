import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type GivenValues, placedAt } from '../../shared/kept-appointment.ts';
import { longestSeries } from '../../shared/recurrence.ts';
import { addDays, isLeftOut } from '../../shared/schedule-time.ts';
import { daysToMake } from '../../shared/series-rules.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { conflictsAt, dayConflicts } from './conflicts-at.ts';
import { type Here, placeHere, refuseArchivedIn, refuseOff, refuseUnknownPlace } from './here.ts';
import { hoursWorld } from './hours-repository.ts';
import { keepAppointments, recordChange } from './keep-appointments.ts';
import { newAppointment, newSeries, seriesDays } from './new-booking.ts';
import { seenAppointment } from './seen-appointment.ts';
import { insertSeries } from './series-repository.ts';
import { refuseAllLeftOut, settleConflicts } from './settle-conflicts.ts';
import { closeWaitingBooked } from './waitlist-booked.ts';

const givenBy = (input: ParsedInputOf<'appointments.book'>, { zone, currency }: Here): GivenValues => ({
  clientId: input.clientId,
  serviceId: input.serviceId,
  practitionerId: input.practitionerId,
  roomId: input.roomId,
  time: input.time,
  zone,
  minutes: input.minutes,
  before: input.before,
  after: input.after,
  price: input.price,
  currency,
  note: input.note,
});

export const bookAppointment = async (
  practice: Practice,
  input: ParsedInputOf<'appointments.book'>,
): Promise<OutputOf<'appointments.book'>> => {
  const { clientId, day, repeat, waitingId } = input;
  await getClient(practice, { id: clientId });
  const here = await placeHere(practice);
  const given = givenBy(input, here);
  const days = repeat ? seriesDays(repeat, day, here) : [day];
  const series = repeat ? newSeries(practice, given, repeat, day, here) : null;
  const asked = days.map((on) => newAppointment(practice, given, on, series ? { id: series.id, day: on } : null));

  const { id, changed, skipped } = await practice.write(async (tx) => {
    await refuseArchivedIn(tx, clientId);
    await refuseOff(tx, input);
    const wanted = asked.map((after) => ({ before: null, after }));
    const settled = await settleConflicts(tx, here, wanted, { override: input.override, skip: input.skip && series !== null });
    refuseAllLeftOut(settled);
    const first = settled.wanted[0]?.after;
    if (!first) throw new Refusal('series-empty');

    const left = new Set(settled.skipped.map((one) => one.id));
    if (series) await insertSeries(tx, { ...series, skipped: asked.filter((one) => left.has(one.id)).map((one) => one.day) });
    await keepAppointments(tx, practice, { what: 'booked', ...settled });
    if (waitingId !== null) await closeWaitingBooked(tx, practice, { waitingId, clientId });
    await recordChange(tx, practice, first, settled.override);
    return { id: first.id, changed: settled.wanted.length, skipped: settled.skipped };
  });
  practice.changed('schedule');
  return {
    appointment: await seenAppointment(practice, practice.db, id),
    changed,
    kept: 0,
    skipped: skipped.map(({ id: _, ...one }) => one),
  };
};

/** Of a long series that is still being chosen; keeping it looks at all of them. */
const daysLookedAt = 60;

/** While somebody still chooses nothing is refused: a rule without days has none, of one that is too long they are not told. */
export const checkAppointment = async (
  practice: Practice,
  input: ParsedInputOf<'appointments.check'>,
): Promise<OutputOf<'appointments.check'>> => {
  await refuseUnknownPlace(practice.db, input);
  const { clientId, day, time, minutes, practitionerId, roomId, before, after, repeat } = input;
  const { zone, today } = await placeHere(practice);
  const leftOut = isLeftOut(day, time, zone);
  const days = repeat ? daysToMake(repeat, day, today) : [day];
  if (days === 'series-too-long') return { days: [], count: longestSeries + 1, lastDay: null, leftOut };
  if (days === 'series-empty') return { days: [], count: 0, lastDay: null, leftOut };

  const held = { clientId, practitionerId, roomId, before, after, status: 'booked' } as const;
  const asked = days.slice(0, daysLookedAt).map((on, index) => ({ ...held, ...placedAt(on, time, zone, minutes), id: `asked ${index}` }));
  const hours = await hoursWorld(practice.db, addDays(day, -2), addDays(days.at(-1) ?? day, 3));
  const gone = new Set(input.id === null ? [] : [input.id]);
  const found = await conflictsAt(practice.db, { ...hours, zone }, asked, gone);
  return {
    days: dayConflicts(found, zone, (id) => !id.startsWith('asked ')),
    count: days.length,
    lastDay: days.at(-1) ?? null,
    leftOut,
  };
};
