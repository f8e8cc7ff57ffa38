import { Refusal } from '../../shared/app-error.ts';
import { holdsTime, mayCharge, mayEnd, nextStatuses } from '../../shared/appointment.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { endedBefore, goesWith, inScope } from '../../shared/series-rules.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { freedNow } from './freed.ts';
import { placeHere, refuseArchivedIn } from './here.ts';
import { keepAppointments, recordChange } from './keep-appointments.ts';
import { type SeriesRows, seriesOf } from './keep-series.ts';
import { changeSeen, seenAppointment } from './seen-appointment.ts';
import { replaceSeries } from './series-repository.ts';
import { settleConflicts } from './settle-conflicts.ts';

type Asked = ParsedInputOf<'appointments.cancel'>;

const refuseEnd = ({ status }: KeptAppointment, { as, reason, fee, scope }: Asked, isSeries: boolean): void => {
  if (!mayEnd(status) || (as === 'no-show' && status === 'arrived')) throw new Refusal('status-not-possible');
  if (isSeries && scope !== 'this' && as !== 'cancelled') throw new Refusal('scope-not-possible');
  if (fee !== null && !mayCharge(as, reason)) throw new Refusal('fee-not-allowed');
};

const ended = (before: KeptAppointment, { as, reason, words, fee }: Asked, at: string): KeptAppointment => ({
  ...before,
  status: as,
  statusAt: at,
  reason,
  reasonWords: words,
  fee,
  dismissed: false,
});

type Ended = { readonly before: KeptAppointment; readonly after: KeptAppointment };

/** Those that are ahead with it, also where they were changed for themselves; the series goes on no further. */
const endSeries = async (tx: Tx, chosen: KeptAppointment, asked: Asked, { series, rows }: SeriesRows, at: string) => {
  const theirs = rows.filter((row) => inScope(asked.scope, chosen, row));
  const others = theirs.filter((row) => row.id !== chosen.id && goesWith(row, at));
  const wanted: readonly Ended[] = [chosen, ...others].map((before) => ({ before, after: ended(before, asked, at) }));
  const first = wanted.flatMap(({ before }) => before.seriesDay ?? []).sort()[0];
  if (first !== undefined) await replaceSeries(tx, endedBefore(series, first));
  return { wanted, kept: theirs.length - wanted.length };
};

export const cancelAppointment = async (
  practice: Practice,
  input: ParsedInputOf<'appointments.cancel'>,
): Promise<OutputOf<'appointments.cancel'>> => {
  const here = await placeHere(practice);
  const { freed, ...done } = await changeSeen(practice, input, async (tx, chosen) => {
    const own = input.scope === 'this' ? null : await seriesOf(tx, chosen);
    refuseEnd(chosen, input, own !== null);
    const one = { wanted: [{ before: chosen, after: ended(chosen, input, here.now) }], kept: 0 };
    const { wanted, kept } = own ? await endSeries(tx, chosen, input, own, here.now) : one;
    await keepAppointments(tx, practice, { what: 'ended', wanted, override: '' });
    await recordChange(tx, practice, chosen, '');
    return { changed: wanted.length, kept, freed: await freedNow(tx, chosen, here) };
  });
  return { appointment: await seenAppointment(practice, practice.db, input.id), ...done, skipped: [], ...freed };
};

export const setAppointmentStatus = async (
  practice: Practice,
  { status, override, ...seen }: ParsedInputOf<'appointments.setStatus'>,
): Promise<OutputOf<'appointments.setStatus'>> => {
  const here = await placeHere(practice);
  await changeSeen(practice, seen, async (tx, before) => {
    if (!nextStatuses[before.status].includes(status)) throw new Refusal('status-not-possible');
    const isBookedAgain = !holdsTime(before.status) && (status === 'booked' || before.startsAt > here.now);
    if (isBookedAgain) await refuseArchivedIn(tx, before.clientId);
    const takesPlace = { reason: null, reasonWords: '', fee: null, dismissed: false } as const;
    const after = { ...before, status, statusAt: here.now, ...(holdsTime(before.status) ? {} : takesPlace) };
    const settled = await settleConflicts(tx, here, [{ before, after }], { override, skip: false });
    await keepAppointments(tx, practice, { what: 'status', ...settled });
    await recordChange(tx, practice, before, settled.override);
  });
  return seenAppointment(practice, practice.db, seen.id);
};
