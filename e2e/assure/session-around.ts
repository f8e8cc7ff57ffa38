import type { ContactLevel } from '../../shared/body-areas.ts';
import type { Chance } from './chance.ts';
import { markable } from './session-chance.ts';
import { type Mark, mapNow, openSat, type Place, today } from './session-place.ts';
import { kindOf } from './session-signs.ts';

/** What changes around a session, also in the middle of it: marks, forms, findings, medicines, the signal. Each tells the model what was accepted. */

type Change = (chance: Chance, place: Place) => Promise<string>;

const someMark = (chance: Chance): Mark => ({
  state: chance.pick(['yes', 'yes', 'ask', 'no'] as const),
  ceiling: chance.pick<ContactLevel>([1, 2, 3, 4, 4]),
});

export const marksAnew: Change = async (chance, place) => {
  const areas = Object.fromEntries(markable.flatMap((area): [string, Mark][] => (chance.below(8) ? [[area, someMark(chance)]] : [])));
  const ceiling = chance.pick<ContactLevel>([1, 2, 3, 3, 4]);
  const reply = await place.world.call('consentMap.set', { clientId: place.clientId, basedOn: place.map.id, ceiling, areas });
  if (!reply.ok) return `map not set: ${JSON.stringify(reply.error)}`;
  place.map = { id: reply.value.id, ceiling, areas };
  return `map ${ceiling} ${JSON.stringify(areas)}`;
};

const withdrawn: Change = async (chance, place) => {
  const area = chance.pick(markable);
  const reply = await place.world.call('consentMap.withdraw', { clientId: place.clientId, areas: [area], words: 'Not there' });
  if (!reply.ok) return 'was out already';
  place.map = { ...place.map, id: reply.value.id, areas: { ...place.map.areas, [area]: { state: 'no', ceiling: 0 } } };
  return `withdrawn ${area}`;
};

const consentWithdrawn: Change = async (_, place) => {
  if (!place.consent) return 'no consent to withdraw';
  await place.world.ok('consent.withdraw', { consentId: place.consent.id, by: 'client', parts: [], words: 'No more' });
  place.consent = null;
  place.map = await mapNow(place);
  return 'consent withdrawn';
};

const found: Change = async (chance, place) => {
  const itemId = chance.pick(['varicose', 'varicose', 'varicose', 'hernia', 'diabetes', 'major-surgery', 'contagious']);
  const { finding } = await place.world.ok('health.add', { clientId: place.clientId, itemId });
  const known = place.findings.find(({ id }) => id === finding.id);
  if (known) known.version = finding.version;
  else place.findings.push({ id: finding.id, version: finding.version, itemId, areas: [] });
  if (kindOf(itemId) !== 'local' || chance.below(8) === 0) return `found ${itemId}`;
  const areas = [chance.pick(markable)];
  const decision = { what: 'mark' as const, areas, reason: 'Seen there' };
  const reply = await place.world.call('health.resolve', { findingId: finding.id, version: finding.version, decision });
  if (!reply.ok) return `not marked ${JSON.stringify(reply.error)}`;
  place.findings = place.findings.map((one) => (one.id === finding.id ? { ...one, version: reply.value.finding.version, areas } : one));
  return `found ${itemId} at ${areas}`;
};

const resolved: Change = async (_, place) => {
  for (const { id, version } of place.findings)
    await place.world.ok('health.resolve', { findingId: id, version, decision: { what: 'resolve', reason: 'It is over' } });
  place.findings = [];
  return 'findings resolved';
};

const medicine: Change = async (chance, place) => {
  const classId = chance.pick(['chemo', 'opioid', 'opioid', 'insulin', 'steroid-injection']);
  const areas = classId === 'steroid-injection' && chance.below(5) ? [chance.pick(markable)] : null;
  const asked = { clientId: place.clientId, id: null, version: 0, name: `Of ${classId}`, match: 'class' as const, classId, areas };
  const { id, version } = await place.world.ok('medicines.match', asked);
  place.medicines.push({ id, version, classId, areas });
  return `takes ${classId} ${areas ?? ''}`;
};

const medicinesOver: Change = async (_, place) => {
  for (const { id, version, classId } of place.medicines)
    await place.world.ok('medicines.match', {
      clientId: place.clientId,
      id,
      version,
      name: `Of ${classId}`,
      match: 'none',
      classId: null,
      areas: null,
    });
  place.medicines = [];
  return 'medicines looked at anew';
};

const signalSet: Change = async (chance, place) => {
  const signal = { word: chance.pick(['amber', 'river', 'clay', 'stone']), gesture: 'a lifted hand' };
  const reply = await place.world.call('stopSignal.set', { clientId: place.clientId, version: place.clientVersion, ...signal });
  if (!reply.ok) return `signal not set: ${JSON.stringify(reply.error)}`;
  place.clientVersion = reply.value.version;
  place.signal = signal;
  return `signal ${signal.word}`;
};

const settled: Change = async (_, place) => {
  if (!place.change) return 'nothing changed';
  await place.world.ok('health.settle', { changeId: place.change, words: 'Talked about' });
  const { changes } = await place.world.ok('health.findings', { clientId: place.clientId });
  place.change = changes.find(({ changed, settledAt }) => changed && settledAt === null)?.id ?? null;
  return 'health change gone through';
};

const overridden: Change = async (_, place) => {
  if (openSat(place)) return 'a session is open';
  for (const holdId of place.holds) await place.world.ok('holds.override', { holdId, reason: 'Talked about with the clinician' });
  place.holds = [];
  return 'holds overridden';
};

/** Nobody begins a second session while one is open, for another client neither. */
export const startOther = async (place: Place): Promise<readonly string[]> => {
  const asked = { clientId: place.otherId, appointmentId: null, plannedMinutes: 60, talkOnly: true };
  return (await place.world.call('sessions.start', asked)).ok ? ['a second session began'] : [];
};

const changes: readonly (readonly [times: number, change: Change])[] = [
  [4, marksAnew],
  [4, withdrawn],
  [1, consentWithdrawn],
  [4, found],
  [3, resolved],
  [4, medicine],
  [2, medicinesOver],
  [5, signalSet],
  [3, settled],
];
const bag = changes.flatMap(([times, change]) => Array.from({ length: times }, () => change));

export const someChange = (chance: Chance, place: Place): Promise<string> => chance.pick(bag)(chance, place);

/** What findings, medicines and a change in health leave to be seen to. */
export const seenTo = async (chance: Chance, place: Place): Promise<string> =>
  [await resolved(chance, place), await medicinesOver(chance, place), await settled(chance, place)].join(', ');

export const hasMarks = ({ map }: Place): boolean => markable.filter((area) => map.areas[area]?.state === 'yes').length > 1;

/** What is in the way of a session is seen to, so that there is a next one. */
export const clearTheWay = async (chance: Chance, place: Place): Promise<string> => {
  const done = [await seenTo(chance, place), await overridden(chance, place)];
  if (!hasMarks(place)) done.push(await marksAnew(chance, place));
  return `${done.join(', ')} on ${today(place)}`;
};
