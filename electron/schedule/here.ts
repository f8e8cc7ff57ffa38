import { Refusal, Refused } from '../../shared/app-error.ts';
import { currencyOf } from '../../shared/currency.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { type CalendarDay, dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { appointmentById, isArchived } from './appointments-repository.ts';
import { practitionerOf } from './practitioners-repository.ts';
import { roomOf } from './rooms-repository.ts';
import { serviceOf } from './services-repository.ts';

/** What the place of the practice says, and the moment, for one call. */
export type Here = { readonly zone: Zone; readonly currency: string; readonly now: Instant; readonly today: CalendarDay };

export const placeHere = async (practice: Practice): Promise<Here> => {
  const profile = await getProfile(practice);
  const zone = practice.zone ?? profile.zone;
  const now = practice.now();
  return { zone, currency: currencyOf(profile.place), now, today: dayIn(now, zone) };
};

/** @throws Refused not-found client; Refusal client-archived */
export const refuseArchivedClient = async (practice: Practice, clientId: string): Promise<void> => {
  if ((await getClient(practice, { id: clientId })).archivedAt !== null) throw new Refusal('client-archived');
};

/** In the transaction that books. @throws Refusal client-archived */
export const refuseArchivedIn = async (tx: Tx, clientId: string): Promise<void> => {
  if (await isArchived(tx, clientId)) throw new Refusal('client-archived');
};

type Used = { readonly serviceId?: string; readonly practitionerId?: string; readonly roomId?: string | null };

const there = <T extends { readonly active: boolean }>(
  found: T | null,
  what: 'service' | 'practitioner' | 'room',
  off: 'service-off' | 'practitioner-off' | 'room-off' | null,
): void => {
  if (!found) throw new Refused({ code: 'not-found', what });
  if (off !== null && !found.active) throw new Refusal(off);
};

/** What an appointment is to be made with is there, and is offered. @throws not-found; Refusal service-off, practitioner-off, room-off */
export const refuseOff = async (db: Reader, { serviceId, practitionerId, roomId }: Used): Promise<void> => {
  if (serviceId !== undefined) there(await serviceOf(db, serviceId), 'service', 'service-off');
  if (practitionerId !== undefined) there(await practitionerOf(db, practitionerId), 'practitioner', 'practitioner-off');
  if (roomId !== undefined && roomId !== null) there(await roomOf(db, roomId), 'room', 'room-off');
};

/** For looking only: what is not offered any more is still there. @throws not-found practitioner, room */
export const refuseUnknownPlace = async (db: Reader, { practitionerId, roomId }: Required<Omit<Used, 'serviceId'>>): Promise<void> => {
  there(await practitionerOf(db, practitionerId), 'practitioner', null);
  if (roomId !== null) there(await roomOf(db, roomId), 'room', null);
};

/** An appointment of this client. @throws not-found appointment */
export const appointmentOfClient = async (tx: Tx, id: string, clientId: string): Promise<KeptAppointment> => {
  const kept = await appointmentById(tx, id);
  if (!kept || kept.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'appointment' });
  return kept;
};
