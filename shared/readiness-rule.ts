import { formsMissing, type Standing } from './allowed.ts';
import type { Finding } from './finding.ts';
import { isOpen, isToAsk, needsPlaces } from './finding-rules.ts';
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
import { byWords } from './text.ts';
import type { CalendarDay } from './time.ts';

/** A medicine with the class it was matched to; null where it belongs to none, or is not matched yet. */
export type TakenMedicine = { readonly medicine: Medicine; readonly of: MedicineClass | null };

/** All that readiness goes by. */
export type ReadinessFacts = {
  readonly today: CalendarDay;
  readonly findings: readonly Finding[];
  /** Taken now. */
  readonly medicines: readonly TakenMedicine[];
  /** As the intake was answered: medicines named there and listed nowhere yet, or rather not told. */
  readonly told: { readonly unlisted: readonly string[]; readonly declined: boolean };
  /** From sessions: nothing touches until they are cleared. */
  readonly holds: readonly { readonly since: CalendarDay; readonly words: string }[];
  /** Two records became one and were not gone through since. */
  readonly merged: readonly { readonly since: CalendarDay }[];
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

/** Why hands stay off because of one finding; null where they need not. */
const stops = (finding: Finding): readonly [ReadinessState, ReadinessCode] | null => {
  const { weight, action } = finding;
  if (action === 'P5' || weight === 'emergency') return ['not-now', 'emergency'];
  if (action === 'P4') return ['not-now', 'refer-now'];
  if (weight === 'absolute') return ['not-now', 'absolute'];
  return weight === 'clearance' || action === 'P3' ? ['needs-clearance', 'clearance'] : null;
};

/** How the work is adapted. Seeing to one thing does not do away with the other. */
const adapts = ({ item, weight, action, cleared }: Finding): readonly ReadinessCode[] => {
  const isPlanned = item.id === dissociationQuestion;
  const told: ReadinessCode[] = [
    ...(cleared ? (['cleared'] as const) : []),
    ...(weight === 'local' ? (['local'] as const) : []),
    ...(isPlanned ? (['dissociation-plan'] as const) : []),
    ...(action === 'P2' && !isPlanned ? (['talk-first'] as const) : []),
  ];
  return told.length > 0 ? told : ['modify'];
};

const ofFinding = (finding: Finding): readonly ReadinessReason[] => {
  const about = { about: finding.item.condition, findingId: finding.id };
  const asked = { ...about, from: finding.item.referTo };
  if (finding.weight === 'ask-today') return [because('ready-with-limits', 'ask-today', about)];
  const stopped = finding.cleared ? null : stops(finding);
  if (stopped) return [because(stopped[0], isToAsk(finding) ? 'not-answered' : stopped[1], asked)];
  if (needsPlaces(finding)) return [because('needs-clearance', 'places-to-mark', about)];
  const day = finding.clearance?.endsOn ?? null;
  return adapts(finding).map((code) => because('ready-with-limits', code, code === 'cleared' ? { ...about, day } : about));
};

/** "Do you ever lose time…": a yes agrees a plan (domain.md 2.6). */
export const dissociationQuestion = 'g4';

const firmest = 4;

const ofMedicine = ({ medicine, of }: TakenMedicine): readonly ReadinessReason[] => {
  const more = { about: medicine.name };
  // Of a class that the content does not hold any more nobody can say what it allows.
  if (medicine.match === 'class' && !of) return [because('needs-clearance', 'medicine-to-match', more)];
  if (medicine.match === 'not-yet') return [because('ready-with-limits', 'medicine-to-match', more)];
  if (!of || of.ceiling >= firmest) return [];
  if (of.scope === 'site' && !medicine.areas?.length) return [because('needs-clearance', 'places-to-mark', more)];
  // A medicine under which nobody is touched anywhere leaves nothing to be ready for.
  if (of.scope === 'whole_body' && of.ceiling === 0) return [because('not-now', 'medicine-none', more)];
  return [because('ready-with-limits', 'medicine-cap', more)];
};

/** What was named and not looked at yet may be anything, and so may what is not told (redflags.json, s-medicines). */
const ofTold = ({ told }: ReadinessFacts): readonly ReadinessReason[] => [
  ...told.unlisted.map((about) => because('ready-with-limits', 'medicine-to-list', { about })),
  ...(told.declined ? [because('ready-with-limits', 'medicines-not-told')] : []),
];

const ofForms = (facts: ReadinessFacts): readonly ReadinessReason[] =>
  formsMissing(facts).map(({ code, day }) => because(code === 'guardian-missing' ? 'not-now' : 'waiting', code, { day }));

const waitingReasons = (facts: ReadinessFacts): readonly ReadinessReason[] => [
  ...(facts.change?.changed && facts.change.settledAt === null ? [because('waiting', 'change-open')] : []),
  ...(facts.screen === 'none' ? [because('waiting', 'no-health-screen')] : []),
  ...(facts.screen === 'open' ? [because('waiting', 'health-screen-open')] : []),
  ...(facts.intakeReviewed ? [] : [because('waiting', 'no-intake')]),
];

/** The same facts give the same list, in whatever order they came. */
const order = (one: ReadinessReason, other: ReadinessReason): number =>
  readinessStates.indexOf(one.state) - readinessStates.indexOf(other.state) ||
  readinessCodes.indexOf(one.code) - readinessCodes.indexOf(other.code) ||
  byWords(one.about, other.about) ||
  byWords(one.day, other.day) ||
  byWords(one.findingId, other.findingId);

/** Whether hands-on work may begin: the most careful of all that hold (product.md 3, domain.md 2.6). Nothing added to the facts ever makes it more open. */
export const readiness = (facts: ReadinessFacts): Readiness => {
  const reasons = [
    ...facts.findings.filter(isOpen).flatMap(ofFinding),
    ...facts.holds.map(({ since, words }) => because('not-now', 'hold', { day: since, about: words || null })),
    ...facts.merged.map(({ since }) => because('not-now', 'records-merged', { day: since })),
    ...ofForms(facts),
    ...facts.medicines.flatMap(ofMedicine),
    ...ofTold(facts),
    ...waitingReasons(facts),
  ].sort(order);
  return { state: reasons[0]?.state ?? 'ready', reasons };
};
