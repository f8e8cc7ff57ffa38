import type { AppointmentLine } from '../../shared/appointment.ts';
import { type Conflict, conflictsOf } from '../../shared/conflicts.ts';
import { millisecondsOf } from '../../shared/schedule-time.ts';
import { instantFrom } from '../../shared/time.ts';
import { heldAt, type Target } from './drop.ts';
import type { CalendarWorld } from './use-calendar.ts';

const dayMs = 86_400_000;

/**
 * What stands against an appointment at a place, told in the window while it is dragged, by the rule the vault decides with. Only what lies
 * within a day of it is looked at; the vault looks again, and at more, when it is kept.
 */
export const conflictsAt = (
  { hours, zone }: Pick<CalendarWorld, 'hours' | 'zone'>,
  lines: readonly AppointmentLine[],
  line: AppointmentLine,
  target: Target,
): readonly Conflict[] => {
  const asked = heldAt(line, target, zone);
  const earliest = instantFrom(millisecondsOf(asked.startsAt) - dayMs);
  const latest = instantFrom(millisecondsOf(asked.endsAt) + dayMs);
  const appointments = lines.filter(({ startsAt, endsAt }) => startsAt < latest && endsAt > earliest);
  return conflictsOf(asked, { ...hours, appointments, zone });
};
