import { describe, expect, test } from 'vitest';
import { factsFilled } from '../consent/consent.test-world.ts';
import { consented, day, guarded } from '../consent/map.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { reviewed } from './gone-through.test-world.ts';
import { foundAbout, screened } from './health.test-world.ts';

const someone = async (birthDate: string = clientDetails.birthDate) => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, birthDate });
  /** `ready-with-limits: local, modify` */
  const told = async (): Promise<string> => {
    const { state, reasons } = await world.ok('readiness.of', { clientId });
    return [state, ...(reasons.length > 0 ? [[...new Set(reasons.map(({ code }) => code))].join(', ')] : [])].join(': ');
  };
  return { world, clientId, told };
};

const ready = async () => {
  const made = await someone();
  await reviewed(made.world, made.clientId);
  await consented(made.world, made.clientId);
  await screened(made.world, made.clientId);
  return made;
};

const takes = (world: TestWorld, clientId: string, more: object = {}) =>
  world.ok('medicines.match', {
    clientId,
    id: null,
    version: 0,
    name: 'apixaban',
    match: 'class',
    classId: 'anticoagulant',
    areas: null,
    ...more,
  });

describe('readiness', () => {
  test('waits for the intake, the health questions and the consent, each told while it is missing', async () => {
    const { world, clientId, told } = await someone();
    expect(await told()).toBe('waiting: no-health-screen, no-intake, no-consent');
    await reviewed(world, clientId);
    expect(await told()).toBe('waiting: no-health-screen, no-consent');
    await consented(world, clientId);
    expect(await told()).toBe('waiting: no-health-screen');
    await world.ok('health.start', { clientId });
    expect(await told()).toBe('waiting: health-screen-open');
    await screened(world, clientId);
    expect(await told()).toBe('ready');
    expect(await world.audit()).toContainEqual(expect.objectContaining({ action: 'readiness-opened', client_id: clientId }));
    expect(await world.ok('readiness.of', { clientId })).toEqual({ clientId, today: '2026-11-24', state: 'ready', reasons: [] });
  });

  test('is that of the most careful thing found, with every reason', async () => {
    const { world, clientId, told } = await ready();
    const add = (itemId: string) => world.ok('health.add', { clientId, itemId });
    await add('diabetes');
    expect(await told()).toBe('ready-with-limits: modify');
    await add('hernia');
    expect(await told()).toBe('needs-clearance: places-to-mark, modify');
    await add('major-surgery');
    expect(await told()).toBe('needs-clearance: clearance, places-to-mark, modify');
    await add('contagious');
    expect(await told()).toBe('not-now: absolute, clearance, places-to-mark, modify');
    const { reasons } = await world.ok('readiness.of', { clientId });
    const surgery = await foundAbout(world, clientId, 'major-surgery');
    expect(reasons.find(({ code }) => code === 'clearance')).toMatchObject({ about: surgery?.item.condition, findingId: surgery?.id });
  });

  test('goes by the answer of a clinician until its last day, and by a letter that says no', async () => {
    const { world, clientId, told } = await ready();
    const { finding } = await world.ok('health.add', { clientId, itemId: 'major-surgery' });
    const request = async (askedOn: string): Promise<string> => {
      const asked = { clientId, findingIds: [finding.id], contactId: null, of: 'Dr. Okafor', askedOn };
      return (await world.ok('clearance.request', { ...asked, way: 'letter' })).id;
    };
    const answer = { receivedOn: '2026-11-24', from: 'Dr. Okafor', way: 'letter', words: '' } as const;
    const id = await request('2026-11-24');
    expect(await told()).toBe('needs-clearance: clearance');
    await world.ok('clearance.record', { ...answer, clearanceId: id, outcome: 'cleared', scope: null, endsOn: '2026-12-01' });
    expect(await told()).toBe('ready-with-limits: cleared');
    world.later(7 * day);
    expect(await told()).toBe('needs-clearance: clearance');
    const again = await request('2026-11-30');
    const refused = { ...answer, receivedOn: '2026-12-01', clearanceId: again, outcome: 'not-cleared', scope: null, endsOn: null } as const;
    await world.ok('clearance.record', refused);
    expect(await told()).toBe('needs-clearance: clearance');
  });

  test('waits for a change that was spoken of, and goes on once it was gone through', async () => {
    const { world, clientId, told } = await ready();
    await world.ok('health.changed', { clientId, changed: false });
    expect(await told()).toBe('ready');
    const { id: changeId } = await world.ok('health.changed', { clientId, changed: true, words: 'New tablets' });
    expect(await told()).toBe('waiting: change-open');
    await world.ok('health.settle', { changeId, words: 'Written into the list' });
    expect(await told()).toBe('ready');
  });

  test('is limited by a medicine while it is taken', async () => {
    const { world, clientId, told } = await ready();
    const { id, version } = await takes(world, clientId);
    expect(await told()).toBe('ready-with-limits: medicine-cap');
    await takes(world, clientId, { id, version, takenUntil: '2026-11-24' });
    expect(await told()).toBe('ready-with-limits: medicine-cap');
    world.later(day);
    expect(await told()).toBe('ready');
  });

  test('is for nobody under age without a guardian, by the same look as what is allowed', async () => {
    const { world, clientId, told } = await someone('2012-05-01');
    await factsFilled(world);
    await reviewed(world, clientId);
    await consented(world, clientId);
    await screened(world, clientId);
    expect(await told()).toBe('not-now: guardian-missing');
    await guarded(world, clientId);
    expect(await told()).toBe('ready');
  });

  test('is told to clinical roles alone, of a client there is', async () => {
    const { world, clientId } = await someone();
    expect(await world.as('front-desk')('readiness.of', { clientId })).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await world.call('readiness.of', { clientId: world.open.newId() })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
