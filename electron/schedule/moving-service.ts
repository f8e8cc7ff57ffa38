import { Refusal } from '../../shared/app-error.ts';
import { isAhead } from '../../shared/appointment.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { instantOf } from '../../shared/schedule-time.ts';
import { type Change, changedSeries, changeMany, changeOne } from '../../shared/series-rules.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { type Here, placeHere, refuseOff } from './here.ts';
import { keepAppointments, recordChange } from './keep-appointments.ts';
import { keepSeriesChange, type SeriesRows, seriesOf } from './keep-series.ts';
import { changeSeen, seenAppointment } from './seen-appointment.ts';
import { type Despite, refuseAllLeftOut, type Settled, settleConflicts } from './settle-conflicts.ts';

type Changed = OutputOf<'appointments.move'>;
type Scope = ParsedInputOf<'appointments.move'>['scope'];

/** What differs from how it stands. The same moment is the same time, whatever a wall shows at it. */
const moveOf = (before: KeptAppointment, asked: ParsedInputOf<'appointments.move'>, { zone }: Here): Change => ({
  ...(instantOf(asked.day, asked.time, zone) === before.startsAt ? {} : { when: { day: asked.day, time: asked.time, zone } }),
  ...(asked.minutes === before.minutes ? {} : { minutes: asked.minutes }),
  ...(asked.practitionerId === before.practitionerId ? {} : { practitioner: asked.practitionerId }),
  ...(asked.roomId === before.roomId ? {} : { room: asked.roomId }),
});

const detailsOf = (kept: KeptAppointment, asked: ParsedInputOf<'appointments.change'>['details']): Change => {
  const { serviceId, before, after, price, minutes, note } = asked;
  const isSame = serviceId === kept.serviceId && before === kept.before && after === kept.after && price === kept.price;
  return {
    ...(isSame ? {} : { service: { serviceId, before, after, price } }),
    ...(minutes === kept.minutes ? {} : { minutes }),
    ...(note === kept.note ? {} : { note }),
  };
};

const refuseNew = (tx: Tx, kept: KeptAppointment, { practitioner, room, service }: Change): Promise<void> =>
  refuseOff(tx, {
    ...(practitioner === undefined ? {} : { practitionerId: practitioner }),
    ...(room === undefined ? {} : { roomId: room }),
    ...(service === undefined || service.serviceId === kept.serviceId ? {} : { serviceId: service.serviceId }),
  });

type Asked = {
  readonly what: 'moved' | 'changed';
  readonly change: Change;
  readonly scope: Scope;
  readonly despite: Despite;
  readonly here: Here;
};

/** Of the following ones another series is made, unless there are none before. */
const splitDay = ({ seriesDay }: KeptAppointment, scope: Scope, { rows }: SeriesRows): CalendarDay | null =>
  scope === 'following' && rows[0]?.seriesDay !== seriesDay ? seriesDay : null;

type Done = Omit<Changed, 'appointment'> & { readonly override: string };

const doneWith = ({ wanted, skipped, override }: Settled, kept: number): Done => ({
  changed: wanted.length,
  kept,
  skipped: skipped.map(({ id: _, ...one }) => one),
  override,
});

const keepOne = async (tx: Tx, practice: Practice, chosen: KeptAppointment, { what, change, despite, here }: Asked): Promise<Done> => {
  const wanted = [{ before: chosen, after: changeOne(chosen, change) }];
  const settled = await settleConflicts(tx, here, wanted, { ...despite, skip: false });
  await keepAppointments(tx, practice, { what, ...settled });
  return doneWith(settled, 0);
};

const keepMany = async (
  tx: Tx,
  practice: Practice,
  { chosen, ...own }: SeriesRows & { readonly chosen: KeptAppointment },
  { what, change, scope, despite, here }: Asked,
): Promise<Done> => {
  const { series } = own;
  const { pairs, kept } = changeMany({ ...own, chosen }, change, scope, here.now);
  const settled = await settleConflicts(tx, here, pairs, despite);
  refuseAllLeftOut(settled);
  const changed = changedSeries(series, chosen, change);
  await keepSeriesChange(tx, practice, { series, changed, from: splitDay(chosen, scope, own), what, settled });
  return doneWith(settled, kept);
};

const nothing: Done = { changed: 0, kept: 0, skipped: [], override: '' };

/** What stands as it was asked for already stays as it is, and its series whole. */
const keepAsked = async (tx: Tx, practice: Practice, chosen: KeptAppointment, asked: Asked): Promise<Done> => {
  if (Object.keys(asked.change).length === 0) return nothing;
  const own = asked.scope === 'this' ? null : await seriesOf(tx, chosen);
  return own ? keepMany(tx, practice, { ...own, chosen }, asked) : keepOne(tx, practice, chosen, asked);
};

/** Plans, holds it against everything else that is, and keeps all of it or nothing. */
const keepChange = async (tx: Tx, practice: Practice, chosen: KeptAppointment, asked: Asked): Promise<Omit<Changed, 'appointment'>> => {
  if (!isAhead(chosen.status)) throw new Refusal('appointment-over');
  await refuseNew(tx, chosen, asked.change);
  const { override, ...done } = await keepAsked(tx, practice, chosen, asked);
  await recordChange(tx, practice, chosen, override);
  return done;
};

export const moveAppointment = async (
  practice: Practice,
  input: ParsedInputOf<'appointments.move'>,
): Promise<OutputOf<'appointments.move'>> => {
  const here = await placeHere(practice);
  const done = await changeSeen(practice, input, (tx, before) =>
    keepChange(tx, practice, before, { what: 'moved', change: moveOf(before, input, here), scope: input.scope, despite: input, here }),
  );
  return { appointment: await seenAppointment(practice, practice.db, input.id), ...done };
};

export const changeAppointment = async (
  practice: Practice,
  input: ParsedInputOf<'appointments.change'>,
): Promise<OutputOf<'appointments.change'>> => {
  const here = await placeHere(practice);
  const done = await changeSeen(practice, input, (tx, before) =>
    keepChange(tx, practice, before, {
      what: 'changed',
      change: detailsOf(before, input.details),
      scope: input.scope,
      despite: input,
      here,
    }),
  );
  return { appointment: await seenAppointment(practice, practice.db, input.id), ...done };
};
