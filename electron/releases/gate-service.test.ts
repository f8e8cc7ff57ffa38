import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { practiceFor } from '../practice/practice.ts';
import { gateNow, verdictIn } from './gate-service.ts';
import { askGate, finishing, okafor, permission, progress, releaseWorld, returnedFor } from './releases.test-world.ts';

const hour = 3_600_000;
const no = (reason: string, more = {}) => ({ permitted: false, reason, ...more });
const yes = (releaseId: string) => ({ permitted: true, releaseId, part2ReleaseId: null });

describe('what the gate says of a permission', () => {
  test('covers what was ticked, for what it was for, to whom it names', async () => {
    const here = await releaseWorld();
    expect(await askGate(here)).toEqual(no('no-release', { releaseId: null, missing: [] }));
    const { id } = await permission(here, { kinds: ['attendance', 'response', 'score_totals'], measures: ['suds'] });
    expect(await askGate(here)).toEqual(yes(id));
    expect(await askGate(here, { kinds: ['attendance', 'medicines'] })).toEqual(no('kinds', { releaseId: id, missing: ['medicines'] }));
    expect(await askGate(here, { measures: ['suds', 'phq-9'] })).toEqual(no('measures', { releaseId: id, missing: ['phq-9'] }));
    expect(await askGate(here, { purpose: 'referral' })).toMatchObject(no('purpose'));
    expect(await askGate(here, { direction: 'from' })).toMatchObject(no('direction'));
    const { id: namesake } = await here.world.ok('contacts.create', { ...okafor, anyway: true });
    expect(await askGate({ ...here, contactId: namesake })).toEqual(no('other-recipient', { releaseId: null, missing: [] }));
  });

  test('two that each cover half are none', async () => {
    const here = await releaseWorld();
    await permission(here, { kinds: ['attendance'] });
    await permission(here, { kinds: ['response'] });
    expect(await askGate(here)).toMatchObject(no('kinds'));
  });

  test('a draft is none', async () => {
    const here = await releaseWorld();
    await here.world.ok('releases.prepare', { clientId: here.clientId, contactId: here.contactId, direction: 'to' });
    expect(await askGate(here)).toMatchObject(no('no-release'));
  });

  test('follows who it names through every merge', async () => {
    const here = await releaseWorld();
    const { world, contactId } = here;
    const { id } = await permission(here);
    const { id: second } = await world.ok('contacts.create', { ...okafor, anyway: true });
    const { id: third } = await world.ok('contacts.create', { ...okafor, anyway: true });
    await world.ok('contacts.merge', { keepId: second, keepVersion: 1, goneId: contactId, goneVersion: 1, details: okafor });
    expect(await askGate({ ...here, contactId: second })).toEqual(yes(id));
    expect(await askGate({ ...here, contactId: third })).toMatchObject(no('other-recipient'));
    await world.ok('contacts.merge', { keepId: third, keepVersion: 1, goneId: second, goneVersion: 2, details: okafor });
    for (const one of [contactId, second, third]) expect(await askGate({ ...here, contactId: one })).toEqual(yes(id));
    const { releases } = await world.ok('releases.ofClient', { clientId: here.clientId });
    expect(releases).toMatchObject([{ contactId, standingId: third }]);
  });

  test('42 CFR Part 2 asks for a permission of its own besides, and it permits nothing alone', async () => {
    const here = await releaseWorld({ place: 'US-MA', zone: 'America/New_York' });
    const part2 = await permission(here, { formId: 'part2-consent' });
    expect(await askGate(here)).toMatchObject(no('no-release'));
    const { id } = await permission(here);
    expect(await askGate(here, { part2: true })).toEqual({ permitted: true, releaseId: id, part2ReleaseId: part2.id });
    await here.world.ok('releases.revoke', { id: part2.id, why: 'taken-back', by: 'client' });
    expect(await askGate(here, { part2: true })).toMatchObject(no('part2', { releaseId: id }));
    expect(await askGate(here)).toEqual(yes(id));
  });
});

describe('a permission ends', () => {
  test('with the last day the client named, in the practice’s zone', async () => {
    // 10:58 in the practice on November 24; the same moment is November 25 on a computer in Tokyo.
    const here = await releaseWorld();
    const { id } = await permission(here, { ends: '2026-11-25' });
    // Twelve minutes before the 26th in Toronto, long after it began in Greenwich.
    here.world.later(36 * hour + 50 * 60_000);
    expect(here.world.now()).toBe('2026-11-26T04:48:00.000Z');
    expect(await askGate(here)).toEqual(yes(id));
    here.world.later(12 * 60_000);
    expect(await askGate(here)).toMatchObject(no('expired', { releaseId: id }));
    const { releases } = await here.world.ok('releases.ofClient', { clientId: here.clientId });
    expect(releases).toMatchObject([{ state: 'expired', endsOn: '2026-11-26' }]);
  });

  test('in Ontario after six months, elsewhere after twelve, whatever is to end it', async () => {
    const day = (from: string, months: number): number =>
      Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(from).add({ months })).days;
    const [ontario, quebec] = [await releaseWorld(), await releaseWorld({ place: 'CA-QC', zone: 'America/Toronto' })];
    const [six, twelve] = [day('2026-11-24', 6), day('2026-11-24', 12)];
    await permission(ontario);
    await permission(quebec);
    // The hour changes between November and May, which no day is measured by.
    for (const here of [ontario, quebec]) here.world.later(six * 24 * hour);
    expect(await askGate(ontario)).toMatchObject({ permitted: true });
    ontario.world.later(24 * hour);
    expect(await askGate(ontario)).toMatchObject(no('too-old'));
    quebec.world.later((twelve - six) * 24 * hour);
    expect(await askGate(quebec)).toMatchObject({ permitted: true });
    quebec.world.later(24 * hour);
    expect(await askGate(quebec)).toMatchObject(no('expired'));
  });

  test('counted from the signature, not from when the form was finished', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const back = await returnedFor(world, await world.ok('releases.prepare', { clientId, contactId, direction: 'to' }));
    const signedAt = world.now();
    world.later(150 * 24 * hour);
    const release = await world.ok('releases.grant', finishing(back));
    expect(release.signedAt).toBe(signedAt);
    expect(await askGate(here)).toMatchObject({ permitted: true });
    world.later(40 * 24 * hour);
    expect(await askGate(here)).toMatchObject(no('too-old'));
  });

  test('with the event that was named, once somebody wrote down that it came', async () => {
    const here = await releaseWorld();
    const { world } = here;
    const { id } = await permission(here);
    const before = (await world.audit()).length;
    const ended = await world.ok('releases.revoke', { id, why: 'event', by: 'client', words: 'The work is finished' });
    expect((await world.audit()).slice(before).map(({ action }) => action)).toEqual(['release-revoked']);
    expect(ended).toMatchObject({ state: 'expired', eventOn: '2026-11-24', revokedAt: null });
    expect(await askGate(here)).toMatchObject(no('event-came'));
    expect(await world.call('releases.revoke', { id, why: 'event', by: 'client' })).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'already-withdrawn' },
    });
  });

  test('when it is replaced, and the one before does not come back when the newer ends', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const first = await permission(here);
    const second = await permission(here, { replaces: first.id, kinds: ['attendance'] });
    expect(await askGate(here)).toMatchObject(no('kinds', { releaseId: second.id }));
    await world.ok('releases.revoke', { id: second.id, why: 'taken-back', by: 'client' });
    expect(await askGate(here)).toMatchObject({ permitted: false });
    const { releases } = await world.ok('releases.ofClient', { clientId });
    expect(releases.map(({ state }) => state).sort()).toEqual(['replaced', 'revoked']);
    expect(await world.call('releases.prepare', { clientId, contactId, direction: 'to', replaces: first.id })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('a permission taken back', () => {
  test('counts from that moment, inside a transaction that began before the answer', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const { id } = await permission(here);
    const practice = practiceFor(world.open, 'letter-finalised');
    const now = await gateNow(practice);
    world.later(1_000);
    const revoked = await world.ok('releases.revoke', { id, why: 'taken-back', by: 'client', words: 'I changed my mind' });
    expect(revoked).toMatchObject({ state: 'revoked', revokedAt: world.now(), revokedWords: 'I changed my mind' });
    const asked = { clientId, contactId, ...progress, measures: [], part2: false };
    expect(await practice.db.transaction().execute((tx) => verdictIn(tx, now, { ...asked, kinds: [...progress.kinds] }))).toMatchObject(
      no('revoked', { releaseId: id }),
    );
  });

  test('in part, is taken back', async () => {
    const here = await releaseWorld();
    const { consentId } = await permission(here);
    await here.world.ok('consent.withdraw', { consentId: consentId ?? '', by: 'client', parts: ['desc'], words: '' });
    expect(await askGate(here)).toMatchObject(no('revoked'));
  });

  test('needs no more than one word, is taken back once, and a draft is nothing to take back', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const { id } = await permission(here);
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    const revoke = (one: string) => world.call('releases.revoke', { id: one, why: 'taken-back', by: 'client' });
    expect(await revoke(id)).toMatchObject({ ok: true });
    expect(await revoke(id)).toMatchObject({ ok: false, error: { reason: 'already-withdrawn' } });
    expect(await revoke(draft.id)).toMatchObject({ ok: false, error: { reason: 'release-not-signed' } });
    expect(await revoke(clientId)).toMatchObject({ ok: false, error: { code: 'not-found', what: 'release' } });
  });
});
