import type { ActionCode, Finding, FindingEvent, FindingKind, FindingWeight } from '../../shared/finding.ts';
import { findingKinds, findingWeights } from '../../shared/finding.ts';
import { byCare, callsForHelp, isMoreCareful, isOpen, needsPlaces } from '../../shared/finding-rules.ts';
import type { HealthAnswer, HealthScreen, HealthSection } from '../../shared/health.ts';
import { isTaken, type Medicine } from '../../shared/medicines.ts';
import type { SuitabilityQuestion } from '../../shared/suitability.ts';
import type { CalendarDay } from '../../shared/time.ts';

type Weighed = Pick<Finding, 'weight' | 'action' | 'cause' | 'areas'>;

const stopping: readonly FindingWeight[] = ['emergency', 'absolute', 'clearance'];

/** Nothing may begin while it stands like this. */
export const blocksTouch = (finding: Finding): boolean =>
  isOpen(finding) && (stopping.includes(finding.weight) || finding.action === 'P3' || callsForHelp(finding.action) || needsPlaces(finding));

export type FindingGroup = { readonly weight: FindingWeight; readonly findings: readonly Finding[] };

export type FindingLists = {
  /** Not answered: asked again in private; those that block come first. */
  readonly blocking: readonly Finding[];
  readonly toAsk: readonly Finding[];
  readonly groups: readonly FindingGroup[];
  readonly resolved: readonly Finding[];
};

const blockingFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => Number(blocksTouch(other)) - Number(blocksTouch(one)));

/** What is found, by what it asks for: the most careful first. What was not answered is no finding to adapt to, but a question. */
export const listsOf = (findings: readonly Finding[]): FindingLists => {
  const sorted = [...findings].sort(byCare);
  const open = sorted.filter(isOpen);
  const unanswered = open.filter(({ cause }) => cause === 'not-answered');
  const answered = open.filter(({ cause }) => cause !== 'not-answered');
  return {
    blocking: unanswered.filter(blocksTouch),
    toAsk: unanswered.filter((one) => !blocksTouch(one)),
    groups: findingWeights
      .map((weight) => ({ weight, findings: blockingFirst(answered.filter((one) => one.weight === weight)) }))
      .filter((group) => group.findings.length > 0),
    resolved: sorted.filter((one) => !isOpen(one)),
  };
};

/** A group stands open where it keeps touch from beginning, or is short enough to take in at a glance. */
export const standsOpen = ({ findings }: FindingGroup): boolean => findings.some(blocksTouch) || findings.length <= 8;

/** What it may be raised to, and lowered to; each from the most careful down. */
export const kindsAbove = ({ weight }: Pick<Weighed, 'weight'>): readonly FindingKind[] =>
  weight === 'ask-today' ? findingKinds : findingKinds.filter((kind) => isMoreCareful(kind, weight));
export const kindsBelow = ({ weight }: Pick<Weighed, 'weight'>): readonly FindingKind[] =>
  weight === 'ask-today' ? [] : findingKinds.filter((kind) => isMoreCareful(weight, kind));

/** Whether deciding so takes away what keeps touch from beginning; another finding may keep it all the same. */
export const opensTouch = (finding: Finding, to: FindingKind | null): boolean =>
  blocksTouch(finding) && (to === null || !stopping.includes(to)) && !(to === 'local' && !finding.areas?.length);

/** Whether it counts for more, or for less, than the condition does by itself, because somebody decided so. */
export const decidedOf = (finding: Finding): 'raised' | 'lowered' | null => {
  if (!isOpen(finding) || finding.cleared || finding.weight === 'ask-today') return null;
  if (isMoreCareful(finding.weight, finding.item.kind)) return 'raised';
  return isMoreCareful(finding.item.kind, finding.weight) ? 'lowered' : null;
};

/** The higher two call for help the same day. */
export const isUrgent = ({ action }: { readonly action: ActionCode }): boolean => callsForHelp(action);

type Asked = { readonly sections: readonly HealthSection[]; readonly suitability: readonly SuitabilityQuestion[] };

/** How it is asked, in the words the client reads; the condition where nothing asks for it. */
export const questionOf = ({ sections, suitability }: Asked, { item }: Pick<Finding, 'item'>): string => {
  const asked = sections.flatMap(({ questions }) => questions).find(({ id }) => id === item.id)?.question;
  return asked ?? suitability.find(({ itemId }) => itemId === item.id)?.question ?? item.condition;
};

/** What happened to a finding since somebody looked at it. */
export const eventsSince = ({ events }: Pick<Finding, 'events'>, version: number): readonly FindingEvent[] => events.slice(version);

/** Where this round stands, section by section. */
export const sectionState = (
  screen: Pick<HealthScreen, 'seen' | 'answers'>,
  section: HealthSection,
  typed: Readonly<Record<string, HealthAnswer>>,
): { readonly isKept: boolean; readonly blank: readonly string[]; readonly changed: readonly string[] } => ({
  isKept: screen.seen.includes(section.id),
  blank: section.questions.filter(({ id }) => (typed[id] ?? screen.answers[id]?.answer) === undefined).map(({ id }) => id),
  changed: section.questions.filter(({ id }) => typed[id] !== undefined && typed[id] !== screen.answers[id]?.answer).map(({ id }) => id),
});

/** The next one that was not gone through, from where somebody is; null when all were. */
export const nextSection = (sections: readonly HealthSection[], seen: readonly string[], after: string): HealthSection | null => {
  const at = sections.findIndex(({ id }) => id === after);
  const order = [...sections.slice(at + 1), ...sections.slice(0, at + 1)];
  return order.find(({ id }) => !seen.includes(id)) ?? null;
};

/** Questions that would stand as not answered if the screen ended now. */
export const blankIn = (
  sections: readonly HealthSection[],
  screen: Pick<HealthScreen, 'answers'>,
  typed: Readonly<Record<string, HealthAnswer>>,
): number => sections.flatMap(({ questions }) => questions).filter(({ id }) => (typed[id] ?? screen.answers[id]) === undefined).length;

/** Taken now, those to be looked at first; and those that are not taken any more. */
export const medicinesOf = (
  medicines: readonly Medicine[],
  today: CalendarDay,
): { readonly taken: readonly Medicine[]; readonly past: readonly Medicine[] } => {
  const isPast = (medicine: Medicine): boolean => !isTaken(medicine, today);
  const order = { 'not-yet': 0, class: 1, none: 2 } as const;
  const sorted = medicines.toSorted(
    (one, other) => order[one.match] - order[other.match] || one.name.localeCompare(other.name, undefined, { sensitivity: 'base' }),
  );
  return { taken: sorted.filter((one) => !isPast(one)), past: sorted.filter(isPast) };
};
