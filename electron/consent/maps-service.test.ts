import { describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { turnOn } from './area-consent.test-world.ts';
import { consented, mark, minute, out, said, waiting, withClient } from './map.test-world.ts';

describe('the map', () => {
  test('is none at first, with the places as the practice offers them', async () => {
    const { world, clientId } = await withClient();
    const { map, areas, presets } = await world.ok('consentMap.get', { clientId });
    expect(map).toBeNull();
    const tiers = Object.fromEntries(areas.map(({ code, tier }) => [code, tier]));
    expect([tiers['B-TRAP-L'], tiers['B-NECK'], tiers['F-THROAT'], tiers['B-GLUTE-L']]).toEqual([
      'general',
      'ask_each',
      'not_offered',
      undefined,
    ]);
    expect(presets.find(({ id }) => id === 'hands-feet')?.codes).toContain('F-PALM-L');
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'consent-map-opened', client_id: clientId });
  });

  test('is made together: kept as it was said, with its entry, and in force', async () => {
    const { world, clientId, newest, set } = await withClient();
    world.later(minute);
    const areas = { 'B-TRAP-L': mark('yes'), 'B-NECK': mark('ask', 1), 'B-KNEE-L': mark('no', 0) };
    const made = await set({ areas, ceiling: 2, words: 'The neck only sitting up' });
    const { id: by } = world.open.actor;
    expect(made).toMatchObject({ ok: true });
    const map = await newest();
    expect(map).toEqual({
      id: map?.id,
      clientId,
      madeAt: '2026-11-24T15:59:00.000Z',
      madeBy: by,
      source: 'together',
      sourceId: null,
      ceiling: 2,
      areas: { ...areas, 'B-TRAP-L': mark('yes', 2) },
      words: 'The neck only sitting up',
      contentVersion: world.open.content.bodyAreas.content_version,
    });
    expect(made).toEqual({ ok: true, value: map });
    expect((await world.audit()).filter(({ action }) => action === 'consent-map-set')).toEqual([
      { action: 'consent-map-set', client_id: clientId, record_id: map?.id, actor: by },
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
    expect(world.announced.at(-1)).toBe('maps');
  });

  test('made anew is a newer one; every one there was stays as it was, newest first', async () => {
    const { world, clientId, newest, set } = await withClient();
    await set();
    const first = await newest();
    await set({ basedOn: first?.id ?? null, areas: {}, ceiling: 0 });
    const second = await newest();
    expect(second?.areas).toEqual({});
    const { maps } = await world.ok('consentMap.history', { clientId });
    expect(maps).toEqual([second, first]);
    await expect(world.open.database.updateTable('consent_maps').set({ ceiling: 4 }).execute()).rejects.toThrow('immutable');
  });

  test('changed on two screens: the later one is shown what stands, and nothing is overwritten', async () => {
    const { world, clientId, newest, set } = await withClient();
    await set();
    const mine = await newest();
    await set({ basedOn: mine?.id ?? null, areas: { 'B-NECK': mark('ask') } });
    const theirs = await newest();
    expect(await set({ basedOn: mine?.id ?? null, areas: { 'B-TRAP-R': mark('yes') } })).toEqual({
      ok: false,
      error: { code: 'conflict', current: theirs },
    });
    expect(await set({ basedOn: null })).toMatchObject({ error: { code: 'conflict' } });
    expect(await newest()).toEqual(theirs);
    expect((await world.ok('consentMap.history', { clientId })).maps).toHaveLength(2);
    const entries = (await world.audit()).map(({ action }) => action);
    expect(entries.filter((action) => action === 'consent-map-set')).toHaveLength(2);
  });

  test.each([
    ['is not in the content', { 'B-NOWHERE': mark('yes') }, ['B-NOWHERE']],
    ['is out of bounds for everyone', { 'F-THROAT': mark('ask'), 'B-TRAP-L': mark('yes') }, ['F-THROAT']],
    ['needs its own form and is not turned on', { 'B-GLUTE-L': mark('ask'), 'F-STERNUM': mark('no') }, ['B-GLUTE-L', 'F-STERNUM']],
  ])('takes no place that %s', async (_, areas, refused) => {
    const { newest, set } = await withClient();
    expect(await set({ areas })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'areas-not-offered', details: { areas: refused } },
    });
    expect(await newest()).toBeNull();
  });

  test('takes a sensitive place where it is turned on, though of nobody under age', async () => {
    const { world, set, newest } = await withClient();
    await turnOn(world, 'B-GLUTE-L');
    expect(await set({ areas: { 'B-GLUTE-L': mark('ask') } })).toMatchObject({ ok: true });
    const { version } = await world.ok('profile.formFacts', {});
    await world.ok('profile.setFormFacts', { version, facts: [{ placeholder: 'local_age', words: '18', checkedOn: null }] });
    const { id } = await world.ok('clients.create', { ...clientDetails, birthDate: '2012-01-01' });
    expect(await set({ clientId: id, areas: { 'B-GLUTE-L': mark('ask') } })).toMatchObject({ error: { reason: 'areas-not-offered' } });
    expect((await newest())?.areas).toEqual({ 'B-GLUTE-L': mark('ask') });
  });

  test('keeps a place that is not offered any more as it was, and takes no other word of it', async () => {
    const { world, clientId, newest, set } = await withClient();
    await turnOn(world, 'B-GLUTE-L');
    await set({ areas: { 'B-GLUTE-L': mark('ask'), 'B-TRAP-L': mark('yes') } });
    await turnOn(world);
    const basedOn = (await newest())?.id ?? null;
    for (const changed of [mark('yes'), mark('ask', 4)])
      expect(await set({ basedOn, areas: { 'B-GLUTE-L': changed } })).toMatchObject({ error: { reason: 'areas-not-offered' } });
    expect(await set({ basedOn, areas: { 'B-GLUTE-L': mark('ask'), 'B-NECK': mark('ask') } })).toMatchObject({ ok: true });
    // Whoever reads the map can still name it.
    const { areas } = await world.ok('consentMap.get', { clientId });
    expect(areas.find(({ code }) => code === 'B-GLUTE-L')).toMatchObject({ turnedOn: false });
  });

  test('is not made of someone archived, of someone who is not there, or by who does not treat clients', async () => {
    const { world, clientId, newest, set } = await withClient();
    for (const role of ['front-desk', 'bookkeeper'] as const)
      for (const [name, input] of [
        ['consentMap.get', { clientId }],
        ['consentMap.set', { clientId, basedOn: null, ceiling: 1, areas: {} }],
        ['consentMap.withdraw', { clientId, areas: ['B-NECK'] }],
        ['consentMap.history', { clientId }],
        ['consentMap.allowed', { clientId }],
        ['consentMap.sensitiveAreas', {}],
      ] as const)
        expect(await world.as(role)(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await set()).toEqual({ ok: false, error: { code: 'refused', reason: 'client-archived' } });
    expect(await newest()).toBeNull();
    const clientless = { clientId: world.open.newId() };
    for (const name of ['consentMap.get', 'consentMap.history', 'consentMap.allowed'] as const)
      expect(await world.call(name, clientless)).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
    expect(await set(clientless)).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
  });

  test('is kept with its entry or not at all', async () => {
    const { world, newest, set, withdraw } = await withClient();
    await set();
    const before = await newest();
    for (const table of ['audit', 'consent_maps']) {
      await refuseRows(world.open.database, table);
      expect((await set({ basedOn: before?.id ?? null, ceiling: 4 })).ok).toBe(false);
      expect((await withdraw(['B-TRAP-L'])).ok).toBe(false);
      await allowRows(world.open.database);
      expect(await newest()).toEqual(before);
    }
  });
});

describe('taking a place back', () => {
  test('closes it at once, and leaves the rest as it was', async () => {
    const { world, clientId, newest, set, withdraw } = await withClient();
    await set({ areas: { 'B-TRAP-L': mark('yes'), 'B-NECK': mark('ask', 1) }, ceiling: 2 });
    const before = await newest();
    world.later(minute);
    const reply = await withdraw(['B-TRAP-L', 'B-TRAP-L'], 'Please leave my shoulder');
    const map = await newest();
    expect(map).toEqual({
      ...before,
      id: map?.id,
      madeAt: '2026-11-24T15:59:00.000Z',
      source: 'withdrawal',
      areas: { 'B-TRAP-L': out, 'B-NECK': mark('ask', 1) },
      words: 'Please leave my shoulder',
    });
    expect(reply).toEqual({ ok: true, value: map });
    expect((await world.audit()).filter(({ action }) => action === 'consent-map-withdrawn')).toEqual([
      { action: 'consent-map-withdrawn', client_id: clientId, record_id: map?.id, actor: world.open.actor.id },
    ]);
  });

  test('works without a map, and for someone archived', async () => {
    const { world, clientId, newest, withdraw } = await withClient();
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await withdraw(['B-NECK'])).toMatchObject({ ok: true });
    expect(await newest()).toMatchObject({ source: 'withdrawal', ceiling: 0, areas: { 'B-NECK': out } });
  });

  test('that is out or was never marked has been said already, and one of several that is open has not', async () => {
    const { newest, set, withdraw } = await withClient();
    await set({ areas: { 'B-TRAP-L': mark('yes'), 'B-NECK': mark('no') } });
    expect(await withdraw(['B-NECK', 'B-KNEE-L'])).toEqual({ ok: false, error: { code: 'refused', reason: 'already-out' } });
    expect(await withdraw(['B-NECK', 'B-TRAP-L'])).toMatchObject({ ok: true });
    expect(await withdraw(['B-NECK', 'B-TRAP-L'])).toMatchObject({ error: { reason: 'already-out' } });
    expect(Object.values((await newest())?.areas ?? {})).toEqual([out, out]);
  });

  test('is of places there are; one the content does not know any more may go, one nobody ever knew is refused', async () => {
    const { world, clientId, newest, withdraw } = await withClient();
    await world.open.database
      .insertInto('consent_maps')
      .values({
        id: world.open.newId(),
        client_id: clientId,
        made_at: '2026-11-01T10:00:00.000Z',
        made_by: world.open.actor.id,
        source: 'together',
        source_id: null,
        ceiling: 3,
        areas: JSON.stringify({ 'B-GONE': mark('yes') }),
        words: '',
        content_version: '1.0.0',
        seq: 1,
        holds: 1,
        said: 0,
        said_kind: 'whole',
        said_areas: JSON.stringify({ 'B-GONE': mark('yes') }),
        said_ceiling: 3,
      })
      .execute();
    expect(await withdraw(['B-NECK', 'B-NOWHERE', 'B-NOWHERE'])).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'areas-unknown', details: { areas: ['B-NOWHERE'] } },
    });
    expect(await withdraw(['B-GONE'])).toMatchObject({ ok: true });
    expect((await newest())?.areas).toEqual({ 'B-GONE': out });
  });

  test('holds though the clock was set back, and though it is said in the same instant', async () => {
    const { world, newest, set, withdraw } = await withClient();
    await set();
    await withdraw(['B-TRAP-L']);
    const at = (await newest())?.madeAt;
    expect([(await newest())?.source, at]).toEqual(['withdrawal', '2026-11-24T15:58:00.001Z']);
    await set({ basedOn: (await newest())?.id ?? null });
    world.later(-60 * minute);
    expect(await withdraw(['B-TRAP-L'])).toMatchObject({ ok: true });
    expect((await newest())?.areas).toEqual({ 'B-TRAP-L': out });
  });

  test('of a place that a form still waiting would open is written down, and it stays closed when the form is finished', async () => {
    const { world, clientId, newest, set, withdraw } = await withClient();
    await set({ areas: { 'B-NECK': mark('no') } });
    world.later(minute);
    const input = await waiting(world, clientId, 'informed-consent', (form) => ({ answers: said(form) }));
    world.later(minute);
    // Both are out as the map stands, and open as the form has them.
    expect(await withdraw(['B-NECK', 'B-TRAP-L'])).toMatchObject({ ok: true });
    expect(await withdraw(['B-NECK'])).toMatchObject({ error: { reason: 'already-out' } });
    world.later(minute);
    await world.ok('consent.sign', input);
    expect(await newest()).toMatchObject({ source: 'consent', ceiling: 3, areas: { 'B-TRAP-L': out, 'B-NECK': out } });
    // Said again in a form filled since, it is open.
    world.later(minute);
    await consented(world, clientId);
    expect((await newest())?.areas).toEqual({ 'B-TRAP-L': mark('yes'), 'B-NECK': mark('ask') });
  });
});
