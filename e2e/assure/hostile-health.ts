import type { CallName, InputOf } from '../../shared/calls.ts';

/** What a nearly good input names. */
export type Ids = {
  readonly clientId: string;
  readonly documentId: string;
  readonly handoverId: string;
  readonly fillingId: string;
  readonly intakeId: string;
  readonly screenId: string;
  readonly findingId: string;
  readonly changeId: string;
  readonly medicineId: string;
  readonly clearanceId: string;
  readonly crisisId: string;
  readonly contactId: string;
  readonly otherContactId: string;
  readonly serviceId: string;
  readonly roomId: string;
  readonly practitionerId: string;
  readonly exceptionId: string;
  readonly appointmentId: string;
  readonly waitingId: string;
  readonly taskId: string;
  /** Somebody there were sessions with. */
  readonly guestId: string;
  readonly sessionId: string;
  readonly incidentId: string;
  readonly holdId: string;
  readonly releaseId: string;
  readonly letterId: string;
  readonly noteId: string;
};

/** Ids that are of nothing. */
export const idsOf = (id: string): Ids => ({
  clientId: id,
  documentId: id,
  handoverId: id,
  fillingId: id,
  intakeId: id,
  screenId: id,
  findingId: id,
  changeId: id,
  medicineId: id,
  clearanceId: id,
  crisisId: id,
  contactId: id,
  otherContactId: id,
  serviceId: id,
  roomId: id,
  practitionerId: id,
  exceptionId: id,
  appointmentId: id,
  waitingId: id,
  taskId: id,
  guestId: id,
  sessionId: id,
  incidentId: id,
  holdId: id,
  releaseId: id,
  letterId: id,
  noteId: id,
});

type HealthCall = Extract<
  CallName,
  | `health.${string}`
  | `medicines.${string}`
  | `suitability.${string}`
  | `clearance.${string}`
  | 'readiness.of'
  | `safety.${string}`
  | `crisis.${string}`
  | `contacts.${string}`
  | `careTeam.${string}`
>;

export const contact = {
  kind: 'person',
  name: 'Dr. x',
  profession: 'x',
  organisation: '',
  phone: '1',
  email: 'x@example.org',
  address: 'x',
  note: 'x',
} as const;

/** An input of each call about health, safety and the care team that would be taken. */
export const nearlyGoodHealth = (ids: Ids): { readonly [N in HealthCall]: InputOf<N> } => ({
  'health.content': {},
  'health.start': { clientId: ids.clientId },
  'health.save': { screenId: ids.screenId, revision: 0, answers: { dvt: 'no', varicose: 'yes' }, seen: ['heart'], from: 'practitioner' },
  'health.findings': { clientId: ids.clientId },
  'health.resolve': { findingId: ids.findingId, version: 1, decision: { what: 'mark', areas: ['B-CALF-L'] } },
  'health.add': { clientId: ids.clientId, itemId: 'fever', words: 'x' },
  'health.changed': { clientId: ids.clientId, changed: true, words: 'x' },
  'health.settle': { changeId: ids.changeId, words: 'x' },
  'medicines.match': {
    clientId: ids.clientId,
    id: ids.medicineId,
    version: 1,
    name: 'Warfarin',
    match: 'class',
    classId: 'anticoagulant',
    areas: null,
    takenUntil: '2026-12-31',
  },
  'suitability.save': { clientId: ids.clientId, questionId: 'g2', outcome: 'flag', words: 'x' },
  'clearance.request': {
    clientId: ids.clientId,
    findingIds: [ids.findingId],
    contactId: ids.contactId,
    of: 'x',
    way: 'phone',
    question: 'x',
    askedOn: '2026-11-24',
  },
  'clearance.record': {
    clearanceId: ids.clearanceId,
    receivedOn: '2026-11-25',
    from: 'x',
    way: 'letter',
    outcome: 'cleared',
    scope: { areas: ['B-CALF-L'], ceiling: 2, minutes: 20, words: 'x' },
    endsOn: '2027-01-31',
    documentId: ids.documentId,
  },
  'health.attention': {},
  'readiness.of': { clientId: ids.clientId },
  'safety.card': { clientId: ids.clientId },
  'safety.acknowledge': { clientId: ids.clientId, sha256: '0'.repeat(64) },
  'safety.paper': { clientId: ids.clientId },
  'crisis.settings': {},
  'crisis.set': {
    version: 0,
    numbers: { emergency: '911', crisis: '988', text: '988', note: '' },
    checkedOn: '2026-11-24',
    confirmed: true,
  },
  'crisis.open': {},
  'crisis.acknowledge': { crisisId: ids.crisisId, findingIds: [ids.findingId], words: 'x' },
  'contacts.create': contact,
  'contacts.update': { id: ids.contactId, version: 1, details: contact },
  'contacts.get': { id: ids.contactId },
  'contacts.search': { query: 'a' },
  'contacts.merge': { keepId: ids.contactId, keepVersion: 1, goneId: ids.otherContactId, goneVersion: 1, details: contact },
  'careTeam.set': { clientId: ids.clientId, contactId: ids.contactId, role: 'therapist' },
  'careTeam.of': { clientId: ids.clientId },
});
