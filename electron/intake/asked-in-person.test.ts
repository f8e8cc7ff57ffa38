import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { foundAbout } from './health.test-world.ts';

/** What is asked aloud, at a visit or about medicines: suitability questions, "has anything changed?", and what the client takes. */

const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });

const withClient = async (): Promise<{ world: TestWorld; clientId: string }> => {
  const world = await testWorld();
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

const archive = async (world: TestWorld, clientId: string): Promise<void> => {
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.archive', { id: clientId, version, archived: true });
};

const lastEntry = async (world: TestWorld) => (await world.audit()).at(-1);

describe('a suitability question', () => {
  const outcomes = [
    ['g2', 'flag', 'g2', 'yes', 'modify'],
    ['g4', 'not_sure', 'g4', 'not-sure', 'modify'],
    ['g5', 'declined', 'g5', 'not-answered', 'ask-today'],
    ['g6', 'flag', 'g6', 'yes', 'clearance'],
    ['g3', 'flag', 'acute-trauma', 'yes', 'modify'],
    ['g8', 'not_sure', 'intoxication', 'not-sure', 'absolute'],
    ['g9', 'declined', 'other-medical', 'not-answered', 'clearance'],
    ['g13', 'flag', 'coercion', 'yes', 'absolute'],
  ] as const;

  test.each(outcomes)('%s answered so that it is %s makes a finding of %s: %s, %s', async (questionId, outcome, itemId, cause, weight) => {
    const { world, clientId } = await withClient();
    const before = (await world.audit()).length;
    const { answer, crisisId } = await world.ok('suitability.save', { clientId, questionId, outcome, words: 'As they said it' });
    expect(answer).toMatchObject({ questionId, outcome, words: 'As they said it', at: '2026-11-24T15:58:00.000Z' });
    expect(crisisId).toBeNull();
    const finding = await foundAbout(world, clientId, itemId);
    expect(finding).toMatchObject({ cause, weight, source: 'suitability', words: 'As they said it' });
    expect(finding?.events).toMatchObject([{ source: 'suitability', sourceId: `${questionId} 2026-11-24` }]);
    expect((await world.audit()).slice(before).filter(({ action }) => action !== 'health-opened')).toMatchObject([
      { action: 'suitability-asked', client_id: clientId },
    ]);
  });

  test('that is clear makes none, settles a blank, and takes no flag back; the newest answer is the one told', async () => {
    const { world, clientId } = await withClient();
    const save = (questionId: string, outcome: InputOf<'suitability.save'>['outcome']) =>
      world.ok('suitability.save', { clientId, questionId, outcome });
    await save('g4', 'clear');
    expect((await world.ok('health.findings', { clientId })).findings).toEqual([]);
    await save('g5', 'declined');
    await save('g5', 'clear');
    expect((await foundAbout(world, clientId, 'g5'))?.cause).toBeNull();
    await save('g4', 'flag');
    world.later(86_400_000);
    await save('g4', 'clear');
    expect(await foundAbout(world, clientId, 'g4')).toMatchObject({ cause: 'yes', saysNo: '2026-11-25T15:58:00.000Z' });
    const { suitability } = await world.ok('health.findings', { clientId });
    expect(suitability.map(({ questionId, outcome }) => `${questionId} ${outcome}`)).toEqual(['g4 clear', 'g5 clear']);
  });

  test('asked twice on one day keeps what was said the second time, and the same without a word once', async () => {
    const { world, clientId } = await withClient();
    for (const words of ['', 'Once on the bus', '', ''])
      await world.ok('suitability.save', { clientId, questionId: 'g4', outcome: 'flag', words });
    const finding = await foundAbout(world, clientId, 'g4');
    expect(finding?.events.map((event) => (event.what === 'said' ? event.words : event.what))).toEqual(['', 'Once on the bus']);
    expect(finding?.words).toBe('Once on the bus');
  });

  test('without anything that would be a flag takes words alone, and each is one the content asks', async () => {
    const { world, clientId } = await withClient();
    const { suitability } = await world.ok('health.content', {});
    const open = suitability.filter(({ itemId }) => itemId === null).map(({ id }) => id);
    expect(open).toEqual(['g1', 'g10', 'g12', 'g14']);
    for (const questionId of open) {
      expect(await world.call('suitability.save', { clientId, questionId, outcome: 'clear', words: 'Sleep' })).toMatchObject({ ok: true });
      for (const outcome of ['flag', 'not_sure'] as const)
        expect(await world.call('suitability.save', { clientId, questionId, outcome })).toEqual(
          refused('answers-not-allowed', { elements: [questionId] }),
        );
    }
    expect((await world.ok('health.findings', { clientId })).findings).toEqual([]);
    expect(await world.call('suitability.save', { clientId, questionId: 'g99', outcome: 'clear' })).toEqual(
      refused('questions-unknown', { questions: ['g99'] }),
    );
    await archive(world, clientId);
    expect(await world.call('suitability.save', { clientId, questionId: 'g4', outcome: 'flag' })).toEqual(refused('client-archived'));
  });

  test('about a wish to die opens the card with a yes or a doubt, and with no silence', async () => {
    const { world, clientId } = await withClient();
    const save = (outcome: InputOf<'suitability.save'>['outcome']) => world.ok('suitability.save', { clientId, questionId: 'g7', outcome });
    expect((await save('declined')).crisisId).toBeNull();
    expect(await foundAbout(world, clientId, 'suicidal-ideation')).toMatchObject({ cause: 'not-answered', weight: 'absolute' });
    const { crisisId } = await save('flag');
    expect((await world.ok('crisis.open', {})).crises).toMatchObject([{ id: crisisId, action: 'P4' }]);
  });

  test('is kept with its finding, or neither is', async () => {
    const { world, clientId } = await withClient();
    await refuseRows(world.open.database, 'finding_events');
    expect(await world.call('suitability.save', { clientId, questionId: 'g4', outcome: 'flag' })).toMatchObject({ ok: false });
    await allowRows(world.open.database);
    expect(await world.open.database.selectFrom('suitability_answers').selectAll().execute()).toEqual([]);
  });
});

describe('“has anything changed?”', () => {
  test('is gone through as it is said where nothing has, and waits for what came of it where something has', async () => {
    const { world, clientId } = await withClient();
    const nothing = await world.ok('health.changed', { clientId, changed: false });
    expect(nothing).toMatchObject({ changed: false, words: '', settledAt: '2026-11-24T15:58:00.000Z', settledWords: '' });
    expect(await lastEntry(world)).toMatchObject({ action: 'health-change-asked', client_id: clientId, record_id: nothing.id });
    world.later(1_000);
    const something = await world.ok('health.changed', { clientId, changed: true, words: 'A new tablet' });
    expect(something.settledAt).toBeNull();
    world.later(1_000);
    await world.ok('health.changed', { clientId, changed: false });
    const waits = async () => (await world.ok('readiness.of', { clientId })).reasons.map(({ code }) => code).includes('change-open');
    // Nothing new since does not go through what waits.
    expect(await waits()).toBe(true);
    world.later(1_000);
    const settled = await world.ok('health.settle', { changeId: something.id, words: 'Noted with the medicines' });
    expect(settled).toEqual({ ...something, settledAt: '2026-11-24T15:58:03.000Z', settledWords: 'Noted with the medicines' });
    expect(await lastEntry(world)).toMatchObject({ action: 'health-change-settled', client_id: clientId, record_id: something.id });
    expect(await waits()).toBe(false);
    const { changes } = await world.ok('health.findings', { clientId });
    expect(changes.map(({ at }) => at)).toEqual(['2026-11-24T15:58:02.000Z', '2026-11-24T15:58:01.000Z', '2026-11-24T15:58:00.000Z']);
    expect(changes[1]).toEqual(settled);
  });

  test('is gone through once, in words, and asked of nobody whose record is closed', async () => {
    const { world, clientId } = await withClient();
    const nothing = await world.ok('health.changed', { clientId, changed: false });
    const { id: changeId } = await world.ok('health.changed', { clientId, changed: true });
    expect(await world.call('health.settle', { changeId, words: '  ' })).toMatchObject({ error: { code: 'invalid' } });
    expect(await world.call('health.settle', { changeId: nothing.id, words: 'x' })).toEqual(refused('change-over'));
    const both = await Promise.all(['One', 'Two'].map((words) => world.call('health.settle', { changeId, words })));
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(both[1]).toEqual(refused('change-over'));
    const { id: waiting } = await world.ok('health.changed', { clientId, changed: true });
    await archive(world, clientId);
    expect(await world.call('health.changed', { clientId, changed: true })).toEqual(refused('client-archived'));
    expect(await world.call('health.settle', { changeId: waiting, words: 'x' })).toEqual(refused('client-archived'));
    const nobody = '01890000-0000-7000-8000-000000000009';
    expect(await world.call('health.settle', { changeId: nobody, words: 'x' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'change' },
    });
    await expect(
      world.open.database.updateTable('health_changes').set({ words: 'x' }).where('id', '=', changeId).execute(),
    ).rejects.toThrow('gone through is immutable');
  });
});

describe('a medicine', () => {
  const begun = async () => {
    const { world, clientId } = await withClient();
    const { classes } = await world.ok('health.content', {});
    const of = (scope: 'site' | 'whole_body'): string => classes.find((one) => one.scope === scope)?.id ?? expect.unreachable(scope);
    const input: InputOf<'medicines.match'> = {
      clientId,
      id: null,
      version: 0,
      name: 'Tablets',
      match: 'not-yet',
      classId: null,
      areas: null,
    };
    return { world, clientId, input, of };
  };

  test('is kept as it was named, then matched; every state of it stays, each with one entry', async () => {
    const { world, clientId, input, of } = await begun();
    const first = await world.ok('medicines.match', { ...input, note: 'Since spring' });
    expect(first).toMatchObject({ name: 'Tablets', match: 'not-yet', version: 1, note: 'Since spring', takenUntil: null });
    expect(await lastEntry(world)).toMatchObject({ action: 'medicine-changed', client_id: clientId, record_id: first.id });
    const matched = { ...input, id: first.id, match: 'class' as const, classId: of('site'), areas: ['B-NECK', 'B-NECK'] };
    const second = await world.ok('medicines.match', { ...matched, version: 1 });
    expect(second).toMatchObject({ id: first.id, version: 2, areas: ['B-NECK'], classId: of('site') });
    const third = await world.ok('medicines.match', { ...input, id: first.id, version: 2, match: 'none', takenUntil: '2026-12-01' });
    expect((await world.ok('health.findings', { clientId })).medicines).toEqual([third]);
    const rows = await world.open.database.selectFrom('medicines').select(['version', 'match']).orderBy('version').execute();
    expect(rows).toEqual([
      { version: 1, match: 'not-yet' },
      { version: 2, match: 'class' },
      { version: 3, match: 'none' },
    ]);
    await expect(world.open.database.updateTable('medicines').set({ note: 'x' }).execute()).rejects.toThrow('medicines are immutable');
  });

  test('has places where its class caps a place, and nowhere else', async () => {
    const { world, input, of } = await begun();
    const whole = await world.ok('medicines.match', { ...input, match: 'class', classId: of('whole_body'), areas: ['B-NECK'] });
    expect(whole.areas).toBeNull();
    expect((await world.ok('medicines.match', { ...input, areas: ['B-NECK'] })).areas).toBeNull();
    expect((await world.ok('medicines.match', { ...input, match: 'class', classId: of('site') })).areas).toBeNull();
  });

  test('is of a class and of places the content knows', async () => {
    const { world, clientId, input, of } = await begun();
    const match = (more: Partial<InputOf<'medicines.match'>>) => world.call('medicines.match', { ...input, ...more });
    expect(await match({ match: 'class', classId: 'herbs' })).toEqual(refused('class-unknown'));
    expect(await match({ match: 'class' })).toEqual(refused('class-unknown'));
    expect(await match({ match: 'class', classId: of('site'), areas: ['B-TAIL'] })).toEqual(
      refused('areas-unknown', { areas: ['B-TAIL'] }),
    );
    expect(await match({ name: ' ' })).toMatchObject({ error: { code: 'invalid' } });
    await archive(world, clientId);
    expect(await match({})).toEqual(refused('client-archived'));
    expect(await world.open.database.selectFrom('medicines').selectAll().execute()).toEqual([]);
  });

  test('changed meanwhile by someone else is shown as it stands, and of another client it is not there', async () => {
    const { world, input } = await begun();
    const first = await world.ok('medicines.match', input);
    const second = await world.ok('medicines.match', { ...input, id: first.id, version: 1, note: 'Two a day' });
    const stale = { ...input, id: first.id, version: 1, note: 'Three a day' };
    expect(await world.call('medicines.match', stale)).toEqual({ ok: false, error: { code: 'conflict', current: second } });
    expect(await lastEntry(world)).toMatchObject({ action: 'health-opened', record_id: first.id });
    const { id: other } = await world.ok('clients.create', clientDetails);
    expect(await world.call('medicines.match', { ...stale, version: 2, clientId: other })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'medicine' },
    });
    const both = await Promise.all([1, 2].map(() => world.call('medicines.match', { ...stale, version: 2 })));
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  });
});
