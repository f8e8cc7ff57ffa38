import { inForce, today } from './allowed.test-world.ts';
import type { ContactLevel } from './body-areas.ts';
import type { ActionCode, ClearanceScope, Finding, FindingEvent, FindingItem, FindingKind } from './finding.ts';
import { findingOn } from './finding-rules.ts';
import type { Medicine, MedicineClass } from './medicines.ts';
import type { ReadinessFacts, TakenMedicine } from './readiness-rule.ts';

const usual: Readonly<Record<FindingKind, ActionCode>> = { emergency: 'P5', absolute: 'P3', clearance: 'P3', local: 'P1', modify: 'P1' };

export const item = (kind: FindingKind, more: Partial<FindingItem> = {}): FindingItem => ({
  id: more.condition ?? kind,
  condition: kind,
  kind,
  alsoKinds: [],
  action: usual[kind],
  do: '',
  adaptation: '',
  revisit: '',
  referTo: 'somebody',
  suggestedAreas: [],
  ceiling: null,
  private: false,
  ...more,
});

const at = '2026-11-20T09:00:00.000Z';
const common = { at, by: 'a practitioner' };
type Said = Extract<FindingEvent, { what: 'said' }>;

export const said = (answer: Said['answer'], sourceId: string | null = 'first', more: Partial<Said> = {}): FindingEvent => ({
  what: 'said',
  ...common,
  answer,
  source: 'health-screen',
  sourceId,
  words: '',
  ...more,
});
export const raised = (kind: FindingKind): FindingEvent => ({ what: 'raised', ...common, kind, reason: '' });
export const lowered = (kind: FindingKind): FindingEvent => ({ what: 'lowered', ...common, kind, reason: 'healed' });
export const marked = (...areas: string[]): FindingEvent => ({ what: 'marked', ...common, areas, reason: '' });
export const resolved: FindingEvent = { what: 'resolved', ...common, reason: 'typed by mistake' };
export const asked = (clearanceId: string, of = clearanceId): FindingEvent => ({ what: 'asked', ...common, clearanceId, of });
export const scope = (areas: string[] | null, ceiling: ContactLevel | null = null): ClearanceScope => ({
  areas,
  ceiling,
  minutes: null,
  words: '',
});
export const cleared = (endsOn: string | null = '2026-12-24', of: ClearanceScope | null = null, clearanceId = 'letter'): FindingEvent => ({
  what: 'answered',
  ...common,
  clearanceId,
  outcome: 'cleared',
  from: 'a doctor',
  endsOn,
  scope: of,
});
export const notCleared: FindingEvent = {
  what: 'answered',
  ...common,
  clearanceId: 'refusal',
  outcome: 'not-cleared',
  from: 'a doctor',
  endsOn: null,
  scope: null,
};

export const findingFrom = (of: FindingItem, events: readonly FindingEvent[], on = today): Finding =>
  findingOn({ id: of.id, clientId: 'a client', item: of, known: true, madeAt: at, events }, on);

/** `yes clearance P3`, then what else there is to tell. */
export const told = (of: FindingItem, events: readonly FindingEvent[], on = today): string => {
  const { cause, weight, action, cleared: isCleared, saysNo, areas, clearance } = findingFrom(of, events, on);
  if (cause === null) return 'over';
  const more = [
    ...(isCleared ? ['cleared'] : clearance ? [clearance.outcome === 'cleared' ? 'not cleared any more' : 'refused'] : []),
    ...(saysNo ? ['says no'] : []),
    ...(areas ? [areas.join('+')] : []),
  ];
  return [cause, weight, action, ...more].join(' ');
};

export const medicineClass = (ceiling: ContactLevel, more: Partial<MedicineClass> = {}): MedicineClass => ({
  id: 'a class',
  label: 'A class',
  examples: [],
  caution: '',
  ask: '',
  urgentIf: '',
  ceiling,
  scope: 'whole_body',
  ...more,
});

export const taken = (of: MedicineClass | null, more: Partial<Medicine> = {}): TakenMedicine => ({
  of,
  medicine: {
    id: 'a medicine',
    clientId: 'a client',
    name: 'a medicine',
    match: of ? 'class' : 'none',
    classId: of?.id ?? null,
    areas: null,
    note: '',
    takenUntil: null,
    at,
    by: 'a practitioner',
    version: 1,
    ...more,
  },
});

/** Nothing stands in the way of touch. */
export const ready: ReadinessFacts = {
  today,
  findings: [],
  medicines: [],
  holds: [],
  merged: [],
  underAge: false,
  guardian: null,
  decisionMaker: { needed: false, standing: null },
  consent: inForce(),
  told: { unlisted: [], declined: false },
  intakeReviewed: true,
  screen: 'done',
  change: null,
};
