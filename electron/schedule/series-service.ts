import { Refusal } from '../../shared/app-error.ts';
import { isAhead } from '../../shared/appointment.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptAppointment, KeptSeries } from '../../shared/kept-appointment.ts';
import { addDays } from '../../shared/schedule-time.ts';
import { aheadFrom, daysStillToMake, endedBefore, type NewRule, ruleFrom, ruleStart, underRule } from '../../shared/series-rules.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { replaceAppointment } from './appointments-repository.ts';
import { type Here, placeHere, refuseArchivedIn, refuseOff } from './here.ts';
import { keepAppointments, recordChange } from './keep-appointments.ts';
import { type SeriesRows, seriesOf } from './keep-series.ts';
import { newAppointment, newSeries, seriesDays } from './new-booking.ts';
import { changeSeen, seenAppointment } from './seen-appointment.ts';
import { insertSeries, replaceSeries, seriesToExtend } from './series-repository.ts';
import { type Settled, settleConflicts } from './settle-conflicts.ts';

type Edited = { readonly id: string; readonly changed: number; readonly kept: number; readonly skipped: Settled['skipped'] };

/** New ones on these days of a rule, as far as they are still to come. */
const newOn = (practice: Practice, series: KeptSeries, days: readonly CalendarDay[], { now }: Here): readonly KeptAppointment[] =>
  days
    .map((day) => newAppointment(practice, series, addDays(day, series.shiftDays), { id: series.id, day }))
    .filter(({ startsAt }) => startsAt > now);

/** They are not days of the rule any more. */
const called = (kept: KeptAppointment, { now }: Here): KeptAppointment => ({
  ...kept,
  status: 'cancelled',
  statusAt: now,
  reason: 'other',
  reasonWords: '',
  fee: null,
});

const daysOfSkipped = (asked: readonly KeptAppointment[], { skipped }: Settled): readonly CalendarDay[] => {
  const left = new Set(skipped.map(({ id }) => id));
  return asked.filter(({ id }) => left.has(id)).flatMap(({ seriesDay }) => seriesDay ?? []);
};

type Plan = { readonly rule: NewRule; readonly next: KeptSeries; readonly here: Here };

/** Writes the plan; what stays goes to the new series with its ids. */
const keepRule = async (tx: Tx, practice: Practice, { rule, next, here }: Plan, settled: Settled): Promise<void> => {
  const into = (row: KeptAppointment): KeptAppointment => ({ ...row, seriesId: next.id });
  for (const row of rule.settled) await replaceAppointment(tx, { ...into(row), version: row.version + 1 });
  const wanted = [
    ...rule.gone.map((before) => ({ before, after: called(before, here) })),
    ...rule.stay.map((before) => ({ before, after: into(before) })),
    ...settled.wanted,
  ];
  await keepAppointments(tx, practice, { what: 'series', wanted, override: settled.override });
};

const editRule = async (
  tx: Tx,
  practice: Practice,
  own: SeriesRows & { readonly chosen: KeptAppointment },
  { repeat, scope, override, skip }: ParsedInputOf<'series.edit'>,
  here: Here,
): Promise<Edited> => {
  const { series, rows, chosen } = own;
  const from = ruleStart(chosen, rows, scope, here.now);
  const counted = ruleFrom(series, repeat, from, here.today);
  const { firstDay, shiftDays } = counted;
  const start = addDays(from, series.shiftDays - shiftDays);
  const days = seriesDays(counted.repeat, firstDay, here, counted.madeUntil).filter((day) => day >= start);
  if (days.length === 0) throw new Refusal('series-empty');
  const rule = underRule(own, { from, days, shiftDays, now: here.now });
  const next = { ...newSeries(practice, series, counted.repeat, firstDay, here), ...counted, continues: series.id };
  const left = new Set(counted.skipped);
  const made = newOn(
    practice,
    next,
    rule.newDays.filter((day) => !left.has(day)),
    here,
  );
  if (made.length > 0) {
    await refuseArchivedIn(tx, series.clientId);
    await refuseOff(tx, series);
  }

  const gone = new Set(rule.gone.map(({ id }) => id));
  const wanted = made.map((after) => ({ before: null, after }));
  const settled = await settleConflicts(tx, here, wanted, { override, skip }, gone);
  const firstMade = settled.wanted[0]?.after;
  const first = gone.has(chosen.id) ? (rule.stay[0] ?? firstMade) : chosen;
  if (!first) throw new Refusal('series-empty');

  await replaceSeries(tx, endedBefore(series, from));
  await insertSeries(tx, { ...next, skipped: [...days.filter((day) => left.has(day)), ...daysOfSkipped(made, settled)] });
  await keepRule(tx, practice, { rule, next, here }, settled);
  await recordChange(tx, practice, chosen, settled.override);
  const changed = settled.wanted.length + gone.size + (gone.has(chosen.id) ? 0 : 1);
  return { id: first.id, changed, kept: rule.asked - gone.size - (gone.has(chosen.id) ? 0 : 1), skipped: settled.skipped };
};

export const editSeries = async (practice: Practice, input: ParsedInputOf<'series.edit'>): Promise<OutputOf<'series.edit'>> => {
  const here = await placeHere(practice);
  const { id, skipped, ...done } = await changeSeen(practice, input, async (tx, chosen) => {
    if (!isAhead(chosen.status)) throw new Refusal('appointment-over');
    const own = await seriesOf(tx, chosen);
    if (!own) throw new Refusal('scope-not-possible');
    return editRule(tx, practice, { ...own, chosen }, input, here);
  });
  return {
    ...done,
    appointment: await seenAppointment(practice, practice.db, id),
    skipped: skipped.map(({ id: _, ...one }) => one),
  };
};

type Extended = { readonly made: number; readonly skipped: readonly (DayConflicts & { readonly clientId: string })[] };

/** Counted in days of its rule, which those moved together are away from; what passed while nobody looked is not made. */
const extendOne = async (tx: Tx, practice: Practice, series: KeptSeries, here: Here): Promise<Extended> => {
  const passed = addDays(here.today, -1 - series.shiftDays);
  const until = addDays(aheadFrom(here.today), -series.shiftDays);
  const reached = series.madeUntil < passed ? { ...series, madeUntil: passed } : series;
  const made = newOn(practice, series, daysStillToMake(reached, until), here);
  const wanted = made.map((after) => ({ before: null, after }));
  const settled = await settleConflicts(tx, here, wanted, { override: null, skip: true });
  const skipped = [...series.skipped, ...daysOfSkipped(made, settled)];
  await keepAppointments(tx, practice, { what: 'series', ...settled });
  await replaceSeries(tx, { ...series, version: series.version + 1, madeUntil: until, skipped });
  const { clientId } = series;
  return { made: settled.wanted.length, skipped: settled.skipped.map(({ id: _, ...one }) => ({ ...one, clientId })) };
};

export const extendSeries = async (practice: Practice, _input: ParsedInputOf<'series.extend'>): Promise<OutputOf<'series.extend'>> => {
  const here = await placeHere(practice);
  const extended = await practice.write(async (tx) => {
    const done: Extended[] = [];
    for (const series of await seriesToExtend(tx, aheadFrom(here.today))) done.push(await extendOne(tx, practice, series, here));
    await recordAudit(tx, practice, {});
    return done;
  });
  if (extended.some(({ made }) => made > 0)) practice.changed('schedule');
  return { made: extended.reduce((sum, { made }) => sum + made, 0), skipped: extended.flatMap(({ skipped }) => skipped) };
};
