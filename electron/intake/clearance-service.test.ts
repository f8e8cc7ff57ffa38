import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { ClearanceScope } from '../../shared/finding.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { ready as readyToSign } from '../consent/consent.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { clearancesOf } from './clearance-repository.ts';
import { saidOf, standsOn } from './kept-findings.test-world.ts';

const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });
const notFound = (what: string) => ({ ok: false, error: { code: 'not-found', what } });
const okafor = {
  kind: 'person',
  name: 'Dr. Okafor',
  profession: '',
  organisation: '',
  phone: '',
  email: '',
  address: '',
  note: '',
} as const;
const scope: ClearanceScope = { areas: ['B-CALF-L'], ceiling: 2, minutes: 30, words: 'Side-lying' };

const ready = async (world?: TestWorld) => {
  const here = world ?? (await testWorld());
  const { id: clientId } = await here.ok('clients.create', clientDetails);
  const [findingId, otherId] = [await saidOf(here, clientId, 'bleeding-disorder'), await saidOf(here, clientId, 'arrhythmia')];
  const { id: contactId } = await here.ok('contacts.create', { ...okafor, anyway: true });
  const request: InputOf<'clearance.request'> = {
    clientId,
    findingIds: [findingId, otherId],
    contactId,
    of: 'Dr. Okafor',
    way: 'phone',
    question: 'May the legs be worked on?',
    askedOn: '2026-11-23',
  };
  return { world: here, clientId, findingId, otherId, contactId, request };
};

const reply = (clearanceId: string, more: Partial<InputOf<'clearance.record'>> = {}): InputOf<'clearance.record'> => ({
  clearanceId,
  receivedOn: '2026-11-24',
  from: 'Dr. Okafor',
  way: 'letter',
  outcome: 'cleared',
  scope,
  endsOn: '2027-02-01',
  words: 'Light work is fine',
  ...more,
});

const entriesOf = async (world: TestWorld) =>
  (await world.audit()).map(({ action, client_id, record_id }) => [action, client_id, record_id]);
const nothing = (world: TestWorld, clientId: string) =>
  clearancesOf(world.open.database, clientId).then((kept) => expect(kept).toEqual([]));

describe('a clinician who is asked', () => {
  test('stands with each finding, as it was asked, until they answer', async () => {
    const { world, clientId, findingId, otherId, request } = await ready();
    const asked = await world.ok('clearance.request', { ...request, findingIds: [findingId, otherId, findingId] });
    expect(asked).toEqual({
      ...request,
      id: asked.id,
      askedAt: '2026-11-24T15:58:00.000Z',
      askedBy: 'Hana Lindqvist',
      reply: null,
    });
    for (const id of [findingId, otherId])
      expect((await standsOn(world, id, '2026-11-24')).clearanceAsked).toEqual({
        clearanceId: asked.id,
        at: '2026-11-24T15:58:00.000Z',
        of: 'Dr. Okafor',
      });
    expect((await standsOn(world, findingId, '2026-11-24')).events).toHaveLength(2);
    expect((await entriesOf(world)).slice(-1)).toEqual([['clearance-requested', clientId, asked.id]]);
    expect(world.announced).toContain('health');
    world.later(1000);
    const second = await world.ok('clearance.request', { ...request, contactId: null, of: 'The clinic' });
    expect(await clearancesOf(world.open.database, clientId)).toEqual([second, asked]);
  });

  test('is asked about this client’s findings alone, by somebody there is, on a day that has come', async () => {
    const { world, clientId, findingId, request } = await ready();
    const { findingId: foreign } = await ready(world);
    const ask = (more: Partial<InputOf<'clearance.request'>>) => world.call('clearance.request', { ...request, ...more });
    expect(await ask({ findingIds: [findingId, foreign] })).toEqual(refused('findings-unknown', { findings: [foreign] }));
    expect(await ask({ askedOn: '2026-11-25' })).toEqual(refused('day-in-future'));
    expect(await ask({ contactId: world.open.newId() })).toEqual(notFound('contact'));
    expect(await ask({ clientId: world.open.newId() })).toEqual(notFound('client'));
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await ask({})).toEqual(refused('client-archived'));
    await nothing(world, clientId);
    expect((await standsOn(world, findingId, '2026-11-24')).events).toHaveLength(1);
  });

  test('is the one that was kept, once two contacts are one', async () => {
    const { world, clientId, contactId, request } = await ready();
    const asked = await world.ok('clearance.request', request);
    const kept = await world.ok('contacts.create', { ...okafor, anyway: true });
    await world.ok('contacts.merge', { keepId: kept.id, keepVersion: 1, goneId: contactId, goneVersion: 1, details: okafor });
    expect(await clearancesOf(world.open.database, clientId)).toEqual([{ ...asked, contactId: kept.id }]);
    expect(await world.call('clearance.request', request)).toEqual(refused('contact-merged', { contactId: kept.id }));
  });
});

describe('their answer', () => {
  test('allows what it says until its last day, of each finding it was asked about', async () => {
    const { world, clientId, findingId, otherId, request } = await ready();
    const { id } = await world.ok('clearance.request', request);
    world.later(60_000);
    const answered = await world.ok('clearance.record', reply(id));
    const { clearanceId: _, ...said } = reply(id);
    expect(answered.reply).toEqual({
      ...said,
      documentId: null,
      recordedAt: '2026-11-24T15:59:00.000Z',
      recordedBy: 'Hana Lindqvist',
    });
    expect(await clearancesOf(world.open.database, clientId)).toEqual([answered]);
    for (const finding of [findingId, otherId]) {
      expect(await standsOn(world, finding, '2027-01-31')).toMatchObject({
        cleared: true,
        weight: 'modify',
        clearanceAsked: null,
        clearance: { clearanceId: id, outcome: 'cleared', from: 'Dr. Okafor', endsOn: '2027-02-01', scope },
      });
      expect(await standsOn(world, finding, '2027-02-01')).toMatchObject({ cleared: false, weight: 'clearance' });
    }
    expect((await entriesOf(world)).slice(-1)).toEqual([['clearance-recorded', clientId, id]]);
    expect(world.announced).toEqual(expect.arrayContaining(['health', 'safety', 'maps']));
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('is kept once, and a second letter is a second request', async () => {
    const { world, findingId, request } = await ready();
    const { id } = await world.ok('clearance.request', request);
    await world.ok('clearance.record', reply(id, { outcome: 'not-cleared', scope: null, endsOn: null }));
    expect(await world.call('clearance.record', reply(id))).toEqual(refused('clearance-answered'));
    expect(await standsOn(world, findingId, '2026-11-24')).toMatchObject({ cleared: false, clearance: { outcome: 'not-cleared' } });
    const again = await world.ok('clearance.request', request);
    await world.ok('clearance.record', reply(again.id));
    expect(await standsOn(world, findingId, '2026-11-24')).toMatchObject({ cleared: true });
    expect(await world.call('clearance.record', reply(world.open.newId()))).toEqual(notFound('clearance'));
  });

  const invalid = (path: string, problem: string) => ({ ok: false, error: { code: 'invalid', issues: [{ path: [path], problem }] } });
  test.each<[string, Partial<InputOf<'clearance.record'>>, object]>([
    ['a last day more than two years after it came', { endsOn: '2028-11-25' }, refused('clearance-too-long')],
    ['no last day', { endsOn: null }, refused('clearance-needs-end')],
    ['a last day on which it came', { endsOn: '2026-11-24' }, refused('clearance-needs-end')],
    ['a no that allows something', { outcome: 'not-cleared' }, invalid('scope', 'wrong-kind')],
    ['a day to come', { receivedOn: '2026-11-25' }, refused('day-in-future')],
    ['a day before it was asked for', { receivedOn: '2026-11-22' }, invalid('receivedOn', 'too-early')],
    ['a place nobody knows', { scope: { ...scope, areas: ['B-CALF-L', 'B-WING-L'] } }, refused('areas-unknown', { areas: ['B-WING-L'] })],
  ])('with %s is not kept', async (_, more, error) => {
    const { world, findingId, request } = await ready();
    const { id } = await world.ok('clearance.request', request);
    expect(await world.call('clearance.record', reply(id, more))).toEqual(error);
    expect((await standsOn(world, findingId, '2026-11-24')).events).toHaveLength(2);
    await world.ok('clearance.record', reply(id, { receivedOn: '2026-11-23', endsOn: '2026-11-24' }));
  });

  test('counts for two years at the most', async () => {
    const { world, findingId, request } = await ready();
    const { id } = await world.ok('clearance.request', request);
    await world.ok('clearance.record', reply(id, { endsOn: '2028-11-24' }));
    expect(await standsOn(world, findingId, '2028-11-23')).toMatchObject({ cleared: true });
  });

  test.each([
    ['an emergency', 'chest-pain'],
    ['what is handed over the same day', 'heart-failure'],
    ['what takes no touch at all', 'fever'],
    ['what was raised to that', 'rash'],
  ])('by the client’s word about %s needs the paper, and their no does not', async (_, itemId) => {
    const { world, clientId, request } = await ready();
    const raise = { what: 'raise', kind: 'absolute', reason: '' } as const;
    const { finding } = await world.ok('health.add', { clientId, itemId });
    if (itemId === 'rash') await world.ok('health.resolve', { findingId: finding.id, version: finding.version, decision: raise });
    const { id } = await world.ok('clearance.request', { ...request, findingIds: [...request.findingIds, finding.id] });
    expect(await world.call('clearance.record', reply(id, { way: 'client' }))).toEqual(refused('clearance-needs-paper'));
    expect(await standsOn(world, finding.id, '2026-11-24')).toMatchObject({ cleared: false, clearance: null });
    await world.ok('clearance.record', reply(id, { way: 'client', outcome: 'not-cleared', scope: null, endsOn: null }));
    const again = await world.ok('clearance.request', { ...request, findingIds: [finding.id] });
    await world.ok('clearance.record', reply(again.id, { way: 'phone' }));
    const { id: other } = await world.ok('clearance.request', request);
    expect((await world.ok('clearance.record', reply(other, { way: 'client' }))).reply?.way).toBe('client');
  });

  test('that refuses brings back what asks for help, with a card to read; of a blank, or of what waits to be read, there is none', async () => {
    const { world, clientId, request } = await ready();
    const open = async () => (await world.ok('crisis.open', {})).crises.map(({ found }) => found.map(({ findingId }) => findingId));
    const read = async () => {
      for (const { id: crisisId, found } of (await world.ok('crisis.open', {})).crises)
        await world.ok('crisis.acknowledge', { crisisId, findingIds: found.map(({ findingId }) => findingId) });
    };
    const refuse = async (...findingIds: string[]) => {
      const { id } = await world.ok('clearance.request', { ...request, findingIds });
      await world.ok('clearance.record', reply(id, { outcome: 'not-cleared', scope: null, endsOn: null }));
    };
    const { finding: dvt } = await world.ok('health.add', { clientId, itemId: 'dvt' });
    const { finding: chest } = await world.ok('health.add', { clientId, itemId: 'chest-pain' });
    const blank = await saidOf(world, clientId, 'heart-failure', 'not-answered');
    await read();
    const { id } = await world.ok('clearance.request', { ...request, findingIds: [chest.id] });
    await world.ok('clearance.record', reply(id));
    await world.ok('health.resolve', { findingId: dvt.id, version: dvt.version, decision: { what: 'resolve', reason: 'Healed' } });
    world.announced.length = 0;
    await refuse(dvt.id, chest.id, blank);
    expect(await open()).toEqual([[dvt.id, chest.id]]);
    expect(world.announced).toContain('safety');
    await read();
    await refuse(dvt.id, chest.id, blank);
    expect(await open()).toEqual([]);
  });

  test('names a letter of this client and of nobody else', async () => {
    const { world, input, clientId: signer } = await readyToSign();
    const { documentId } = await world.ok('consent.sign', input);
    const { request, clientId } = await ready(world);
    const { id } = await world.ok('clearance.request', request);
    expect(await world.call('clearance.record', reply(id, { documentId }))).toEqual(notFound('document'));
    expect(await world.call('clearance.record', reply(id, { documentId: clientId }))).toEqual(notFound('document'));
    const own = { ...request, clientId: signer, findingIds: [await saidOf(world, signer, 'bleeding-disorder')] };
    const { id: ownId } = await world.ok('clearance.request', own);
    expect((await world.ok('clearance.record', reply(ownId, { documentId }))).reply?.documentId).toBe(documentId);
  });
});
