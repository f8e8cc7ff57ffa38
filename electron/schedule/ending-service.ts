import { Refusal } from '../../shared/app-error.ts';
import { type AppointmentStatus, holdsTime, mayCharge, mayEnd, nextStatuses } from '../../shared/appointment.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { endedBefore, goesWith, inScope } from '../../shared/series-rules.ts';
import { dayIn, type Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { appointmentById } from './appointments-repository.ts';
import { freedNow } from './freed.ts';
import { type Here, placeHere, refuseArchivedIn } from './here.ts';
import { keepAppointments, recordChange } from './keep-appointments.ts';
import { type SeriesRows, seriesOf } from './keep-series.ts';
import { changeSeen, seenAppointment } from './seen-appointment.ts';
import { replaceSeries } from './series-repository.ts';
import { settleConflicts } from './settle-conflicts.ts';

type Asked = ParsedInputOf<'appointments.cancel'>;

/** Nobody stayed away who is there, or whose time has not come yet. */
const wasMissed = ({ status, startsAt }: KeptAppointment, now: Instant): boolean => status !== 'arrived' && startsAt <= now;

/** What was ended is put right by itself; its series goes on or not as it did. */
const refuseEnd = (chosen: KeptAppointment, { as, reason, fee, scope }: Asked, isSeries: boolean, now: Instant): void => {
  if (!mayEnd(chosen.status)) throw new Refusal('status-not-possible');
  if (isSeries && scope !== 'this' && (as !== 'cancelled' || !holdsTime(chosen.status))) throw new Refusal('scope-not-possible');
  if (as === 'no-show' && !wasMissed(chosen, now)) throw new Refusal('status-not-possible');
  if (fee !== null && !mayCharge(as, reason)) throw new Refusal('fee-not-allowed');
};

const ended = (before: KeptAppointment, { as, reason, words, fee }: Asked, at: Instant): KeptAppointment => ({
  ...before,
  status: as,
  statusAt: as === before.status ? before.statusAt : at,
  reason,
  reasonWords: words,
  fee,
  dismissed: !holdsTime(before.status) && before.dismissed,
});

type Ended = { readonly before: KeptAppointment; readonly after: KeptAppointment };

/** Those that are ahead with it, also where they were changed for themselves; the series goes on no further. */
const endSeries = async (tx: Tx, chosen: KeptAppointment, asked: Asked, { series, rows }: SeriesRows, at: Instant) => {
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
    refuseEnd(chosen, input, own !== null, here.now);
    const one = { wanted: [{ before: chosen, after: ended(chosen, input, here.now) }], kept: 0 };
    const { wanted, kept } = own ? await endSeries(tx, chosen, input, own, here.now) : one;
    await keepAppointments(tx, practice, { what: 'ended', wanted, override: '' });
    await recordChange(tx, practice, chosen, '');
    const freed = holdsTime(chosen.status) ? await freedNow(tx, chosen, here) : { freed: null, waiting: 0 };
    return { changed: wanted.length, kept, freed };
  });
  return { appointment: await seenAppointment(practice, practice.db, input.id), ...done, skipped: [], ...freed };
};

/** A session is on its day, or was before it. */
const refuseTooEarly = ({ startsAt }: KeptAppointment, status: AppointmentStatus, { zone, today }: Here): void => {
  if ((status === 'in-session' || status === 'done') && dayIn(startsAt, zone) > today) throw new Refusal('status-not-possible');
};

/** A session begins or ends with its appointment, in the session's own transaction; where it stands otherwise by then it stays as it is. */
export const statusWithSession = async (
  tx: Tx,
  practice: Practice,
  appointmentId: string,
  status: 'in-session' | 'done',
): Promise<KeptAppointment | null> => {
  const before = await appointmentById(tx, appointmentId);
  if (!before || !nextStatuses[before.status].includes(status)) return null;
  const after = { ...before, status, statusAt: practice.now() };
  await keepAppointments(tx, practice, { what: 'status', wanted: [{ before, after }], override: '' });
  await recordAudit(tx, practice, { clientId: before.clientId, recordId: before.id }, 'appointment-status-set');
  return after;
};

export const setAppointmentStatus = async (
  practice: Practice,
  { status, override, ...seen }: ParsedInputOf<'appointments.setStatus'>,
): Promise<OutputOf<'appointments.setStatus'>> => {
  const here = await placeHere(practice);
  await changeSeen(practice, seen, async (tx, before) => {
    if (!nextStatuses[before.status].includes(status)) throw new Refusal('status-not-possible');
    refuseTooEarly(before, status, here);
    if (!holdsTime(before.status) && status === 'booked') await refuseArchivedIn(tx, before.clientId);
    const takesPlace = { reason: null, reasonWords: '', fee: null, dismissed: false } as const;
    const after = { ...before, status, statusAt: here.now, ...(holdsTime(before.status) ? {} : takesPlace) };
    const settled = await settleConflicts(tx, here, [{ before, after }], { override, skip: false });
    await keepAppointments(tx, practice, { what: 'status', ...settled });
    await recordChange(tx, practice, before, settled.override);
  });
  return seenAppointment(practice, practice.db, seen.id);
};
