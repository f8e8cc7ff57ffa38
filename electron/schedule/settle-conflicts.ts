import { Refusal } from '../../shared/app-error.ts';
import { holdsTime } from '../../shared/appointment.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { addDays, wallAt } from '../../shared/schedule-time.ts';
import type { Tx } from '../practice/practice.ts';
import { conflictsAt, dayConflicts, type Found } from './conflicts-at.ts';
import type { Here } from './here.ts';
import { hoursWorld } from './hours-repository.ts';

/** A change that is to be kept; `before` is null of a new one. */
export type Wanted = { readonly before: KeptAppointment | null; readonly after: KeptAppointment };

/** How a conflict is met: with a reason, or in a series by leaving the day out. */
export type Despite = { readonly override: string | null; readonly skip: boolean };

export type Settled = {
  readonly wanted: readonly Wanted[];
  /** Left out: a new one is not made, another stays as it is. */
  readonly skipped: readonly (DayConflicts & { readonly id: string })[];
  /** Why it is booked over a conflict; empty where nothing is in the way. */
  readonly override: string;
};

/** The most days told of in a refusal. */
const mostDays = 50;

/** Where every day would be left out, it is refused as if none were to be. @throws Refusal appointment-conflicts */
export const refuseAllLeftOut = ({ wanted, skipped }: Settled): void => {
  if (wanted.length > 0 || skipped.length === 0) return;
  throw new Refusal('appointment-conflicts', { days: skipped.slice(0, mostDays).map(({ id: _, ...one }) => one) });
};

const holdsOtherwise = ({ before, after }: Wanted): boolean =>
  before === null ||
  !holdsTime(before.status) ||
  before.startsAt !== after.startsAt ||
  before.endsAt !== after.endsAt ||
  before.practitionerId !== after.practitionerId ||
  before.roomId !== after.roomId ||
  before.before !== after.before ||
  before.after !== after.after;

const refused = (found: readonly Found<KeptAppointment>[], zone: string, isKept: (id: string) => boolean): Refusal =>
  new Refusal('appointment-conflicts', { days: dayConflicts(found.slice(0, mostDays), zone, isKept) });

const marked = (wanted: readonly Wanted[], checked: ReadonlySet<string>, over: ReadonlySet<string>): readonly Wanted[] =>
  wanted.map(({ before, after }) => ({
    before,
    after: checked.has(after.id) ? { ...after, overridden: over.has(after.id) } : after,
  }));

/** The days opening hours are read for. A practice that was moved keeps the zones of what it agreed on, so one more on each side. */
const hoursFor = (tx: Tx, checked: readonly Wanted[], zone: string) => {
  const starts = checked.map(({ after }) => after.startsAt).sort();
  const [first = '', last = first] = [starts[0], starts.at(-1)];
  return hoursWorld(tx, addDays(wallAt(first, zone).day, -2), addDays(wallAt(last, zone).day, 3));
};

/**
 * Holds what is to be kept against everything else that is, in the transaction that writes it. Only those that take up time otherwise than
 * before are checked. @param gone appointments that will hold no time once this is kept
 * @throws Refusal appointment-conflicts
 */
export const settleConflicts = async (
  tx: Tx,
  { zone }: Here,
  wanted: readonly Wanted[],
  { override, skip }: Despite,
  gone: ReadonlySet<string> = new Set(),
): Promise<Settled> => {
  const checked = wanted.filter(holdsOtherwise);
  const ids = new Set(checked.map(({ after }) => after.id));
  const news = new Set(checked.filter(({ before }) => before === null).map(({ after }) => after.id));
  const isKept = (id: string): boolean => !news.has(id);
  if (checked.length === 0) return { wanted, skipped: [], override: '' };
  const ground = { ...(await hoursFor(tx, checked, zone)), zone };

  const out = new Map<string, DayConflicts>();
  for (;;) {
    const left = checked.map(({ after }) => after).filter(({ id }) => !out.has(id));
    const found = await conflictsAt(tx, ground, left, gone);
    if (found.length > 0 && override === null && !skip) throw refused(found, zone, isKept);
    if (found.length === 0 || override !== null) {
      const over = new Set(found.map(({ appointment }) => appointment.id));
      const skipped = [...out].map(([id, day]) => ({ ...day, id })).sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
      const rest = wanted.filter(({ after }) => !out.has(after.id));
      return { wanted: marked(rest, ids, over), skipped, override: found.length > 0 ? (override ?? '') : '' };
    }
    // One that is left out stays where it is, and may be in the way of another there.
    for (const [index, day] of dayConflicts(found, zone, isKept).entries()) out.set(found[index]?.appointment.id ?? '', day);
  }
};
