import { describe, expect, test } from 'vitest';
import type { Signature } from '../../shared/signatures.ts';
import { answersTo, filledIn, handOver, signatures } from '../consent/consent.test-world.ts';
import { clientDetails, testPassphrase } from '../practice/practice.test-world.ts';
import { askGate, finishing, grant, okafor, permission, releaseWorld, returnedFor } from './releases.test-world.ts';

const refused = (code: string, reason?: string) => ({ ok: false, error: reason ? { code, reason } : { code } });
const us = { place: 'US-MA', zone: 'America/New_York' };

describe('a permission made ready', () => {
  test('names its recipient on the form, and nobody types it', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    expect(draft).toMatchObject({ state: 'draft', direction: 'to', kinds: [], consentId: null, recipient: { name: okafor.name } });
    const { fillings } = await handOver(world, clientId, {
      formId: draft.formId,
      area: null,
      blanks: { release: draft.id, release_to: 'Somebody else' },
      answers: {},
    });
    const part = (id: string) => fillings[0]?.form.elements.find((element) => element.id === id);
    expect(part('from')).toMatchObject({ capture: 'confirm', text: expect.stringContaining('Hana Lindqvist, Alder Room.') });
    expect(part('to')).toMatchObject({
      capture: 'confirm',
      text: expect.stringContaining('Dr. S. Okafor, psychologist, Riverside Clinic, 4 Bridge Street, Guelph.'),
    });
    expect(part('to')?.text).not.toContain('Somebody else');
    expect(part('direction')?.options.map(({ value }) => value)).toEqual(['to']);
  });

  test('made ready again it is the same one, in its newest words', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const first = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    await world.ok('contacts.update', { id: contactId, version: 1, details: { ...okafor, organisation: 'Hill House' } });
    const again = await world.ok('releases.prepare', { clientId, contactId, direction: 'both' });
    expect(again).toMatchObject({ id: first.id, direction: 'both', recipient: { organisation: 'Hill House' } });
    const { releases } = await world.ok('releases.ofClient', { clientId });
    expect(releases).toEqual([again]);
  });

  test('is refused for who is archived, who is merged or unknown, and under 42 CFR Part 2 outside the United States', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const other = await world.ok('contacts.create', { ...okafor, name: 'Dr. Sam Okafor', anyway: true });
    expect(await world.call('releases.prepare', { clientId, contactId, formId: 'part2-consent', direction: 'to' })).toMatchObject(
      refused('refused', 'form-not-offered'),
    );
    await world.ok('contacts.merge', { keepId: other.id, keepVersion: 1, goneId: contactId, goneVersion: 1, details: okafor });
    expect(await world.call('releases.prepare', { clientId, contactId, direction: 'to' })).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'contact-merged', details: { contactId: other.id } },
    });
    expect(await world.call('releases.prepare', { clientId, contactId: clientId, direction: 'to' })).toMatchObject(refused('not-found'));
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    expect(await world.call('releases.prepare', { clientId, contactId: other.id, direction: 'to' })).toMatchObject(
      refused('refused', 'client-archived'),
    );
  });

  test('of another client, or for another form, is not handed over', async () => {
    const { world, clientId, contactId } = await releaseWorld(us);
    const { id: another } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor Abadi' });
    const { id: release } = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    const begin = (client: string, formId: string) =>
      world.call('handover.begin', { clientId: client, forms: [{ formId, blanks: { release } }] });
    expect(await begin(another, 'release-of-information')).toMatchObject(refused('not-found'));
    expect(await begin(clientId, 'part2-consent')).toMatchObject(refused('not-found'));
    expect(await begin(clientId, 'release-of-information')).toMatchObject({ ok: true });
  });
});

describe('a permission signed', () => {
  test('is kept as what the client chose, with its consent and paper, and its draft is gone', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'both' });
    const back = await returnedFor(world, draft, {
      kinds: ['score_totals', 'attendance'],
      measures: ['suds', 'phq-9'],
      purposes: ['safety', 'coordinate_care'],
      ends: '2027-03-01',
      special: ['mental_health'],
    });
    const before = (await world.audit()).length;
    const release = await world.ok('releases.grant', finishing(back));
    expect((await world.audit()).slice(before).map(({ action }) => action)).toEqual(['release-granted']);
    expect(release).toMatchObject({
      id: draft.id,
      state: 'active',
      direction: 'to',
      kinds: ['attendance', 'score_totals'],
      measures: ['suds', 'phq-9'],
      purposes: ['coordinate_care', 'safety'],
      special: ['mental_health'],
      // The date is the last day it counts.
      endsOn: '2027-03-02',
      authority: '',
      place: 'CA-ON',
      contactId,
      standingId: contactId,
    });
    expect((await world.ok('releases.ofClient', { clientId })).releases).toEqual([release]);
    const { consents } = await world.ok('consent.ofClient', { clientId });
    expect(consents.map(({ id, documentId }) => [id, documentId])).toEqual([[release.consentId, release.documentId]]);
  });

  test('by `consent.sign` permits the same', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    await world.ok('consent.sign', finishing(await returnedFor(world, draft)));
    expect(await askGate(here)).toEqual({ permitted: true, releaseId: draft.id, part2ReleaseId: null });
  });

  test('with its recipient typed into it permits nothing', async () => {
    const here = await releaseWorld();
    const { world, clientId } = here;
    const { id: handoverId, fillings } = await handOver(world, clientId, {
      formId: 'release-of-information',
      area: null,
      blanks: { release_from: 'Hana Lindqvist', release_to: okafor.name },
      answers: {},
    });
    const filling = fillings[0]!;
    const multi = (...values: string[]) => ({ kind: 'multi', values, other: '' }) as const;
    const answers = {
      ...answersTo(filling.form),
      desc: multi('attendance', 'response'),
      purpose: multi('coordinate_care'),
      'special-categories': multi('none'),
      expire: { kind: 'choice', value: 'event', other: '' } as const,
      'expire-event': { kind: 'text', text: 'when we finish' } as const,
    };
    const filled = filledIn(filling.form, { answers, signatures: signatures.filter(({ signer }) => signer === 'client') });
    await world.ok('handover.answer', { ...filled, handoverId, fillingId: filling.id, revision: filling.revision });
    await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
    await world.ok('handover.review', { fillingId: filling.id, reviewed: filling.form.elements.map(({ id }) => id) });
    await world.ok('consent.sign', { fillingId: filling.id, shownSha256: filling.form.shownSha256, signatures: [] });
    expect((await world.ok('releases.ofClient', { clientId })).releases).toEqual([]);
    expect(await askGate(here)).toMatchObject({ permitted: false, reason: 'no-release' });
  });

  test('by somebody for the client says what gives them the right', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    const sister = (name: string): Signature[] => [{ signer: 'personal_representative', method: 'typed', name }];
    const unsaid = await returnedFor(world, draft, {}, sister('Ines Rosario'));
    expect(await grant(world, unsaid)).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'statements-unanswered', details: { elements: ['authority'] } },
    });
    const authority = 'Her sister, with power of attorney for personal care since 2024';
    expect(await grant(world, await returnedFor(world, draft, { authority }, sister('Ines M. Rosario')))).toMatchObject({
      ok: true,
      value: { authority },
    });
  });

  test('after its recipient was written anew is read again first: what was signed names the one before', async () => {
    const here = await releaseWorld();
    const { world, clientId, contactId } = here;
    const asked = { clientId, contactId, direction: 'to' } as const;
    const draft = await world.ok('releases.prepare', asked);
    const back = await returnedFor(world, draft);
    await world.ok('contacts.update', { id: contactId, version: 1, details: { ...okafor, organisation: 'Hill House' } });
    await world.ok('releases.prepare', asked);
    expect(await grant(world, back)).toMatchObject(refused('refused', 'form-changed'));
    expect(await askGate(here)).toMatchObject({ permitted: false, reason: 'no-release' });
    const anew = await returnedFor(world, draft);
    expect(anew.shownSha256).not.toBe(back.shownSha256);
    expect(await grant(world, anew)).toMatchObject({ ok: true, value: { recipient: { organisation: 'Hill House' } } });
  });

  test('after it was made ready for less than was signed is read again first', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'both' });
    const back = await returnedFor(world, draft, { direction: 'both' });
    await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    expect(await grant(world, back)).toMatchObject(refused('refused', 'form-changed'));
    expect((await world.ok('releases.ofClient', { clientId })).releases).toMatchObject([{ state: 'draft' }]);
  });

  test('goes on for the same recipient when it is handed over once more, whatever is typed', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const draft = await world.ok('releases.prepare', { clientId, contactId, direction: 'to' });
    await returnedFor(world, draft);
    await world.ok('handover.begin', { clientId, forms: [{ formId: draft.formId, blanks: { release_to: 'Somebody else' } }] });
    const { fillings } = await world.ok('handover.current', {});
    const to = fillings[0]?.form.elements.find(({ id }) => id === 'to');
    expect(to).toMatchObject({ capture: 'confirm', text: expect.stringContaining(okafor.name) });
    expect(to?.text).not.toContain('Somebody else');
  });

  test('about one recipient is finished, or set aside, before another is asked about', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const { id: other } = await world.ok('contacts.create', { ...okafor, name: 'Dr. Lee', anyway: true });
    const { fillingId } = await returnedFor(world, await world.ok('releases.prepare', { clientId, contactId, direction: 'to' }));
    const { id: release } = await world.ok('releases.prepare', { clientId, contactId: other, direction: 'to' });
    const begin = () => world.call('handover.begin', { clientId, forms: [{ formId: 'release-of-information', blanks: { release } }] });
    expect(await begin()).toMatchObject({ ok: false, error: { code: 'refused', reason: 'release-waits', details: { fillingId } } });
    await world.ok('handover.setAside', { fillingId });
    expect(await begin()).toMatchObject({ ok: true });
  });

  test('twice for two recipients, each stands by itself', async () => {
    const here = await releaseWorld();
    const { id: other } = await here.world.ok('contacts.create', { ...okafor, name: 'Dr. Lee', anyway: true });
    const [one, two] = [await permission(here), await permission({ ...here, contactId: other })];
    await here.world.ok('releases.revoke', { id: one.id, why: 'taken-back', by: 'client' });
    expect(await askGate(here)).toMatchObject({ permitted: false, reason: 'revoked' });
    expect(await askGate({ ...here, contactId: other })).toMatchObject({ permitted: true, releaseId: two.id });
  });

  test('is not finished for a client who was archived meanwhile', async () => {
    const { world, clientId, contactId } = await releaseWorld();
    const back = await returnedFor(world, await world.ok('releases.prepare', { clientId, contactId, direction: 'to' }));
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    expect(await grant(world, back)).toMatchObject(refused('refused', 'client-archived'));
  });
});
