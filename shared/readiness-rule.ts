import type { Standing } from './allowed.ts';
import type { Finding } from './finding.ts';
import { isOpen, needsPlaces } from './finding-rules.ts';
import type { HealthChange, HealthScreen } from './health.ts';
import type { Medicine, MedicineClass } from './medicines.ts';
import {
  type Readiness,
  type ReadinessCode,
  type ReadinessReason,
  type ReadinessState,
  readinessCodes,
  readinessStates,
} from './readiness.ts';
import type { CalendarDay } from './time.ts';

/** A medicine with the class it was matched to; null where it belongs to none, or is not matched yet. */
export type TakenMedicine = { readonly medicine: Medicine; readonly of: MedicineClass | null };

/** All that readiness goes by. */
export type ReadinessFacts = {
  readonly today: CalendarDay;
  readonly findings: readonly Finding[];
  /** Taken now. */
  readonly medicines: readonly TakenMedicine[];
  /** From sessions: nothing touches until they are cleared. */
  readonly holds: readonly { readonly since: CalendarDay; readonly words: string }[];
  readonly underAge: boolean;
  readonly guardian: Standing;
  readonly decisionMaker: { readonly needed: boolean; readonly standing: Standing };
  readonly consent: Standing;
  /** Whether an intake was gone through. */
  readonly intakeReviewed: boolean;
  readonly screen: 'none' | 'open' | 'done';
  /** A change somebody spoke of, not gone through yet. */
  readonly change: Pick<HealthChange, 'changed' | 'settledAt'> | null;
};

/** Whether there is a screen, from the rounds: one that was done once counts while a review is open, for its findings stand. */
export const screenState = (rounds: readonly Pick<HealthScreen, 'doneAt'>[]): ReadinessFacts['screen'] =>
  rounds.some(({ doneAt }) => doneAt !== null) ? 'done' : rounds.length > 0 ? 'open' : 'none';

const because = (state: ReadinessState, code: ReadinessCode, more: Partial<ReadinessReason> = {}): ReadinessReason => ({
  state,
  code,
  about: null,
  findingId: null,
  from: '',
  day: null,
  ...more,
});

const ofFinding = (finding: Finding): ReadinessReason => {
  const more = { about: finding.item.condition, findingId: finding.id, from: finding.item.referTo };
  const { weight, action, cause } = finding;
  if (finding.cleared) return because('ready-with-limits', 'cleared', { ...more, day: finding.clearance?.endsOn ?? null });
  if (weight === 'ask-today') return because('ready-with-limits', 'ask-today', more);
  const stops = action === 'P5' || action === 'P4' || weight === 'emergency' || weight === 'absolute';
  if (cause === 'not-answered' && (stops || weight === 'clearance'))
    return because(stops ? 'not-now' : 'needs-clearance', 'not-answered', more);
  if (action === 'P5' || weight === 'emergency') return because('not-now', 'emergency', more);
  if (action === 'P4') return because('not-now', 'refer-now', more);
  if (weight === 'absolute') return because('not-now', 'absolute', more);
  if (weight === 'clearance' || action === 'P3') return because('needs-clearance', 'clearance', more);
  if (needsPlaces(finding)) return because('needs-clearance', 'places-to-mark', more);
  if (weight === 'local') return because('ready-with-limits', 'local', more);
  if (finding.item.id === dissociationQuestion) return because('ready-with-limits', 'dissociation-plan', more);
  return because('ready-with-limits', action === 'P2' ? 'talk-first' : 'modify', more);
};

/** "Do you ever lose time…": a yes agrees a plan (domain.md 2.6). */
export const dissociationQuestion = 'g4';

const firmest = 4;

const ofMedicine = ({ medicine, of }: TakenMedicine): readonly ReadinessReason[] => {
  const more = { about: medicine.name };
  if (medicine.match === 'not-yet' || (medicine.match === 'class' && !of)) return [because('ready-with-limits', 'medicine-to-match', more)];
  if (!of || of.ceiling >= firmest) return [];
  if (of.scope === 'site' && !medicine.areas?.length) return [because('needs-clearance', 'places-to-mark', more)];
  return [because('ready-with-limits', 'medicine-cap', more)];
};

/** Whether a signed form counts on a day, looked at again: a state may be older than today. */
export const formCounts = (standing: Standing, today: CalendarDay): boolean =>
  standing !== null &&
  (standing.state === 'in-force' || standing.state === 'ends-soon') &&
  (standing.endsOn === null || standing.endsOn > today);

const consentReasons = ({ consent, today }: ReadinessFacts): readonly ReadinessReason[] => {
  if (formCounts(consent, today)) return [];
  if (consent?.state === 'withdrawn') return [because('waiting', 'consent-withdrawn')];
  if (consent?.state === 'sign-again') return [because('waiting', 'consent-sign-again')];
  const isEnded = consent?.state === 'ended' || (consent !== null && consent.endsOn !== null && consent.endsOn <= today);
  return [isEnded ? because('waiting', 'consent-ended', { day: consent?.endsOn ?? null }) : because('waiting', 'no-consent')];
};

const waitingReasons = (facts: ReadinessFacts): readonly ReadinessReason[] => [
  ...(facts.change?.changed && facts.change.settledAt === null ? [because('waiting', 'change-open')] : []),
  ...(facts.screen === 'none' ? [because('waiting', 'no-health-screen')] : []),
  ...(facts.screen === 'open' ? [because('waiting', 'health-screen-open')] : []),
  ...(facts.intakeReviewed ? [] : [because('waiting', 'no-intake')]),
  ...consentReasons(facts),
  ...(facts.decisionMaker.needed && !formCounts(facts.decisionMaker.standing, facts.today)
    ? [because('waiting', 'decision-maker-missing')]
    : []),
];

const order = (one: ReadinessReason, other: ReadinessReason): number =>
  readinessStates.indexOf(one.state) - readinessStates.indexOf(other.state) ||
  readinessCodes.indexOf(one.code) - readinessCodes.indexOf(other.code);

/** Whether hands-on work may begin: the most careful of all that hold (product.md 3, domain.md 2.6). Nothing added to the facts ever makes it more open. */
export const readiness = (facts: ReadinessFacts): Readiness => {
  const reasons = [
    ...facts.findings.filter(isOpen).map(ofFinding),
    ...facts.holds.map(({ since, words }) => because('not-now', 'hold', { day: since, about: words || null })),
    ...(facts.underAge && !formCounts(facts.guardian, facts.today) ? [because('not-now', 'guardian-missing')] : []),
    ...facts.medicines.flatMap(ofMedicine),
    ...waitingReasons(facts),
  ].sort(order);
  return { state: reasons[0]?.state ?? 'ready', reasons };
};
