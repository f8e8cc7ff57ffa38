import type { AppointmentTable } from '../../electron/store/schedule-schema.ts';
import type { Scope } from '../../shared/appointments.ts';
import type { InputOf } from '../../shared/calls.ts';
import type { Chance } from './chance.ts';
import type { Goal, Result } from './goal.ts';
import { schedulerDefects } from './scheduler-defects.ts';
import { doubleBookings, type Look, lookAt, lostOccurrences, shiftedTimes } from './scheduler-look.ts';
import { wallOf } from './scheduler-reference.ts';
import { type Asked, placeFrom, step } from './scheduler-steps.ts';

/** Which rows a step may touch at all: of a series those of the scope, of one alone itself. */
const mayTouch = ([name, input]: Asked, before: Look): ((row: AppointmentTable) => boolean) => {
  const asked = input as { readonly id?: string; readonly scope?: Scope };
  const chosen = before.appointments.get(asked.id ?? '');
  if (!chosen || name === 'appointments.book') return () => false;
  if (name === 'series.extend') return () => false;
  if ((asked.scope ?? 'this') === 'this') return (row) => row.id === chosen.id;
  const inScope = (row: AppointmentTable): boolean => asked.scope === 'all' || (row.series_day ?? '') >= (chosen.series_day ?? '');
  return (row) => row.series_id !== null && row.series_id === chosen.series_id && inScope(row);
};

/** A row that went to the series that continues its own is the same appointment. */
const same = (one: AppointmentTable, other: AppointmentTable): boolean => JSON.stringify(one) === JSON.stringify(other);

const columnsOf: Readonly<Record<string, readonly (keyof AppointmentTable)[]>> = {
  when: ['day', 'time', 'starts_at'],
  minutes: ['minutes'],
  practitioner: ['practitioner_id'],
  room: ['room_id'],
  service: ['service_id', 'before', 'after', 'price'],
  note: ['note'],
};
const history: readonly (keyof AppointmentTable)[] = ['status', ...Object.values(columnsOf).flat()];

/** A change of the others of a series leaves what was changed for one alone, and whole ones that began or will not take place. */
const lostOwn = (was: AppointmentTable, is: AppointmentTable, now: string): readonly string[] => {
  const isAhead = (was.status === 'booked' || was.status === 'confirmed') && was.starts_at > now;
  const kept = isAhead ? (JSON.parse(was.own) as string[]).flatMap((part) => columnsOf[part] ?? []) : history;
  return kept.filter((column) => was[column] !== is[column]).map((column) => `${was.id} lost its own ${column}`);
};

const wrongAfter = (
  asked: Asked,
  before: Look,
  after: Look,
  { isOk, at }: { readonly isOk: boolean; readonly at: string },
): readonly string[] => {
  const touched = mayTouch(asked, before);
  const gone = [...before.appointments.keys()].filter((id) => !after.appointments.has(id)).map((id) => `${id} is gone`);
  const meddled = [...before.appointments.values()].flatMap((row) => {
    const now = after.appointments.get(row.id);
    if (!now || same(row, now)) return [];
    if (!isOk) return [`refused, and ${row.id} changed`];
    if (!touched(row)) return [`${row.id} was changed, and was not meant`];
    return row.id === (asked[1] as { readonly id?: string }).id ? [] : lostOwn(row, now, at);
  });
  const made = [...after.appointments.keys()].filter((id) => !before.appointments.has(id)).length;
  return [...gone, ...meddled, ...(isOk || made === 0 ? [] : [`refused, and ${made} were made`])];
};

/** What an accepted booking or move must have brought about, word for word. */
const notDone = ([name, input]: Asked, after: Look, reply: unknown): readonly string[] => {
  if (name !== 'appointments.book' && name !== 'appointments.move') return [];
  const row = after.appointments.get((reply as { value: { appointment: { id: string } } }).value.appointment.id);
  const { time, practitionerId, roomId, minutes } = input;
  const isAsked =
    row &&
    (row.time === time || wallOf(Date.parse(row.starts_at), row.zone).endsWith(` ${time}`)) &&
    row.practitioner_id === practitionerId &&
    row.room_id === roomId &&
    row.minutes === minutes;
  const isThatDay = name === 'appointments.book' && input.repeat ? true : row?.day === input.day;
  return isAsked && isThatDay ? [] : [`${name} did something else than was asked`];
};

const expected = new Set(['refused', 'conflict', 'not-found']);

/**
 * Each trial is one step in a calendar: booking, a series, a move, a change, a cancellation, a status, another rule, for one, for those that follow
 * or for all. After each the rows are looked at: nothing is double, no occurrence lost, no time on the wall shifted, nothing changed that was not meant.
 */
const schedule = async (chance: Chance, trials: number): Promise<Result> => {
  const escapes: unknown[] = [];
  for (let made = 0; made < trials; ) {
    const place = await placeFrom(chance);
    const stayed = new Set<string>();
    let before = await lookAt(place.world);
    for (let steps = 0; steps < 40 && made < trials; steps += 1) {
      made += 1;
      const [name, input] = step(chance, place, before);
      const reply = await place.world.call(name as 'appointments.book', input as InputOf<'appointments.book'>);
      const after = await lookAt(place.world);
      if (name === 'appointments.setStatus' && reply.ok) stayed.add((input as InputOf<'appointments.setStatus'>).id);
      const rows = [...after.appointments.values()];
      const wrong = [
        ...(reply.ok || expected.has(reply.error.code) ? [] : [`an answer nobody expects: ${JSON.stringify(reply.error)}`]),
        ...wrongAfter([name, input] as Asked, before, after, { isOk: reply.ok, at: place.world.now() }),
        ...(reply.ok ? notDone([name, input] as Asked, after, reply) : []),
        ...doubleBookings(rows),
        ...shiftedTimes(rows.filter((row) => !before.appointments.has(row.id) || !same(row, before.appointments.get(row.id) ?? row))),
        ...lostOccurrences(after, place.world.now(), stayed),
      ];
      if (wrong.length > 0) {
        escapes.push({ seed: chance.seed, made, zone: place.zone, day: place.day, name, input, wrong: wrong.slice(0, 3) });
        break;
      }
      before = after;
      if (chance.below(15) === 0) place.world.later(chance.below(10) * 86_400_000);
    }
    await place.world.open.database.destroy();
    if (escapes.length >= 20) return { trials: made, escapes };
  }
  return { trials, escapes };
};

export const scheduler: Goal = {
  name: 'scheduler',
  trials: { full: 100_000, quick: 6_000, test: 700 },
  run: ({ chance, trials }) => schedule(chance, trials),
  defects: schedulerDefects,
};
