import { Refusal, Refused } from '../../shared/app-error.ts';
import { type IcsChoice, type IcsEvent, mayBecome } from '../../shared/calendar.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { foldForSearch } from '../../shared/clients.ts';
import type { HoursException } from '../../shared/hours.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import type { Service } from '../../shared/people-and-rooms.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { dropUpload, finishedUpload } from '../documents/uploads-service.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { type Here, placeHere, refuseOff } from './here.ts';
import { insertException } from './hours-repository.ts';
import { type Calendar, readCalendar } from './ics-read.ts';
import { appointmentsAmong, clientsAmong, clientsByName, insertTaken, type Taken, takenAmong } from './ics-repository.ts';
import { appointmentFrom, awayFrom, type Span } from './ics-taken-over.ts';
import { appointmentIn } from './ics-write.ts';
import { keepAppointments } from './keep-appointments.ts';
import { allServices } from './services-repository.ts';
import { settleConflicts } from './settle-conflicts.ts';

/** Why what is taken over stands where something else does. */
const reason = 'Taken over from another calendar';
/** The clients an event is offered for. */
const mostNamed = 10;

/** @throws Refusal ics-unreadable, ics-empty, ics-too-many; not-found upload */
const calendarIn = async (practice: Practice, uploadId: string, { zone, today }: Here): Promise<Calendar> => {
  const { content, mediaType } = finishedUpload(practice, uploadId);
  if (mediaType !== 'text/calendar') throw new Refusal('ics-unreadable');
  return readCalendar(content, { zone, today });
};

type Known = IcsEvent & { readonly key: string };

/** Those taken over before are marked, and those that are appointments of ours that came back. */
const withTaken = async (db: Reader, events: Calendar['events']): Promise<readonly Known[]> => {
  const before = await takenAmong(
    db,
    events.map(({ key }) => key),
  );
  const own = await appointmentsAmong(
    db,
    events.flatMap(({ uid }) => appointmentIn(uid) ?? []),
  );
  return events.map((event) => ({ ...event, clients: [], taken: before.has(event.key) || own.has(appointmentIn(event.uid) ?? '') }));
};

export const readIcs = async (
  practice: Practice,
  { uploadId }: ParsedInputOf<'calendar.readIcs'>,
): Promise<OutputOf<'calendar.readIcs'>> => {
  const { events, ...calendar } = await calendarIn(practice, uploadId, await placeHere(practice));
  const named = await clientsByName(practice.db);
  const known = await withTaken(practice.db, events);
  return {
    ...calendar,
    events: known.map(({ key: _, ...event }) => ({
      ...event,
      clients: [...(named.get(foldForSearch(event.summary)) ?? [])].slice(0, mostNamed),
    })),
    name: practice.memory.uploads.get(uploadId)?.name ?? '',
  };
};

type Chosen = { readonly choice: IcsChoice; readonly event: Known & Span };

/** What was chosen is there as it was shown. @throws Refusal ics-changed */
const chosenFrom = (events: readonly Known[], choices: readonly IcsChoice[]): readonly Chosen[] => {
  const seen = new Set<string>();
  return choices.map((choice) => {
    const event = events[choice.index];
    const { startsAt = null, endsAt = null } = event ?? {};
    const isAsShown = event && startsAt === choice.startsAt && mayBecome(event, choice.as) && !seen.has(event.key);
    if (!isAsShown || startsAt === null || endsAt === null) throw new Refusal('ics-changed');
    seen.add(event.key);
    return { choice, event: { ...event, startsAt, endsAt } };
  });
};

/** @throws Refused not-found client; Refusal client-archived */
const refuseClients = async (tx: Tx, clientIds: readonly string[]): Promise<void> => {
  const clients = await clientsAmong(tx, clientIds);
  for (const id of clientIds) {
    const client = clients.get(id);
    if (!client) throw new Refused({ code: 'not-found', what: 'client' });
    if (client.archived) throw new Refusal('client-archived');
  }
};

/** @throws Refused not-found service; Refusal service-off */
const offered = (services: readonly Service[], id: string): Service => {
  const service = services.find((one) => one.id === id);
  if (!service) throw new Refused({ code: 'not-found', what: 'service' });
  if (!service.active) throw new Refusal('service-off');
  return service;
};

/** Those ahead may stand where something else does; what is over is in nobody's way. */
const keepTakenOver = async (
  tx: Tx,
  practice: Practice,
  here: Here,
  made: readonly KeptAppointment[],
): Promise<readonly KeptAppointment[]> => {
  const wanted = made.map((after) => ({ before: null, after }));
  const ahead = wanted.filter(({ after }) => after.status === 'booked');
  const settled = await settleConflicts(tx, here, ahead, { override: reason, skip: false });
  const all = [...wanted.filter((one) => !ahead.includes(one)), ...settled.wanted];
  await keepAppointments(tx, practice, { what: 'booked', wanted: all, override: settled.override });
  return all.map(({ after }) => after);
};

/** One entry for each client whose calendar it fills, and one for each time that something was in the way. */
const recordTakenOver = async (tx: Tx, practice: Practice, kept: readonly KeptAppointment[]): Promise<void> => {
  const clients = [...new Set(kept.map(({ clientId }) => clientId))];
  for (const clientId of clients) await recordAudit(tx, practice, { clientId });
  if (clients.length === 0) await recordAudit(tx, practice, {});
  for (const { id, clientId, overridden } of kept)
    if (overridden) await recordAudit(tx, practice, { clientId, recordId: id }, 'appointment-conflict-overridden');
};

type Away = { readonly event: string; readonly exceptions: readonly HoursException[] };
type Made = { readonly event: string; readonly appointment: KeptAppointment };
type Place = Pick<ParsedInputOf<'calendar.importIcs'>, 'practitionerId' | 'roomId'>;

/** What each becomes. @throws Refused not-found service; Refusal service-off */
const appointmentsFrom = (
  practice: Practice,
  here: Here,
  place: Place,
  services: readonly Service[],
  chosen: readonly Chosen[],
): readonly Made[] =>
  chosen.flatMap(({ choice, event }) => {
    if (choice.as !== 'appointment') return [];
    const asked = { ...place, clientId: choice.clientId, service: offered(services, choice.serviceId) };
    return [{ event: event.key, appointment: appointmentFrom(practice, here, event, asked) }];
  });

/** What the time away is called elsewhere is left there: whoever books reads the note, and it may tell of more than work. */
const absencesFrom = (practice: Practice, { zone }: Here, { practitionerId }: Place, chosen: readonly Chosen[]): readonly Away[] =>
  chosen
    .filter(({ choice }) => choice.as === 'absence')
    .map(({ event }) => ({
      event: event.key,
      exceptions: awayFrom(event, zone).map((span) => ({ ...span, id: practice.newId(), practitionerId, kind: 'absent', note: '' })),
    }));

const takenFrom = (made: readonly Made[], away: readonly Away[]): readonly Taken[] => [
  ...made.map(({ event, appointment }) => ({ event, appointmentId: appointment.id, exceptionId: null })),
  ...away.map(({ event, exceptions }) => ({ event, appointmentId: null, exceptionId: exceptions[0]?.id ?? null })),
];

export const importIcs = async (
  practice: Practice,
  input: ParsedInputOf<'calendar.importIcs'>,
): Promise<OutputOf<'calendar.importIcs'>> => {
  const { uploadId, practitionerId, roomId, choices } = input;
  if (choices.length === 0) throw new Refusal('nothing-to-import');
  const here = await placeHere(practice);
  const { events } = await calendarIn(practice, uploadId, here);

  const taken = await practice.write(async (tx) => {
    const chosen = chosenFrom(await withTaken(tx, events), choices);
    await refuseOff(tx, { practitionerId, roomId });
    const made = appointmentsFrom(practice, here, { practitionerId, roomId }, await allServices(tx), chosen);
    await refuseClients(tx, [...new Set(made.map(({ appointment }) => appointment.clientId))]);
    const away = absencesFrom(practice, here, { practitionerId, roomId }, chosen);

    for (const exception of away.flatMap(({ exceptions }) => exceptions))
      await insertException(tx, { exception, at: here.now, by: practice.actor.id });
    const kept = await keepTakenOver(
      tx,
      practice,
      here,
      made.map(({ appointment }) => appointment),
    );
    await insertTaken(tx, takenFrom(made, away), here.now);
    await recordTakenOver(tx, practice, kept);
    return { appointments: kept.length, absences: away.length, conflicts: kept.filter(({ overridden }) => overridden).length };
  });
  dropUpload(practice, uploadId);
  practice.changed('schedule');
  return taken;
};
