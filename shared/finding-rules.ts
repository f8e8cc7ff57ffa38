import {
  type ActionCode,
  actionCodes,
  type ClearanceScope,
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
  /** The newest answer of a clinician. */
  readonly clearance: ClearanceStanding | null;
  /** Said or raised since that answer: it allows nothing any more. */
  readonly overtaken: boolean;
  /** Requests without an answer, the newest last. */
  readonly asked: readonly NonNullable<Finding['clearanceAsked']>[];
  /** Requests made before it was over, or before what was said anew: a yes to one of them says nothing of what came since. */
  readonly outdated: readonly string[];
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
  overtaken: false,
  asked: [],
  outdated: [],
  areas: null,
  saysNo: null,
};

const careful = (cause: FindingCause): boolean => cause !== 'not-answered';
const surest = (causes: readonly FindingCause[]): FindingCause | null => findingCauses.find((cause) => causes.includes(cause)) ?? null;
const isRefused = ({ clearance }: Standing): boolean => clearance?.outcome === 'not-cleared';

/** Its kind, or what it was raised to. */
const kindOf = (item: FindingItem, { raised }: Standing): FindingKind => (raised ? moreCareful(raised, item.kind) : item.kind);

/** What was asked about it until now. */
const askedBefore = ({ asked, outdated }: Standing): readonly string[] => [...outdated, ...asked.map(({ clearanceId }) => clearanceId)];

const over = (before: Standing): Standing => ({ ...nothing, outdated: askedBefore(before) });

type Said = Extract<FindingEvent, { what: 'said' }>;

const answeredNo = (before: Standing, { at }: Said): Standing => {
  if (before.open.size === 0) return before;
  const open = new Map([...before.open].filter(([, cause]) => careful(cause)));
  if (open.size > 0) return { ...before, open, saysNo: at };
  // It settles a blank, and nothing that the practitioner or a clinician decided about it.
  return before.raised || before.areas || isRefused(before) ? { ...before, saysNo: at } : over(before);
};

/** What asks for help at once, or for no touch at all, is news each time it is said or seen; that a condition a clearance was given for is still there is none. */
const isNews = (item: FindingItem, before: Standing): boolean => {
  const kind = kindOf(item, before);
  return callsForHelp(item.action) || kind === 'emergency' || kind === 'absolute';
};

const saidSomething = (item: FindingItem, before: Standing, said: Said): Standing => {
  if (said.answer === 'no') return answeredNo(before, said);
  const place = `${said.source} ${said.sourceId ?? ''}`;
  const held = before.open.get(place);
  const isAnew = careful(said.answer);
  const overtakes = isAnew && isNews(item, before);
  const kept = [...before.open].filter(([, cause]) => !isAnew || careful(cause));
  return {
    ...before,
    // Neither a blank nor a doubt takes back what was said at the same place.
    open: new Map([...kept, [place, surest([said.answer, ...(held ? [held] : [])]) ?? said.answer]]),
    since: before.open.size === 0 ? said.at : before.since,
    source: before.open.size === 0 || isAnew ? said.source : before.source,
    words: said.words || before.words,
    // What was decided by word alone was decided about what had been said by then; so was what asks for help at once and is left blank elsewhere.
    lowered: isAnew || (held === undefined && callsForHelp(item.action)) ? null : before.lowered,
    overtaken: before.overtaken || overtakes,
    ...(overtakes ? { asked: [], outdated: askedBefore(before) } : {}),
    saysNo: isAnew ? null : before.saysNo,
  };
};

/** Of what was lowered: as far as it is raised now. It is what it was before, or more, where it is raised so far. */
const raisedTo = (item: FindingItem, before: Standing, kind: FindingKind): Standing => {
  const { raised, lowered } = before;
  if (lowered && isMoreCareful(kindOf(item, before), kind)) return { ...before, lowered: moreCareful(lowered, kind), overtaken: true };
  return { ...before, raised: raised ? moreCareful(raised, kind) : kind, lowered: null, overtaken: true };
};

type Answered = Extract<FindingEvent, { what: 'answered' }>;

const answeredBy = (before: Standing, { clearanceId, outcome, from, endsOn, scope, at }: Answered): Standing => {
  const asked = before.asked.filter((one) => one.clearanceId !== clearanceId);
  const isOpen = before.open.size > 0;
  const saysNothing = !isOpen || before.outdated.includes(clearanceId);
  if (saysNothing && outcome === 'cleared') return { ...before, asked };
  const clearance = { clearanceId, outcome, from, recordedAt: at, endsOn, scope };
  // Their word takes the place of a reason given before; their no opens again what was over.
  const answer = { ...before, asked, clearance, overtaken: false, lowered: null };
  return isOpen ? answer : { ...answer, since: at, open: new Map([[`clinician ${clearanceId}`, 'found']]) };
};

const step = (item: FindingItem, before: Standing, event: FindingEvent): Standing => {
  if (event.what === 'said') return saidSomething(item, before, event);
  if (event.what === 'answered') return answeredBy(before, event);
  if (before.open.size === 0)
    // What is over is not decided about.
    return event.what === 'asked' ? { ...before, outdated: [...before.outdated, event.clearanceId] } : before;
  switch (event.what) {
    case 'raised':
      return raisedTo(item, before, event.kind);
    case 'lowered':
      return { ...before, lowered: event.kind, areas: event.kind === 'modify' ? null : before.areas };
    case 'marked':
      return { ...before, areas: event.areas };
    case 'resolved':
      return over(before);
    case 'asked':
      return { ...before, asked: [...before.asked, { clearanceId: event.clearanceId, at: event.at, of: event.of }] };
  }
};

export const standingOf = (item: FindingItem, events: readonly FindingEvent[]): Standing =>
  events.reduce((before, event) => step(item, before, event), nothing);

/** Counts up to the day before `endsOn`. One without a last day does not count, nor one that allows no contact. */
export const clearanceCounts = (clearance: ClearanceStanding | null, today: CalendarDay): boolean =>
  clearance?.outcome === 'cleared' && clearance.endsOn !== null && clearance.endsOn > today && clearance.scope?.ceiling !== 0;

/** Whether a blank is as good as not sure: where a yes would keep hands off. */
const blocks = (kind: FindingKind, action: ActionCode): boolean => isMoreCareful(kind, 'local') || higherAction(action, 'P3') === action;

/**
 * What a finding asks for today. Not sure counts as yes; what was not answered counts so where it could block, else it is asked about
 * today (domain.md 2.5, 2). Marked places close, whatever its kind; what a clinician does not clear needs clearance, whatever its kind.
 */
const weightOf = (item: FindingItem, standing: Standing, cause: FindingCause): FindingWeight => {
  const { raised, lowered, areas } = standing;
  const kind = kindOf(item, standing);
  const decided = lowered ?? (isRefused(standing) ? moreCareful('clearance', kind) : kind);
  if (areas) return moreCareful('local', decided);
  const isUndecided = !raised && !lowered && !isRefused(standing);
  return isUndecided && !careful(cause) && !blocks(kind, item.action) ? 'ask-today' : decided;
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
  const cause = surest([...standing.open.values()]);
  const cleared = cause !== null && !standing.overtaken && clearanceCounts(standing.clearance, today);
  // An answer that counts makes it an adaptation within what it allows.
  const weight = cause === null || cleared ? 'modify' : weightOf(kept.item, standing, cause);
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
    cleared,
    clearanceAsked: standing.asked.at(-1) ?? null,
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

/** What the newest clearance allows. Its limits stay after its last day, and after it was overtaken: an answer that ended opens nothing. */
export const clearedScope = ({ clearance }: Pick<Finding, 'clearance'>): ClearanceScope | null =>
  clearance?.outcome === 'cleared' ? clearance.scope : null;

/** Places it keeps closed: those marked, save where a clearance that counts names them. */
export const closedPlaces = (finding: Finding): readonly string[] => {
  const named = finding.cleared ? (clearedScope(finding)?.areas ?? []) : [];
  return isOpen(finding) ? (finding.areas ?? []).filter((code) => !named.includes(code)) : [];
};

/** A blank that an answer would settle; not where a no was said and something was decided about it, or a clinician refused. */
export const isToAsk = ({ cause, saysNo, clearance }: Pick<Finding, 'cause' | 'saysNo' | 'clearance'>): boolean =>
  cause === 'not-answered' && saysNo === null && clearance?.outcome !== 'not-cleared';
