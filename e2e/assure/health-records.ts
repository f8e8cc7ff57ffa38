import { type Headless, okOf } from './headless-process.ts';
import { contact, type Ids } from './hostile-health.ts';

type Caller = Pick<Headless, 'call'>;
type HealthIds = Pick<
  Ids,
  'screenId' | 'findingId' | 'changeId' | 'medicineId' | 'clearanceId' | 'crisisId' | 'contactId' | 'otherContactId'
>;

/** Everything a client's health can hold once, each text of it from `word`: a screen that is open, a finding decided about, a crisis card that waits, a clinician asked. */
export const keepHealth = async (vault: Caller, clientId: string, word: () => string): Promise<HealthIds> => {
  const numbers = { emergency: word(), crisis: word(), text: word(), note: word() };
  const { version } = await okOf(vault.call('crisis.settings', {}));
  await okOf(vault.call('crisis.set', { version, numbers, checkedOn: '2026-11-20', confirmed: true }));
  const { id: screenId, revision } = await okOf(vault.call('health.start', { clientId }));
  const answers = { varicose: 'yes', dvt: 'no', 'chest-pain': 'not_sure' } as const;
  const { crisisId } = await okOf(vault.call('health.save', { screenId, revision, answers, seen: ['blood'], from: 'practitioner' }));
  const { finding } = await okOf(vault.call('health.add', { clientId, itemId: 'rash', words: word() }));
  const [findingId, decided] = [finding.id, { what: 'lower', kind: 'modify', reason: word() } as const];
  await okOf(vault.call('health.resolve', { findingId, version: finding.version, decision: decided }));
  const told = { clientId, changed: true } as const;
  const settled = await okOf(vault.call('health.changed', { ...told, words: word() }));
  await okOf(vault.call('health.settle', { changeId: settled.id, words: word() }));
  const { id: changeId } = await okOf(vault.call('health.changed', { ...told, words: word() }));
  const medicine = { clientId, id: null, version: 0, match: 'not-yet', classId: null, areas: null } as const;
  const { id: medicineId } = await okOf(vault.call('medicines.match', { ...medicine, name: word(), note: word() }));
  await okOf(vault.call('suitability.save', { clientId, questionId: 'g2', outcome: 'flag', words: word() }));
  const someone = () => ({ ...contact, name: word(), profession: word(), phone: word(), address: word(), note: word(), anyway: true });
  const { id: contactId } = await okOf(vault.call('contacts.create', { ...someone(), email: `${word()}@example.org` }));
  const { id: otherContactId } = await okOf(vault.call('contacts.create', { ...someone(), organisation: word() }));
  await okOf(vault.call('careTeam.set', { clientId, contactId, role: 'therapist', note: word() }));
  const asked = { clientId, findingIds: [findingId], contactId, way: 'phone' as const, askedOn: '2026-11-20' };
  const { id: answered } = await okOf(vault.call('clearance.request', { ...asked, of: word(), question: word() }));
  const scope = { areas: null, ceiling: 2, minutes: 20, words: word() } as const;
  const reply = { receivedOn: '2026-11-21', way: 'letter', outcome: 'cleared', endsOn: '2027-02-01' } as const;
  await okOf(vault.call('clearance.record', { ...reply, clearanceId: answered, from: word(), scope, words: word() }));
  const { id: clearanceId } = await okOf(vault.call('clearance.request', { ...asked, of: word() }));
  if (!crisisId) throw new Error('chest pain opened no crisis card');
  return { screenId, findingId, changeId, medicineId, clearanceId, crisisId, contactId, otherContactId };
};
