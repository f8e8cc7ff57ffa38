import { expect, test } from 'vitest';
import { demoPassphrase } from '../../shared/vault.ts';
import { vaultWorld } from '../vault/vault.test-world.ts';
import { makeDemo } from './demo.ts';

const world = vaultWorld('demo');
const { ok, open } = world;

// As long as a whole practice takes on a busy machine.
test('the demo has people in every state a form can be in, made through the same door', { timeout: 60_000 }, async () => {
  // Years on from when it was written, too: nobody grows out of their part.
  const house = open('2031-03-30T10:00:00Z');
  await makeDemo(house.dispatch);
  expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'open', handedOver: false });

  const { clients } = await ok(house, 'clients.search', { query: '' });
  const stateOf = async (name: string, formId: string): Promise<readonly unknown[]> => {
    const clientId = clients.find((one) => one.chosenName === name)?.id ?? '';
    const state = (await ok(house, 'consent.ofClient', { clientId })).forms.find((one) => one.formId === formId);
    return [state?.state, state?.reason, state?.partsWithdrawn];
  };
  expect(await stateOf('Maya Rosario', 'informed-consent')).toEqual(['in-force', null, []]);
  expect(await stateOf('Maya Rosario', 'electronic-records')).toEqual(['in-force', null, []]);
  expect(await stateOf('Daniel Kowalczyk', 'release-of-information')).toEqual(['ends-soon', 'date', []]);
  expect(await stateOf('Daniel Kowalczyk', 'informed-consent')).toEqual(['in-force', null, ['clothing']]);
  expect(await stateOf('Søren Ægidius Thorvaldsen', 'informed-consent')).toEqual(['to-review', null, []]);
  expect(await stateOf('Juno Okafor', 'minor-consent')).toEqual(['in-force', null, []]);
  expect(await stateOf('Priya Sharma', 'informed-consent')).toEqual(['not-signed', null, []]);

  const sharing = await ok(house, 'releases.ofClient', { clientId: clients.find((one) => one.chosenName === 'Maya Rosario')?.id ?? '' });
  expect(sharing.releases.map((one) => [one.recipient.name, one.state, one.direction, one.endsOn, one.authority])).toEqual([
    ['Dr. Helen Park', 'active', 'both', '2031-08-31', ''],
  ]);
  const { attention } = await ok(house, 'consent.attention', {});
  expect(attention.map((one) => [one.chosenName, one.formState.formId, one.formState.state])).toEqual([
    ['Søren Ægidius Thorvaldsen', 'electronic-records', 'to-review'],
    ['Søren Ægidius Thorvaldsen', 'informed-consent', 'to-review'],
    ['Daniel Kowalczyk', 'release-of-information', 'ends-soon'],
  ]);
  const of = (name: string): string => clients.find((one) => one.chosenName === name)?.id ?? '';
  const maya = await ok(house, 'intake.ofClient', { clientId: of('Maya Rosario') });
  expect([maya.open, maya.newest?.reviewDue]).toEqual([null, '2032-03-30']);
  expect((await ok(house, 'clients.get', { id: of('Maya Rosario') })).stopRehearsedAt).not.toBeNull();
  expect((await ok(house, 'consentMap.get', { clientId: of('Maya Rosario') })).map?.areas['B-NECK']?.state).toBe('ask');
  const { attention: intakes } = await ok(house, 'intake.attention', {});
  expect(intakes.map((one) => [one.chosenName, one.kind])).toEqual([['Noor Abadi', 'open']]);
  const readinessOf = async (name: string): Promise<readonly string[]> => {
    const { state, reasons } = await ok(house, 'readiness.of', { clientId: of(name) });
    return [state, ...reasons.map(({ code }) => code)];
  };
  expect(await readinessOf('Maya Rosario')).toEqual(['ready']);
  expect(await readinessOf('Daniel Kowalczyk')).toEqual(['needs-clearance', 'clearance', 'modify']);
  expect(await readinessOf('Nguyễn Thị Ánh')).toEqual(['ready-with-limits', 'local', 'modify', 'medicine-cap']);
  const { card } = await ok(house, 'safety.card', { clientId: of('Daniel Kowalczyk') });
  expect(card.clearancesAsked.map((one) => [one.of, one.day])).toEqual([['Dr. R. Haddad', '2031-03-30']]);
  expect((await ok(house, 'careTeam.of', { clientId: of('Daniel Kowalczyk') })).members.map((one) => one.contact.name).sort()).toEqual([
    'Dr. R. Haddad',
    'Dr. S. Okafor',
  ]);
  const { waiting } = await ok(house, 'notes.unsigned', {});
  expect(waiting.map((one) => [one.chosenName, one.on])).toEqual([['Ellis Warner', '2031-03-28']]);
  expect((await ok(house, 'notes.ofClient', { clientId: of('Maya Rosario') })).notes.map((one) => [one.on, one.state])).toEqual([
    ['2031-03-23', 'signed'],
  ]);
  // Nobody has called the numbers of a place that is invented.
  expect([(await ok(house, 'crisis.settings', {})).saved, (await ok(house, 'crisis.open', {})).crises]).toEqual([null, []]);
  const { facts } = await ok(house, 'profile.formFacts', {});
  expect(facts.filter((fact) => fact.words === '')).toEqual([]);
  const { appointments, next } = await ok(house, 'today.get', {});
  expect(appointments.map(({ time, chosenName, status }) => [time, chosenName, status])).toEqual([
    ['09:00', 'Maya Rosario', 'booked'],
    ['10:00', 'Søren Ægidius Thorvaldsen', 'booked'],
    ['11:00', 'Noor Abadi', 'booked'],
    ['13:00', 'Łucja Żak', 'confirmed'],
    ['13:30', 'Daniel Kowalczyk', 'confirmed'],
    ['15:00', 'Priya Sharma', 'booked'],
    ['16:30', 'Ellis Warner', 'confirmed'],
  ]);
  expect([next?.day, next?.appointments.length]).toEqual(['2031-03-31', 3]);
  const { freed } = await ok(house, 'waitlist.freed', {});
  expect(freed.map(({ day, time, waiting }) => [day, time, waiting])).toEqual([['2031-04-01', '15:00', 2]]);
  expect((await ok(house, 'tasks.list', {})).tasks.map(({ title }) => title)).toEqual([
    'Ask the landlord about the heating',
    'Order linen',
    'Check in with Dr. Okafor',
  ]);
  await house.vault.close();
  await ok(open('2031-03-30T11:00:00Z'), 'vault.unlock', { passphrase: demoPassphrase });
});
