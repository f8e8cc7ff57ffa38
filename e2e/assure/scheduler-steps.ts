import { clientDetails, type TestWorld, testWorld } from '../../electron/practice/practice.test-world.ts';
import { service } from '../../electron/schedule/schedule.test-world.ts';
import type { AppointmentTable } from '../../electron/store/schedule-schema.ts';
import type { AppointmentStatus } from '../../shared/appointment.ts';
import type { Scope } from '../../shared/appointments.ts';
import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Repeat } from '../../shared/recurrence.ts';
import type { Chance } from './chance.ts';
import type { Look } from './scheduler-look.ts';
import { changesOf, dayAfter } from './scheduler-reference.ts';
import { zones } from './scheduler-zones.ts';

export type Place = {
  readonly world: TestWorld;
  readonly zone: string;
  /** The day around which everything is: the clocks change on it, or on no day at all. */
  readonly day: string;
  readonly clients: readonly string[];
  readonly lanes: readonly string[];
  readonly rooms: readonly (string | null)[];
  readonly serviceId: string;
};

const someDay = (chance: Chance, zone: string): string => {
  const changes = changesByZone.get(zone) ?? changesOf(zone, 2020, 2035);
  changesByZone.set(zone, changes);
  return changes.length > 0 && chance.below(5) > 0 ? chance.pick(changes) : dayAfter('2020-01-01', chance.below(5_800));
};
const changesByZone = new Map<string, readonly string[]>();

/** Two who treat, two rooms, three clients, in a zone, three weeks before a day on which its clocks change. */
export const placeFrom = async (chance: Chance): Promise<Place> => {
  const world = await testWorld();
  const zone = chance.pick(zones);
  const day = someDay(chance, zone);
  world.later(Date.parse(`${day}T06:00:00Z`) - Date.parse(world.now()) - 21 * 86_400_000);
  const { version, role: _, ...details } = await world.ok('profile.get', {});
  await world.ok('profile.update', { version, details: { ...details, zone } });
  const clients: string[] = [];
  for (const chosenName of ['Maya', 'Noor', 'Ellis']) clients.push((await world.ok('clients.create', { ...clientDetails, chosenName })).id);
  const own = (await world.ok('practitioners.list', {})).own ?? '';
  const tom = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
  const room = async (name: string) =>
    (await world.ok('rooms.save', { id: null, version: 0, details: { name, note: '', active: true } })).id;
  return {
    world,
    zone,
    day,
    clients,
    lanes: [own, tom.id],
    rooms: [await room('Garden'), await room('Quiet'), null],
    serviceId: (await world.ok('services.save', { id: null, version: 0, details: service })).id,
  };
};

const wall = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Mostly in the small hours, where clocks change, and close together, so that there is something in the way. */
const someTime = (chance: Chance): string => wall(chance.below(4) > 0 ? chance.below(9) * 30 : chance.below(96) * 15);

const someWhen = (chance: Chance, { day, lanes, rooms }: Place) => ({
  day: dayAfter(day, chance.below(5) - 2),
  time: someTime(chance),
  practitionerId: chance.pick(lanes),
  roomId: chance.pick(rooms),
});

const someRepeat = (chance: Chance): Repeat => ({
  every: chance.pick([1, 1, 2, 3]),
  unit: chance.pick(['day', 'week', 'week', 'week', 'month', 'year']),
  weekdays: chance.below(3) > 0 ? [] : [...new Set([1 + chance.below(7), 1 + chance.below(7)])],
  monthBy: chance.pick(['day', 'weekday']),
  end: { kind: 'count', count: 2 + chance.below(7) },
});

const kept = (chance: Chance, { serviceId }: Place) => ({
  serviceId,
  minutes: chance.pick([30, 45, 60, 90]),
  before: chance.pick([0, 0, 10]),
  after: chance.pick([0, 15, 30]),
  price: 9_000,
  note: '',
});

export type Asked = { readonly [N in CallName]: readonly [name: N, input: InputOf<N>] }[CallName];
const scopes: readonly Scope[] = ['this', 'this', 'following', 'all'];
const despite = (chance: Chance) => (chance.below(12) === 0 ? { override: 'Both of them agreed' } : {});

const books = (chance: Chance, place: Place): Asked => {
  const input = { clientId: chance.pick(place.clients), ...someWhen(chance, place), ...kept(chance, place), ...despite(chance) };
  if (chance.below(2)) return ['appointments.book', input];
  return [
    'appointments.book',
    { ...input, day: dayAfter(place.day, -7 - chance.below(14)), repeat: someRepeat(chance), skip: chance.below(2) > 0 },
  ];
};

const changes = (chance: Chance, place: Place, row: AppointmentTable): Asked => {
  const seen = { id: row.id, version: row.version };
  const scope = row.series_id === null ? 'this' : chance.pick(scopes);
  switch (chance.below(9)) {
    case 0:
    case 1:
      return ['appointments.move', { ...seen, ...someWhen(chance, place), minutes: row.minutes, scope, ...despite(chance) }];
    case 2: {
      const near = { day: dayAfter(row.day, chance.below(3) - 1), time: chance.below(2) ? row.time : someTime(chance) };
      return [
        'appointments.move',
        { ...seen, ...near, practitionerId: row.practitioner_id, roomId: row.room_id, minutes: row.minutes, scope, ...despite(chance) },
      ];
    }
    case 3:
    case 4:
      return ['appointments.change', { ...seen, details: kept(chance, place), scope, ...despite(chance) }];
    case 5:
      return ['appointments.cancel', { ...seen, as: 'cancelled', reason: 'client-asked', scope }];
    case 6:
      return ['appointments.setStatus', { ...seen, status: chance.pick<AppointmentStatus>(['booked', 'confirmed', 'arrived', 'done']) }];
    case 7:
      return [
        'series.edit',
        { ...seen, repeat: someRepeat(chance), scope: chance.pick(['following', 'all']), skip: chance.below(2) > 0, ...despite(chance) },
      ];
    default:
      return ['series.extend', {}];
  }
};

export const step = (chance: Chance, place: Place, { appointments }: Look): Asked => {
  const rows = [...appointments.values()];
  return rows.length === 0 || chance.below(5) < 2 ? books(chance, place) : changes(chance, place, chance.pick(rows));
};
