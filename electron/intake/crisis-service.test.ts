import { describe, expect, test } from 'vitest';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { foundAbout, numbersChecked, screened } from './health.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const withClient = async (): Promise<{ world: TestWorld; clientId: string }> => {
  const world = await testWorld();
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

/** Reads the client’s card as it stands. */
const readCard = async (world: TestWorld, crisisId: string | null, words = '') => {
  const card = (await crisesOf(world)).find(({ id }) => id === crisisId);
  const findingIds = card?.found.map(({ findingId }) => findingId) ?? [];
  return world.ok('crisis.acknowledge', { crisisId: crisisId ?? '', findingIds, words });
};

const crisesOf = async (world: TestWorld) => (await world.ok('crisis.open', {})).crises;

describe('a crisis card', () => {
  test('says what was answered, what to do, and whom to call: numbers once they were checked, people once they were named', async () => {
    const { world, clientId } = await withClient();
    const { id: screenId } = await world.ok('health.start', { clientId });
    const answers = { 'chest-pain': 'yes', 'heart-failure': 'not_sure', pacemaker: 'yes', dvt: 'declined' } as const;
    const { crisisId } = await world.ok('health.save', { screenId, revision: 0, answers, from: 'practitioner' });
    const items = new Map((await world.ok('health.content', {})).items.map((item) => [item.id, item]));
    const about = async (itemId: string, cause: string) => {
      const { condition, do: plain, referTo } = items.get(itemId) ?? expect.unreachable(itemId);
      return { findingId: (await foundAbout(world, clientId, itemId))?.id, condition, cause, do: plain, referTo };
    };
    const found = [await about('chest-pain', 'yes'), await about('heart-failure', 'not-sure')];
    expect(await crisesOf(world)).toEqual([
      {
        id: crisisId,
        clientId,
        chosenName: 'Maya Rosario',
        openedAt: '2026-11-24T15:58:00.000Z',
        action: 'P5',
        found,
        numbers: null,
        emergencyContacts: null,
      },
    ]);
    expect(world.announced).toContain('safety');

    await numbersChecked(world);
    const { id: intakeId, revision } = await world.ok('intake.start', { clientId });
    const people = [{ name: 'Jo Rosario', role: 'sister', phone: '416 555 0143' }];
    await world.ok('intake.save', { intakeId, revision, changes: { 's-emergency-contact': { answer: { kind: 'contacts', people } } } });
    expect(await crisesOf(world)).toMatchObject([{ numbers: { emergency: '911', place: 'CA-ON' }, emergencyContacts: people }]);
  });

  test('is one for each client until it is read; what comes meanwhile joins it, and what comes after opens another', async () => {
    const { world, clientId } = await withClient();
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ana' });
    const { crisisId } = await world.ok('health.add', { clientId, itemId: 'heart-failure' });
    expect(await crisesOf(world)).toMatchObject([{ id: crisisId, action: 'P4' }]);
    world.later(1_000);
    const joined = await world.ok('suitability.save', { clientId, questionId: 'g7', outcome: 'not_sure' });
    await world.ok('health.add', { clientId: other, itemId: 'dvt' });
    expect(joined.crisisId).toBe(crisisId);
    expect((await crisesOf(world)).map(({ chosenName, action, found }) => [chosenName, action, found.length])).toEqual([
      ['Maya Rosario', 'P4', 2],
      ['Ana', 'P5', 1],
    ]);
    await readCard(world, crisisId, 'Called the clinic together');
    expect((await crisesOf(world)).map(({ chosenName }) => chosenName)).toEqual(['Ana']);
    const again = await world.ok('health.add', { clientId, itemId: 'heart-failure' });
    expect(again.crisisId).not.toBe(crisisId);
    expect((await crisesOf(world)).find(({ id }) => id === again.crisisId)?.found).toHaveLength(1);
  });

  test('is read once, with what was done, and then stays as it is', async () => {
    const { world, clientId } = await withClient();
    const { crisisId, finding } = await world.ok('health.add', { clientId, itemId: 'dvt' });
    const id = crisisId ?? '';
    const findingIds = [finding.id];
    const before = (await world.audit()).length;
    const both = await Promise.all(
      ['First', 'Second'].map((words) => world.call('crisis.acknowledge', { crisisId: id, findingIds, words })),
    );
    expect(both).toEqual([{ ok: true, value: { clientId } }, refused('crisis-over')]);
    expect((await world.audit()).slice(before)).toEqual([
      { action: 'crisis-acknowledged', client_id: clientId, record_id: id, actor: world.open.actor.id },
    ]);
    const [row] = await world.open.database.selectFrom('crises').selectAll().execute();
    expect(row).toMatchObject({ read_at: '2026-11-24T15:58:00.000Z', read_by: world.open.actor.id, words: 'First' });
    await expect(world.open.database.updateTable('crises').set({ words: 'x' }).execute()).rejects.toThrow('was read is immutable');
    // Reading it clears nothing.
    expect(await foundAbout(world, clientId, 'dvt')).toMatchObject({ cause: 'found', weight: 'emergency', action: 'P5' });
    const nobody = '01890000-0000-7000-8000-000000000009';
    expect(await world.call('crisis.acknowledge', { crisisId: nobody, findingIds })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'crisis' },
    });
  });

  test('that tells of more by now is shown as it stands, and is read by nobody yet', async () => {
    const { world, clientId } = await withClient();
    const { crisisId, finding } = await world.ok('health.add', { clientId, itemId: 'dvt' });
    const joined = await world.ok('health.add', { clientId, itemId: 'suicidal-intent' });
    const [card] = await crisesOf(world);
    const before = (await world.audit()).length;
    const read = (findingIds: string[]) => world.call('crisis.acknowledge', { crisisId: crisisId ?? '', findingIds });
    expect(await read([finding.id])).toEqual({ ok: false, error: { code: 'conflict', current: card } });
    expect((await world.audit()).slice(before)).toMatchObject([{ action: 'crisis-opened', client_id: clientId, record_id: crisisId }]);
    expect(await read([joined.finding.id])).toMatchObject({ error: { code: 'conflict' } });
    expect(await crisesOf(world)).toEqual([card]);
    expect(await read([joined.finding.id, finding.id])).toMatchObject({ ok: true });
    expect(await crisesOf(world)).toEqual([]);
  });

  test('leaves an entry with each client it is of when it is opened, and none where there is none', async () => {
    const { world, clientId } = await withClient();
    const opened = async () => {
      const before = (await world.audit()).length;
      const ids = (await crisesOf(world)).map(({ id }) => id);
      return {
        ids,
        entries: (await world.audit()).slice(before).map(({ action, client_id, record_id }) => [action, client_id, record_id]),
      };
    };
    expect(await opened()).toEqual({ ids: [], entries: [] });
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ana' });
    await world.ok('health.add', { clientId, itemId: 'dvt' });
    world.later(1_000);
    await world.ok('health.add', { clientId: other, itemId: 'dvt' });
    const { ids, entries } = await opened();
    expect(entries).toEqual([
      ['crisis-opened', clientId, ids[0]],
      ['crisis-opened', other, ids[1]],
    ]);
  });

  test('is there for whoever opens the practice next', async () => {
    const { world, clientId } = await withClient();
    const { crisisId } = await world.ok('health.add', { clientId, itemId: 'dvt' });
    const anew = world.standing({ state: 'open', practice: { ...world.open } });
    expect(await anew('crisis.open', {})).toMatchObject({ ok: true, value: { crises: [{ id: crisisId }] } });
  });

  test('is opened by raising to what asks for help at once, and by nothing that asks for less', async () => {
    const { world, clientId } = await withClient();
    await screened(world, clientId, { rash: 'yes', fever: 'yes', 'chest-pain': 'declined', dvt: 'no' });
    expect(await crisesOf(world)).toEqual([]);
    const raise = async (itemId: string, kind: 'absolute' | 'emergency') => {
      const found = await foundAbout(world, clientId, itemId);
      const decision = { what: 'raise', kind, reason: 'Spreading fast' } as const;
      return (await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision })).crisisId;
    };
    expect(await raise('rash', 'absolute')).toBeNull();
    const crisisId = await raise('rash', 'emergency');
    expect((await crisesOf(world)).map(({ id, action }) => [id, action])).toEqual([[crisisId, 'P5']]);
    await readCard(world, crisisId);
    // From a hand-over the same day to the emergency number is another thing to do.
    const { crisisId: sameDay } = await world.ok('health.add', { clientId, itemId: 'phlebitis' });
    await readCard(world, sameDay);
    const atOnce = await raise('phlebitis', 'emergency');
    expect((await crisesOf(world)).map(({ id, action }) => [id, action])).toEqual([[atOnce, 'P5']]);
  });

  test('and the finding it is of are kept together, or neither is', async () => {
    const { world, clientId } = await withClient();
    await refuseRows(world.open.database, 'crises');
    expect(await world.call('health.add', { clientId, itemId: 'dvt' })).toMatchObject({ ok: false });
    await allowRows(world.open.database);
    expect(await world.open.database.selectFrom('findings').selectAll().execute()).toEqual([]);
    expect(await world.open.database.selectFrom('finding_events').selectAll().execute()).toEqual([]);
  });
});
