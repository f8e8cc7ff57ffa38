import { Refusal } from '../../shared/app-error.ts';
import { isAhead } from '../../shared/appointment.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptAppointment, KeptSeries } from '../../shared/kept-appointment.ts';
import { addDays, daysBetween, momentOf } from '../../shared/schedule-time.ts';
import { ruleStart, shownRepeat } from '../../shared/series-rules.ts';
import { dayIn, instantFrom } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { countOfClient, linesAhead, linesBetween, linesPast } from './appointment-lines-repository.ts';
import { appointmentsOfSeries, changesOf } from './appointments-repository.ts';
import { seenAppointment } from './seen-appointment.ts';
import { seriesById } from './series-repository.ts';

/** The most days looked at in one call. */
const mostDays = 62;
/** The longest an appointment lasts. */
const longest = 12 * 3_600_000;

export const appointmentsInRange = async (
  practice: Practice,
  { from, to }: ParsedInputOf<'appointments.range'>,
): Promise<OutputOf<'appointments.range'>> => {
  if (to < from) throw new Refusal('days-backwards');
  if (daysBetween(from, to) >= mostDays) throw new Refusal('days-too-many', { limit: mostDays });
  const zone = await zoneHere(practice);

  const begin = momentOf(from, '00:00', zone);
  const span = { earliest: instantFrom(begin - longest), from: instantFrom(begin), to: instantFrom(momentOf(to, '24:00', zone)) };
  return { appointments: await linesBetween(practice.db, span), zone, today: dayIn(practice.now(), zone) };
};

type SeriesSeen = NonNullable<OutputOf<'appointments.get'>['series']>;

const shownSeries = (series: KeptSeries, rows: readonly KeptAppointment[], id: string, now: string): SeriesSeen => {
  const moved = (day: string): string => addDays(day, series.shiftDays);
  const days = rows.flatMap(({ seriesDay }) => seriesDay ?? []);
  const first = days[0] ?? series.firstDay;
  const last = rows.findLast(({ status }) => status !== 'cancelled')?.seriesDay ?? first;
  const chosen = rows.find((row) => row.id === id);
  const leftIn = (scope: 'following' | 'all'): number | null => {
    const { end } = shownRepeat(series, chosen ? ruleStart(chosen, rows, scope, now) : first);
    return end.kind === 'count' ? end.count : null;
  };
  return {
    repeat: shownRepeat(series, first),
    firstDay: moved(first),
    lastDay: series.goesOn ? null : moved(last),
    ahead: rows.filter(({ status, startsAt }) => isAhead(status) && startsAt > now).length,
    skipped: series.skipped.map(moved),
    left: { following: leftIn('following'), all: leftIn('all') },
  };
};

export const getAppointment = async (
  practice: Practice,
  { id }: ParsedInputOf<'appointments.get'>,
): Promise<OutputOf<'appointments.get'>> => {
  const appointment = await seenAppointment(practice, practice.db, id);
  const changes = await changesOf(practice.db, id);
  const { seriesId } = appointment;
  if (seriesId === null) return { appointment, changes: [...changes], series: null };

  const series = await seriesById(practice.db, seriesId);
  const rows = await appointmentsOfSeries(practice.db, seriesId);
  return { appointment, changes: [...changes], series: shownSeries(series, rows, id, practice.now()) };
};

export const appointmentsOfClient = async (
  practice: Practice,
  { clientId, limit }: ParsedInputOf<'appointments.ofClient'>,
): Promise<OutputOf<'appointments.ofClient'>> => {
  await getClient(practice, { id: clientId });
  const now = practice.now();
  return {
    ahead: await linesAhead(practice.db, clientId, now, limit),
    past: await linesPast(practice.db, clientId, now, limit),
    total: await countOfClient(practice.db, clientId),
  };
};
