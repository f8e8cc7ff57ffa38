import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Finding } from '../../shared/finding.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { foundAbout, type HealthAnswers, screened } from './health.test-world.ts';

type Decision = InputOf<'health.resolve'>['decision'];
const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });

const withFound = async (answers: HealthAnswers) => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  await screened(world, clientId, answers);
  const found = async (itemId: string): Promise<Finding> => {
    const finding = await foundAbout(world, clientId, itemId);
    if (!finding) throw new Error(`nothing was found about ${itemId}`);
    return finding;
  };
  const decide = async (itemId: string, decision: Decision) => {
    const { id: findingId, version } = await found(itemId);
    return world.call('health.resolve', { findingId, version, decision });
  };
  return { world, clientId, found, decide };
};

const actionsSince = async (world: TestWorld, since: number): Promise<readonly string[]> =>
  (await world.audit()).slice(since).map(({ action }) => action);

describe('a decision about a finding', () => {
  test('raises freely, lowers and resolves with a reason, marks places; each is kept, with who and when, and one entry', async () => {
    const { world, found, decide } = await withFound({ rash: 'yes' });
    const by = world.open.actor.id;
    const steps: readonly (readonly [Decision, string])[] = [
      [{ what: 'mark', areas: ['B-NECK', 'B-TRAP-L', 'B-NECK'] }, 'yes local'],
      [{ what: 'raise', kind: 'absolute', reason: '' }, 'yes absolute'],
      [{ what: 'lower', kind: 'clearance', reason: 'Looked at it together' }, 'yes clearance'],
      [{ what: 'resolve', reason: 'Healed' }, 'null modify'],
    ];
    for (const [decision, stands] of steps) {
      world.later(60_000);
      const before = (await world.audit()).length;
      const reply = await decide('rash', decision);
      expect(reply).toMatchObject({ ok: true, value: { crisisId: null } });
      expect(await actionsSince(world, before)).toEqual(['health-opened', 'finding-changed']);
      const { cause, weight } = await found('rash');
      expect(`${cause} ${weight}`).toBe(stands);
      if (reply.ok) expect(reply.value.finding).toEqual(await found('rash'));
    }
    expect((await found('rash')).events.slice(1)).toEqual([
      { what: 'marked', at: '2026-11-24T15:59:00.000Z', by, areas: ['B-NECK', 'B-TRAP-L'], reason: '' },
      { what: 'raised', at: '2026-11-24T16:00:00.000Z', by, kind: 'absolute', reason: '' },
      { what: 'lowered', at: '2026-11-24T16:01:00.000Z', by, kind: 'clearance', reason: 'Looked at it together' },
      { what: 'resolved', at: '2026-11-24T16:02:00.000Z', by, reason: 'Healed' },
    ]);
  });

  test('is refused where it is none: not higher, not lower, places that do not exist, what is over, what was answered, no reason', async () => {
    const { world, decide, found } = await withFound({ rash: 'yes', diabetes: 'declined', fever: 'yes' });
    const cases: readonly (readonly [string, Decision, object])[] = [
      ['fever', { what: 'raise', kind: 'absolute', reason: '' }, refused('kind-not-higher')],
      ['fever', { what: 'raise', kind: 'modify', reason: '' }, refused('kind-not-higher')],
      ['fever', { what: 'lower', kind: 'absolute', reason: 'x' }, refused('kind-not-lower')],
      ['fever', { what: 'lower', kind: 'emergency', reason: 'x' }, refused('kind-not-lower')],
      // A question to ask today is the least there is.
      ['diabetes', { what: 'lower', kind: 'modify', reason: 'x' }, refused('kind-not-lower')],
      ['rash', { what: 'mark', areas: ['B-NECK', 'B-TAIL'] }, refused('areas-unknown', { areas: ['B-TAIL'] })],
      ['rash', { what: 'answer', answer: 'no' }, refused('finding-answered')],
    ];
    for (const [itemId, decision, refusal] of cases) {
      const before = await found(itemId);
      expect([decision, await decide(itemId, decision)]).toEqual([decision, refusal]);
      expect(await found(itemId)).toEqual(before);
    }
    for (const reason of ['', ' \u200b '])
      for (const decision of [
        { what: 'resolve', reason },
        { what: 'lower', kind: 'local', reason },
      ] as const)
        expect(await decide('fever', decision)).toMatchObject({
          error: { code: 'invalid', issues: [{ path: ['decision', 'reason'], problem: 'required' }] },
        });
    await decide('rash', { what: 'resolve', reason: 'Typed by mistake' });
    for (const decision of [
      { what: 'resolve', reason: 'x' },
      { what: 'raise', kind: 'absolute' },
      { what: 'mark', areas: ['B-NECK'] },
    ] as const)
      expect(await decide('rash', decision as Decision)).toEqual(refused('finding-over'));
    expect(world.incidents).toEqual([]);
  });

  test('takes a marked place off its list with a reason alone', async () => {
    const { found, decide } = await withFound({ rash: 'yes' });
    const mark = (areas: string[], reason?: string) => decide('rash', { what: 'mark', areas, reason });
    await mark(['B-TRAP-L', 'B-TRAP-R']);
    const before = await found('rash');
    for (const reason of [undefined, '', ' \u200b '])
      expect(await mark(['B-TRAP-L', 'F-SCALP'], reason)).toEqual(refused('places-need-reason', { areas: ['B-TRAP-R'] }));
    expect(await found('rash')).toEqual(before);
    expect(await mark(['F-SCALP', 'B-TRAP-R', 'B-TRAP-L'])).toMatchObject({ ok: true });
    expect(await mark(['F-SCALP'], 'Healed at the shoulders')).toMatchObject({ ok: true });
    const { areas, events } = await found('rash');
    expect([areas, events.at(-1)]).toMatchObject([['F-SCALP'], { what: 'marked', reason: 'Healed at the shoulders' }]);
  });

  test('made about an older state is shown the finding as it stands, and decides nothing', async () => {
    const { world, found, decide } = await withFound({ rash: 'yes' });
    const { id: findingId, version } = await found('rash');
    await decide('rash', { what: 'raise', kind: 'clearance', reason: '' });
    const now = await found('rash');
    const before = (await world.audit()).length;
    const resolve = { findingId, version, decision: { what: 'resolve', reason: 'Healed' } } as const;
    expect(await world.call('health.resolve', resolve)).toEqual({ ok: false, error: { code: 'conflict', current: now } });
    expect(await actionsSince(world, before)).toEqual(['health-opened']);
    expect(await found('rash')).toEqual(now);
    const both = await Promise.all([1, 2].map(() => world.call('health.resolve', { ...resolve, version: now.version })));
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  });

  test('of nobody whose record is closed, and of nothing that was never found', async () => {
    const { world, clientId, found, decide } = await withFound({ rash: 'yes' });
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    const before = await found('rash');
    expect(await decide('rash', { what: 'resolve', reason: 'Healed' })).toEqual(refused('client-archived'));
    expect(await world.call('health.add', { clientId, itemId: 'fever' })).toEqual(refused('client-archived'));
    expect(await found('rash')).toEqual(before);
    const nothing = { findingId: '01890000-0000-7000-8000-000000000009', version: 1, decision: { what: 'resolve', reason: 'x' } } as const;
    expect(await world.call('health.resolve', nothing)).toEqual({ ok: false, error: { code: 'not-found', what: 'finding' } });
  });

  test('is kept with its entry, or neither is', async () => {
    const { world, found, decide } = await withFound({ rash: 'yes' });
    const before = await found('rash');
    for (const table of ['finding_events', 'finding_standings', 'audit']) {
      await refuseRows(world.open.database, table);
      const reply = await world.call('health.resolve', {
        findingId: before.id,
        version: before.version,
        decision: { what: 'raise', kind: 'absolute', reason: '' },
      });
      expect([table, reply.ok]).toEqual([table, false]);
      await allowRows(world.open.database);
      expect(await found('rash')).toEqual(before);
    }
    expect(await decide('rash', { what: 'resolve', reason: 'Healed' })).toMatchObject({ ok: true });
    await expect(world.open.database.updateTable('finding_events').set({ by: 'x' }).execute()).rejects.toThrow('events are immutable');
  });
});

describe('what was not answered', () => {
  test.each([
    ['no', null, 'modify'],
    ['yes', 'yes', 'absolute'],
    ['not_sure', 'not-sure', 'absolute'],
  ] as const)('is asked again in person: %s', async (answer, cause, weight) => {
    const { found, decide } = await withFound({ fever: 'declined' });
    expect(await found('fever')).toMatchObject({ cause: 'not-answered', weight: 'absolute' });
    expect(await decide('fever', { what: 'answer', answer })).toMatchObject({ ok: true, value: { crisisId: null } });
    expect(await found('fever')).toMatchObject({ cause, weight });
    expect((await found('fever')).events.at(-1)).toMatchObject({ what: 'said', source: 'practitioner' });
  });

  test('is settled by a no in person as often as it is left open anew', async () => {
    const { world, clientId, found, decide } = await withFound({ fever: 'declined' });
    await decide('fever', { what: 'answer', answer: 'no' });
    await screened(world, clientId, { fever: 'declined' });
    expect((await found('fever')).cause).toBe('not-answered');
    expect(await decide('fever', { what: 'answer', answer: 'no' })).toMatchObject({ ok: true });
    expect((await found('fever')).cause).toBeNull();
  });

  test('opens the card where the answer calls for help at once, and not where it is no', async () => {
    const { world, clientId, decide } = await withFound({ 'chest-pain': 'declined', 'pe-signs': 'declined' });
    expect(await decide('pe-signs', { what: 'answer', answer: 'no' })).toMatchObject({ value: { crisisId: null } });
    expect((await world.ok('crisis.open', {})).crises).toEqual([]);
    const reply = await decide('chest-pain', { what: 'answer', answer: 'not_sure' });
    const { crises } = await world.ok('crisis.open', {});
    expect(crises).toMatchObject([{ clientId, action: 'P5', found: [{ cause: 'not-sure' }] }]);
    expect(reply).toMatchObject({ value: { crisisId: crises[0]?.id } });
  });
});

describe('what the practitioner saw or heard', () => {
  test('is a finding that no question brought up, of one item once, with each time it was seen', async () => {
    const { world, clientId, found } = await withFound({});
    const before = (await world.audit()).length;
    const { finding, crisisId } = await world.ok('health.add', { clientId, itemId: 'rash', words: 'On the left arm' });
    expect(await actionsSince(world, before)).toEqual(['finding-added']);
    expect({ ...finding, crisisId }).toMatchObject({ cause: 'found', source: 'practitioner', words: 'On the left arm', crisisId: null });
    await world.ok('health.add', { clientId, itemId: 'rash' });
    await world.ok('health.add', { clientId, itemId: 'rash' });
    const { events, words } = await found('rash');
    expect(events.map(({ what }) => what)).toEqual(['said', 'said', 'said']);
    expect(words).toBe('On the left arm');
    expect(await world.call('health.add', { clientId, itemId: 'hexes' })).toEqual(refused('questions-unknown', { questions: ['hexes'] }));
  });

  test('opens what was resolved, takes away what was lowered by word, and overtakes what a clinician cleared where it asks for help', async () => {
    const { world, clientId, found, decide } = await withFound({ rash: 'yes', 'heart-failure': 'yes' });
    await decide('rash', { what: 'lower', kind: 'modify', reason: 'Known since years' });
    await world.ok('health.add', { clientId, itemId: 'rash' });
    expect((await found('rash')).weight).toBe('local');
    await decide('rash', { what: 'resolve', reason: 'Healed' });
    await world.ok('health.add', { clientId, itemId: 'rash' });
    expect((await found('rash')).cause).toBe('found');
    const { id } = await found('heart-failure');
    const request = { clientId, findingIds: [id], contactId: null, of: 'Dr. Okafor', way: 'letter' as const, askedOn: '2026-11-24' };
    const { id: clearanceId } = await world.ok('clearance.request', request);
    const answer = { clearanceId, receivedOn: '2026-11-24', from: 'Dr. Okafor', way: 'letter', outcome: 'cleared', scope: null } as const;
    await world.ok('clearance.record', { ...answer, endsOn: '2027-01-01' });
    expect(await found('heart-failure')).toMatchObject({ cleared: true, weight: 'modify' });
    await world.ok('health.add', { clientId, itemId: 'heart-failure' });
    expect(await found('heart-failure')).toMatchObject({ cleared: false, weight: 'absolute', action: 'P4' });
  });
});
