import type { Practitioner, Room, Service } from '../../shared/people-and-rooms.ts';
import { useCall } from '../use-call.ts';

/** Services, rooms and those who treat here, as everything about appointments names them. */
export type PracticeLists = {
  readonly services: readonly Service[];
  readonly rooms: readonly Room[];
  readonly practitioners: readonly Practitioner[];
  /** The one who is in, if they treat here. */
  readonly own: string | null;
  readonly currency: string;
  readonly nameOf: (practitionerId: string) => string;
  readonly roomOf: (roomId: string | null) => string;
};

/** Null until all three are there. */
export const usePracticeLists = (): { readonly lists: PracticeLists | null; readonly error: ReturnType<typeof useCall>['error'] } => {
  const services = useCall('services.list', {});
  const rooms = useCall('rooms.list', {});
  const people = useCall('practitioners.list', {});
  const error = services.error ?? rooms.error ?? people.error;
  if (!services.data || !rooms.data || !people.data) return { lists: null, error };
  const { practitioners, own } = people.data;
  const all = rooms.data.rooms;
  const lists: PracticeLists = {
    services: services.data.services,
    currency: services.data.currency,
    rooms: all,
    practitioners,
    own,
    nameOf: (id) => practitioners.find((one) => one.id === id)?.name ?? '',
    roomOf: (id) => all.find((one) => one.id === id)?.name ?? '',
  };
  return { lists, error };
};
