import type { KeptAppointment, KeptSeries } from '../../shared/kept-appointment.ts';
import { continuedFrom, endedBefore } from '../../shared/series-rules.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { appointmentsOfSeries, moveToSeries } from './appointments-repository.ts';
import { keepAppointments } from './keep-appointments.ts';
import { insertSeries, replaceSeries, seriesById } from './series-repository.ts';
import type { Settled } from './settle-conflicts.ts';

export type SeriesRows = { readonly series: KeptSeries; readonly rows: readonly KeptAppointment[] };

/** The series of an appointment with all its appointments, or null of one that stands alone. */
export const seriesOf = async (tx: Tx, { seriesId }: KeptAppointment): Promise<SeriesRows | null> =>
  seriesId === null ? null : { series: await seriesById(tx, seriesId), rows: await appointmentsOfSeries(tx, seriesId) };

type Divided = {
  readonly series: KeptSeries;
  /** What it gives from now on. */
  readonly changed: KeptSeries;
  /** From this day of the rule on it is another series; null: all of it is changed where it stands. */
  readonly from: CalendarDay | null;
  readonly what: 'moved' | 'changed';
  readonly settled: Settled;
};

/**
 * Keeps a change of a series with those of its appointments. From a day on it makes another series, which the appointments from there on
 * belong to; they keep their ids.
 */
export const keepSeriesChange = async (tx: Tx, practice: Practice, { series, changed, from, what, settled }: Divided): Promise<void> => {
  if (from === null) {
    await replaceSeries(tx, { ...changed, version: series.version + 1 });
    return keepAppointments(tx, practice, { what, ...settled });
  }
  const next = continuedFrom(changed, from, practice.newId(), practice.now());
  await replaceSeries(tx, endedBefore(series, from));
  await insertSeries(tx, next);
  const wanted = settled.wanted.map(({ before, after }) => ({ before, after: { ...after, seriesId: next.id } }));
  await keepAppointments(tx, practice, { ...settled, what, wanted });
  await moveToSeries(tx, { from: series.id, to: next.id, day: from });
};
