import {
  type ActionCode,
  actionCodes,
  type ClearanceStanding,
  type Finding,
  type FindingCause,
  type FindingEvent,
  type FindingItem,
  type FindingKind,
  type FindingWeight,
  findingCauses,
  findingKinds,
  findingWeights,
} from './finding.ts';
import type { CalendarDay, Instant } from './time.ts';

export const moreCareful = (one: FindingKind, other: FindingKind): FindingKind =>
  findingKinds.indexOf(one) < findingKinds.indexOf(other) ? one : other;

/** Above zero where the first is the more careful. */
export const isMoreCareful = (one: FindingKind, than: FindingKind): boolean => findingKinds.indexOf(one) < findingKinds.indexOf(than);

export const higherAction = (one: ActionCode, other: ActionCode): ActionCode =>
  actionCodes.indexOf(one) > actionCodes.indexOf(other) ? one : other;

/** The least a kind asks for (contraindications.json, kinds). */
const actionOfKind: Readonly<Record<FindingKind, ActionCode>> = {
  emergency: 'P5',
  absolute: 'P3',
  clearance: 'P3',
  local: 'P1',
  modify: 'P1',
};

/** Same-day hand-over or the emergency number: a hold until it is cleared (domain.md 2.6, contraindications.json p4-p5-hold). */
export const callsForHelp = (action: ActionCode): boolean => action === 'P4' || action === 'P5';

type Answers = ReadonlyMap<string, FindingCause>;

/** What is open of it, by where it was asked. */
export type Standing = {
  readonly open: Answers;
  readonly since: Instant | null;
  readonly source: Finding['source'];
  readonly words: string;
  readonly raised: FindingKind | null;
  readonly lowered: FindingKind | null;
  /** The newest answer of a clinician, until it is overtaken. */
  readonly clearance: ClearanceStanding | null;
  readonly asked: Finding['clearanceAsked'];
  readonly areas: readonly string[] | null;
  readonly saysNo: Instant | null;
};

const nothing: Standing = {
  open: new Map(),
  since: null,
  source: 'practitioner',
  words: '',
  raised: null,
  lowered: null,
  clearance: null,
  asked: null,
  areas: null,
  saysNo: null,
};

const careful = (cause: FindingCause): boolean => cause !== 'not-answered';

type Said = Extract<FindingEvent, { what: 'said' }>;

const answeredNo = (before: Standing, { at }: Said): Standing => {
  const open = new Map([...before.open].filter(([, cause]) => careful(cause)));
  return open.size === 0 ? { ...nothing, saysNo: null } : { ...before, open, saysNo: at };
};

/** What asks for help at once, or for no touch at all, is news each time it is said or seen; that a condition a clearance was given for is still there is none. */
const isNews = ({ action, kind }: FindingItem): boolean => callsForHelp(action) || kind === 'emergency' || kind === 'absolute';

const saidSomething = (item: FindingItem, before: Standing, said: Said): Standing => {
  if (said.answer === 'no') return answeredNo(before, said);
  const place = `${said.source} ${said.sourceId ?? ''}`;
  const held = before.open.get(place);
  // A blank takes nothing back that was said at the same place.
  if (said.answer === 'not-answered' && held && careful(held)) return before;
  const kept = [...before.open].filter(([, cause]) => said.answer === 'not-answered' || careful(cause));
  const isAnew = careful(said.answer);
  return {
    ...before,
    open: new Map([...kept, [place, said.answer]]),
    since: before.open.size === 0 ? said.at : before.since,
    source: before.open.size === 0 || isAnew ? said.source : before.source,
    words: said.words || before.words,
    // What was decided by word alone was decided about what had been said by then.
    lowered: isAnew ? null : before.lowered,
    clearance: isAnew && isNews(item) ? null : before.clearance,
    saysNo: isAnew ? null : before.saysNo,
  };
};

const step = (item: FindingItem, before: Standing, event: FindingEvent): Standing => {
  switch (event.what) {
    case 'said':
      return saidSomething(item, before, event);
    case 'raised':
      return { ...before, raised: event.kind, lowered: null, clearance: null };
    case 'lowered':
      return { ...before, lowered: event.kind, raised: null };
    case 'marked':
      return { ...before, areas: event.areas };
    case 'resolved':
      return nothing;
    case 'asked':
      return { ...before, asked: { clearanceId: event.clearanceId, at: event.at, of: event.of } };
    case 'answered': {
      const { clearanceId, outcome, from, endsOn, scope, at: recordedAt } = event;
      // A clinician who says no is not outvoted by a reason given before.
      return {
        ...before,
        asked: null,
        clearance: { clearanceId, outcome, from, recordedAt, endsOn, scope },
        ...(outcome === 'not-cleared' ? { lowered: null } : {}),
      };
    }
  }
};

export const standingOf = (item: FindingItem, events: readonly FindingEvent[]): Standing =>
  events.reduce((before, event) => step(item, before, event), nothing);

const causeOf = ({ open }: Standing): FindingCause | null => {
  const causes = [...open.values()];
  return findingCauses.find((cause) => causes.includes(cause)) ?? null;
};

/** Counts up to the day before `endsOn`. One without a last day does not count. */
export const clearanceCounts = (clearance: ClearanceStanding | null, today: CalendarDay): boolean =>
  clearance?.outcome === 'cleared' && clearance.endsOn !== null && clearance.endsOn > today;

const blocking: readonly FindingKind[] = ['emergency', 'absolute', 'clearance'];

/**
 * What a finding asks for today. Not sure counts as yes; what was not answered counts so where it could block, else it is asked about
 * today (domain.md 2.5, 2). A clearance that counts makes it an adaptation within what it allows.
 */
const weightOf = (item: FindingItem, { raised, lowered, clearance }: Standing, cause: FindingCause, today: CalendarDay): FindingWeight => {
  const kind = raised ? moreCareful(raised, item.kind) : item.kind;
  if (clearanceCounts(clearance, today)) return 'modify';
  if (lowered) return lowered;
  return cause === 'not-answered' && !blocking.includes(kind) ? 'ask-today' : kind;
};

const actionOf = (item: FindingItem, weight: FindingWeight): ActionCode => {
  if (weight === 'ask-today') return 'P1';
  // Lowered or cleared: what the new kind asks for, and not what the old one did.
  if (isMoreCareful(item.kind, weight)) return actionOfKind[weight];
  return higherAction(actionOfKind[weight], item.action);
};

export type KeptFinding = Pick<Finding, 'id' | 'clientId' | 'item' | 'known'> & {
  readonly events: readonly FindingEvent[];
  readonly madeAt: Instant;
};

/** One finding as it stands on a day; `cause` is null once it is resolved. */
export const findingOn = ({ events, madeAt, ...kept }: KeptFinding, today: CalendarDay): Finding => {
  const standing = standingOf(kept.item, events);
  const cause = causeOf(standing);
  const weight = cause === null ? 'modify' : weightOf(kept.item, standing, cause, today);
  return {
    ...kept,
    cause,
    source: standing.source,
    words: standing.words,
    since: standing.since ?? madeAt,
    weight,
    action: cause === null ? 'P0' : actionOf(kept.item, weight),
    areas: standing.areas && [...standing.areas],
    saysNo: standing.saysNo,
    clearance: standing.clearance,
    cleared: cause !== null && clearanceCounts(standing.clearance, today),
    clearanceAsked: standing.asked,
    events: [...events],
    version: events.length,
  };
};

export const isOpen = ({ cause }: Pick<Finding, 'cause'>): boolean => cause !== null;

/** Open ones first, the most careful of them before the rest; those resolved last. */
export const byCare = (one: Finding, other: Finding): number =>
  Number(isOpen(other)) - Number(isOpen(one)) ||
  findingWeights.indexOf(one.weight) - findingWeights.indexOf(other.weight) ||
  actionCodes.indexOf(other.action) - actionCodes.indexOf(one.action) ||
  one.item.condition.localeCompare(other.item.condition, 'en');

/** Local, and nobody has said where yet: it counts as clearance until then (domain.md 2.5, 4). */
export const needsPlaces = (finding: Finding): boolean => isOpen(finding) && finding.weight === 'local' && !finding.areas?.length;
