import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practitioner, Room } from '../../shared/people-and-rooms.ts';
import { addDays, momentOf } from '../../shared/schedule-time.ts';
import { freeSlots } from '../../shared/slots.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { heldAround } from './conflicts-at.ts';
import { hoursWorld } from './hours-repository.ts';
import { allPractitioners } from './practitioners-repository.ts';
import { allRooms } from './rooms-repository.ts';

type Asked = ParsedInputOf<'appointments.findSlots'>;

/** Those asked for, though they are not in use any more; else all that are. */
const chosen = <T extends Practitioner | Room>(all: readonly T[], id: string | null, what: 'practitioner' | 'room'): readonly string[] => {
  const found = all.filter((one) => (id === null ? one.active : one.id === id)).map((one) => one.id);
  if (id !== null && found.length === 0) throw new Refused({ code: 'not-found', what });
  return found;
};

const roomsFor = async (practice: Practice, roomId: Asked['roomId']): Promise<readonly string[]> => {
  if (roomId === null) return [];
  return chosen(await allRooms(practice.db), roomId === 'any' ? null : roomId, 'room');
};

/** @throws Refused not-found client, practitioner, room */
export const findSlots = async (practice: Practice, asked: Asked): Promise<OutputOf<'appointments.findSlots'>> => {
  const { clientId, practitionerId, roomId, from, days } = asked;
  if (clientId !== null) await getClient(practice, { id: clientId });
  const zone = await zoneHere(practice);
  const practitionerIds = chosen(await allPractitioners(practice.db), practitionerId, 'practitioner');
  const roomIds = await roomsFor(practice, roomId);
  const to = addDays(from, days);
  const [begin, end] = [momentOf(from, '00:00', zone), momentOf(to, '24:00', zone)];

  const world = { ...(await hoursWorld(practice.db, from, to)), appointments: await heldAround(practice.db, begin, end), zone };
  const { slots, more } = freeSlots({ ...asked, practitionerIds, roomIds, notBefore: practice.now() }, world);
  return { slots: [...slots], more };
};
