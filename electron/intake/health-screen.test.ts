import { describe, expect, test } from 'vitest';
import type { HealthAnswer, HealthScreen } from '../../shared/health.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { foundAbout, saidAbout } from './health.test-world.ts';

const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });

const withClient = async (): Promise<{ world: TestWorld; clientId: string }> => {
  const world = await testWorld();
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

const begun = async () => {
  const { world, clientId } = await withClient();
  let screen: HealthScreen = await world.ok('health.start', { clientId });
  type More = { seen?: string[]; from?: 'practitioner' | 'paper'; done?: boolean };
  const save = async (answers: Record<string, HealthAnswer>, more: More = {}) => {
    const reply = await world.ok('health.save', { screenId: screen.id, revision: screen.revision, answers, from: 'practitioner', ...more });
    screen = reply.screen;
    return reply;
  };
  return { world, clientId, save, screen: () => screen };
};

const actionsSince = async (world: TestWorld, since: number): Promise<readonly string[]> =>
  (await world.audit()).slice(since).map(({ action }) => action);

describe('a health screen', () => {
  test('begins empty, is given back while it is open, and is begun for nobody whose record is closed', async () => {
    const { world, clientId } = await withClient();
    const screen = await world.ok('health.start', { clientId });
    expect(screen).toMatchObject({ clientId, number: 1, answers: {}, seen: [], doneAt: null, revision: 0 });
    const before = (await world.audit()).length;
    expect(await world.ok('health.start', { clientId })).toEqual(screen);
    expect(await actionsSince(world, before)).toEqual(['health-opened']);
    const { id, version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id, version, archived: true });
    expect(await world.call('health.start', { clientId })).toEqual(refused('client-archived'));
    const save = { screenId: screen.id, revision: 0, answers: { fever: 'yes' }, from: 'paper' } as const;
    expect(await world.call('health.save', save)).toEqual(refused('client-archived'));
    expect(await foundAbout(world, clientId, 'fever')).toBeNull();
  });

  test('keeps answers with who gave them and when, and what they say of findings, with one entry', async () => {
    const { world, clientId, save, screen } = await begun();
    const before = (await world.audit()).length;
    const answers = { fever: 'yes', contagious: 'not_sure', cellulitis: 'no', 'skin-infection': 'declined' } as const;
    expect((await save(answers, { from: 'paper' })).crisisId).toBeNull();
    expect(await actionsSince(world, before)).toEqual(['health-screen-changed']);
    expect(screen().answers).toEqual(
      Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, at: '2026-11-24T15:58:00.000Z', from: 'paper' }])),
    );
    const { findings } = await world.ok('health.findings', { clientId });
    expect(findings.map(({ item, cause }) => [item.id, cause])).toEqual([
      ['contagious', 'not-sure'],
      ['fever', 'yes'],
      ['skin-infection', 'not-answered'],
    ]);
    expect(world.announced).toContain('health');
  });

  test('says a blank was skipped once its section was gone through, and not before', async () => {
    const { world, clientId, save } = await begun();
    await save({ fever: 'no' });
    expect((await world.ok('health.findings', { clientId })).findings).toEqual([]);
    const { screen } = await save({ 'sepsis-signs': 'no' }, { seen: ['infection'] });
    expect(screen).toMatchObject({ seen: ['infection'], doneAt: null });
    const { findings } = await world.ok('health.findings', { clientId });
    expect(findings.map(({ item, cause, weight }) => `${item.id} ${cause} ${weight}`).sort()).toEqual([
      'cellulitis not-answered absolute',
      'contagious not-answered absolute',
      'shingles not-answered ask-today',
      'skin-infection not-answered absolute',
    ]);
    // An answer settles it.
    await save({ shingles: 'no', cellulitis: 'no' });
    expect((await foundAbout(world, clientId, 'shingles'))?.cause).toBeNull();
    expect((await foundAbout(world, clientId, 'cellulitis'))?.cause).toBeNull();
    // Gone through once more, it was not skipped a second time.
    await save({}, { seen: ['infection'] });
    expect(await saidAbout(world, clientId, 'shingles')).toEqual(['not-answered', 'no']);
  });

  test('that has no blank skipped counts every one of them once it is ended, by kind', async () => {
    const { world, clientId, save } = await begun();
    const { screen } = await save({}, { done: true });
    const { findings, open, newest } = await world.ok('health.findings', { clientId });
    const { sections } = await world.ok('health.content', {});
    expect(findings).toHaveLength(sections.flatMap(({ questions }) => questions).length);
    const blocking = (kind: string, action: string): boolean => ['emergency', 'absolute', 'clearance'].includes(kind) || action >= 'P3';
    for (const { cause, weight, item } of findings)
      expect([item.id, cause, weight]).toEqual([item.id, 'not-answered', blocking(item.kind, item.action) ? item.kind : 'ask-today']);
    expect(open).toBeNull();
    expect(newest).toEqual(screen);
    expect(screen.seen).toEqual(sections.map(({ id }) => id));
    // No card for a blank, not even of what asks for help at once.
    expect(await world.ok('crisis.open', {})).toEqual({ crises: [] });
  });

  test('ends by itself with the last section, and is changed by nobody after that', async () => {
    const { world, clientId, save, screen } = await begun();
    const { sections } = await world.ok('health.content', {});
    for (const { id, questions } of sections) {
      expect(screen().doneAt).toBeNull();
      await save(Object.fromEntries(questions.map((one) => [one.id, 'no' as const])), { seen: [id] });
    }
    expect(screen().doneAt).toBe('2026-11-24T15:58:00.000Z');
    expect((await world.ok('health.findings', { clientId })).findings).toEqual([]);
    const more = { screenId: screen().id, revision: screen().revision, answers: { fever: 'yes' }, from: 'practitioner' } as const;
    expect(await world.call('health.save', more)).toEqual(refused('health-screen-over'));
    const update = world.open.database.updateTable('health_screens').set({ answers: '{}' }).where('id', '=', screen().id);
    await expect(update.execute()).rejects.toThrow('a finished health screen is immutable');
    expect((await world.ok('health.findings', { clientId })).newest).toEqual(screen());
  });

  test('saved meanwhile by someone else is shown as it stands, and nothing is overwritten', async () => {
    const { world, clientId, save, screen } = await begun();
    await save({ fever: 'yes' });
    const stale = { screenId: screen().id, revision: 0, answers: { fever: 'no', rash: 'yes' }, from: 'practitioner' } as const;
    const before = (await world.audit()).length;
    expect(await world.call('health.save', stale)).toEqual({ ok: false, error: { code: 'conflict', current: screen() } });
    expect(await actionsSince(world, before)).toEqual(['health-opened']);
    expect(await foundAbout(world, clientId, 'rash')).toBeNull();
    const both = await Promise.all(
      ['yes', 'no'].map((answer) => world.call('health.save', { ...stale, revision: 1, answers: { rash: answer as HealthAnswer } })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is kept whole or not at all', async () => {
    const { world, clientId, screen } = await begun();
    const input = { screenId: screen().id, revision: 0, answers: { fever: 'yes', dvt: 'yes' }, from: 'practitioner' } as const;
    for (const table of ['findings', 'finding_events', 'finding_standings', 'crises', 'audit']) {
      await refuseRows(world.open.database, table);
      expect(await world.call('health.save', input)).toMatchObject({ ok: false });
      await allowRows(world.open.database);
      for (const empty of ['findings', 'finding_events', 'finding_standings', 'crises'] as const)
        expect(await world.open.database.selectFrom(empty).selectAll().execute()).toEqual([]);
    }
    expect((await world.ok('health.findings', { clientId })).open).toEqual(screen());
    expect(await world.call('health.save', input)).toMatchObject({ ok: true });
  });

  test('asks what the content asks, and of nobody who is not there', async () => {
    const { world, screen } = await begun();
    const save = (more: object) =>
      world.raw('health.save', { screenId: screen().id, revision: 0, answers: {}, from: 'practitioner', ...more });
    expect(await save({ answers: { fever: 'yes', hexes: 'yes', g2: 'yes' } })).toEqual(
      refused('questions-unknown', { questions: ['hexes', 'g2'] }),
    );
    expect(await save({ seen: ['lungs'] })).toEqual(refused('questions-unknown', { questions: ['lungs'] }));
    expect(await save({ answers: { fever: 'found' } })).toMatchObject({ error: { code: 'invalid' } });
    expect(await save({ from: 'client' })).toMatchObject({ error: { code: 'invalid' } });
    const nobody = '01890000-0000-7000-8000-000000000009';
    expect(await save({ screenId: nobody })).toEqual({ ok: false, error: { code: 'not-found', what: 'health-screen' } });
    expect(await world.call('health.start', { clientId: nobody })).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
    expect(await world.call('health.findings', { clientId: nobody })).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
  });
});

describe('a yes', () => {
  test('is taken back by no later answer, of whoever gives it, and stands again with its last word', async () => {
    const { world, clientId, save } = await begun();
    await save({ fever: 'yes' }, { from: 'paper' });
    await save({ fever: 'no' });
    expect(await foundAbout(world, clientId, 'fever')).toMatchObject({
      cause: 'yes',
      weight: 'absolute',
      saysNo: '2026-11-24T15:58:00.000Z',
    });
    const found = await foundAbout(world, clientId, 'fever');
    const lower = { what: 'lower', kind: 'modify', reason: 'They say it was a mistake' } as const;
    await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision: lower });
    expect((await foundAbout(world, clientId, 'fever'))?.weight).toBe('modify');
    await save({ fever: 'yes' });
    expect(await foundAbout(world, clientId, 'fever')).toMatchObject({ cause: 'yes', weight: 'absolute', saysNo: null });
    await save({ fever: 'declined' });
    expect(await foundAbout(world, clientId, 'fever')).toMatchObject({ cause: 'yes', weight: 'absolute' });
    expect(await saidAbout(world, clientId, 'fever')).toEqual(['yes', 'no', 'lowered', 'yes', 'not-answered']);
  });

  test('said once more is no news, and one that was resolved is opened again by it', async () => {
    const { world, clientId, save } = await begun();
    await save({ fever: 'yes' }, { seen: ['infection'] });
    await save({ fever: 'yes' }, { seen: ['infection'] });
    await save({ fever: 'not_sure' });
    await save({ fever: 'not_sure' });
    expect(await saidAbout(world, clientId, 'fever')).toEqual(['yes', 'not-sure']);
    const found = await foundAbout(world, clientId, 'fever');
    const resolve = { what: 'resolve', reason: 'Over since Monday' } as const;
    await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision: resolve });
    expect((await foundAbout(world, clientId, 'fever'))?.cause).toBeNull();
    await save({ fever: 'yes' });
    expect((await foundAbout(world, clientId, 'fever'))?.cause).toBe('yes');
  });
});
