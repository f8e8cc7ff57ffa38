import type { Finding } from '../../shared/finding.ts';
import { callsForHelp, findingOn, isToAsk, type KeptFinding, needsPlaces } from '../../shared/finding-rules.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';

/** What an open finding asks of the practitioner on every day on which no clearance counts; `care` is the lower the more careful. */
export type FindingStanding = {
  readonly attention: 'to-clear' | 'places-to-mark' | 'not-answered' | null;
  readonly care: number;
  readonly since: Instant;
  /** Until the day before, a clinician's answer allows touch. */
  readonly clearedUntil: CalendarDay | null;
};

const careOf = ({ weight, action }: Finding): number => {
  if (action === 'P5') return 0;
  if (action === 'P4') return 1;
  return weight === 'absolute' ? 2 : 3;
};

/** Where it keeps hands off: the same as readiness says of it. */
const attentionOf = (finding: Finding): FindingStanding['attention'] => {
  const { weight, action } = finding;
  const keepsOff = callsForHelp(action) || action === 'P3' || weight === 'emergency' || weight === 'absolute' || weight === 'clearance';
  if (keepsOff) return isToAsk(finding) ? 'not-answered' : 'to-clear';
  return needsPlaces(finding) ? 'places-to-mark' : null;
};

const [firstDay, lastDay] = ['0000-01-01', '9999-12-31'];

/** Of no day: what is true of it until the next event. Null once nothing of it is open. */
export const standingOfFinding = (kept: KeptFinding): FindingStanding | null => {
  // No clearance counts on the last day of all, and on the first each one that is not overtaken.
  const [finding, whileCleared] = [findingOn(kept, lastDay), findingOn(kept, firstDay)];
  if (finding.cause === null) return null;
  return {
    attention: attentionOf(finding),
    care: careOf(finding),
    since: finding.since,
    clearedUntil: whileCleared.cleared ? (whileCleared.clearance?.endsOn ?? null) : null,
  };
};
