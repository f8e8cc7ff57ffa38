import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { profileDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { ready, type SignInput } from './consent.test-world.ts';

const counts = async (world: TestWorld): Promise<number[]> => {
  const { database } = world.open;
  return [
    (await database.selectFrom('documents').select('id').execute()).length,
    (await database.selectFrom('consents').select('id').execute()).length,
    (await world.audit()).filter((entry) => entry.action === 'consent-signed').length,
  ];
};

describe('the form', () => {
  test('is shown with every blank filled from profile and client, without the areas that need their own form', async () => {
    const { form } = await ready();
    expect(form.unfilled).toEqual([]);
    expect(JSON.stringify(form)).not.toMatch(/\{\{|____/);
    expect(form.elements[0]?.text).toBe(
      'Your practitioner is Hana Lindqvist, registered massage therapist, registration number 12345. They are a bodyworker. They are not your doctor, psychologist or counsellor.',
    );
    expect(form.elements.find((element) => element.id === 'stop')?.text).toContain('the word “amber”, or a lifted hand');
    expect(form.elements.some((element) => element.id === 'tx-statements')).toBe(false);
    const codes = form.areas.map((area) => area.code);
    expect(codes.filter((code) => /BREAST|GLUTE|INNERTHIGH|STERNUM/.test(code))).toEqual([]);
    expect(form.areas.filter((area) => !area.offered).map((area) => area.code)).toContain('F-GROIN');
    // Ontario raises the chest wall to an area with its own form (body-areas.json).
    expect(codes).not.toContain('F-COLLAR-L');
  });

  test('names what is still blank and who can fill it, and cannot be signed so', async () => {
    const { world, form, input } = await ready({ stopWord: '', stopGesture: '' });
    expect(form.unfilled.map((blank) => [blank.placeholder, blank.source])).toEqual([['stop_signal', 'client']]);
    expect(await world.call('consent.sign', input)).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'placeholders-unfilled', details: { placeholders: ['stop_signal'] } },
    });
    expect(await counts(world)).toEqual([0, 0, 0]);
  });

  test('follows the place: Texas adds its statements, with blanks filled for this signing', async () => {
    const { world, clientId } = await ready();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'US-TX' } });
    const blank = (await world.ok('consent.forms', { clientId })).forms[0];
    expect(blank?.unfilled.map((one) => [one.placeholder, one.source])).toEqual([
      ['techniques', 'computed'],
      ['areas_words', 'computed'],
    ]);
    const filled = (
      await world.ok('consent.forms', { clientId, blanks: { techniques: 'hand hold {{stop_signal}}', areas_words: 'in: hands' } })
    ).forms[0];
    expect(filled?.unfilled).toEqual([]);
    // What a person typed is never read as a blank.
    expect(filled?.elements.find((element) => element.id === 'tx-statements')?.text).toContain('hand hold {{stop_signal}}');
  });
});

describe('signing', () => {
  test('keeps document, consent and audit entry together, and the document is the one drawn', async () => {
    const { world, form, input, clientId } = await ready();
    const consent = await world.ok('consent.sign', input);
    expect(consent).toEqual({
      id: consent.id,
      clientId,
      formId: 'informed-consent',
      formVersion: form.version,
      title: 'Consent to bodywork',
      signedAt: '2026-11-24T15:58:00.000Z',
      documentId: consent.documentId,
      answers: input.answers,
    });
    expect(await counts(world)).toEqual([1, 1, 1]);
    const document = await world.ok('documents.get', { id: consent.documentId });
    const pdf = Buffer.from(document.pdf, 'base64');
    expect([createHash('sha256').update(pdf).digest('hex'), pdf.length, pdf.subarray(0, 5).toString()]).toEqual([
      document.sha256,
      document.bytes,
      '%PDF-',
    ]);
    const entry = await world.open.database
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'consent-signed')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ client_id: clientId, record_id: consent.id, digest: document.sha256 });
    const kept = await world.open.database.selectFrom('consents').selectAll().executeTakeFirstOrThrow();
    expect(createHash('sha256').update(kept.shown, 'utf8').digest('hex')).toBe(form.shownSha256);
    for (const words of [form.clientTitle, form.elements[0]?.text ?? '', form.intents.client, form.intents.practitioner])
      expect(kept.shown).toContain(words);
    expect(kept).toMatchObject({ shown_sha256: form.shownSha256, signed_by: world.open.actor.id });
    expect(JSON.parse(kept.signatures)).toEqual(input.signatures);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
    expect((await world.ok('consent.ofClient', { clientId })).consents).toEqual([consent]);
    expect(world.announced).toEqual(expect.arrayContaining(['consents', 'documents']));
  });

  test('lists the newest first', async () => {
    const { world, input, clientId } = await ready();
    const first = await world.ok('consent.sign', input);
    world.later(60_000);
    const second = await world.ok('consent.sign', input);
    expect((await world.ok('consent.ofClient', { clientId })).consents.map((consent) => consent.id)).toEqual([second.id, first.id]);
  });

  const refusals: readonly (readonly [string, (input: SignInput, form: ConsentForm) => SignInput, object])[] = [
    [
      'a statement left open',
      (input) => ({ ...input, answers: Object.fromEntries(Object.entries(input.answers).filter(([id]) => id !== 'silence')) }),
      { code: 'refused', reason: 'statements-unanswered', details: { elements: ['silence'] } },
    ],
    ['no answer at all', (input) => ({ ...input, answers: {} }), { code: 'refused', reason: 'statements-unanswered' }],
    [
      'a tap for a signature',
      (input) => ({
        ...input,
        signatures: [
          { signer: 'client', method: 'drawn', width: 468, height: 148, strokes: [[{ x: 5, y: 5 }]] },
          ...input.signatures.slice(1),
        ],
      }),
      { code: 'refused', reason: 'signatures-incomplete', details: { signers: ['client', 'client'] } },
    ],
    [
      'a second signature of someone who has signed',
      (input) => ({ ...input, signatures: [...input.signatures, { signer: 'practitioner', method: 'typed', name: 'Someone Else' }] }),
      { code: 'refused', reason: 'signatures-incomplete', details: { signers: ['practitioner'] } },
    ],
    [
      'one signature missing',
      (input) => ({ ...input, signatures: input.signatures.slice(0, 1) }),
      { code: 'refused', reason: 'signatures-incomplete', details: { signers: ['practitioner'] } },
    ],
    [
      'a refusal to say where a choice about touch is asked',
      (input) => ({ ...input, answers: { ...input.answers, areas: { kind: 'declined' } } }),
      { code: 'refused', reason: 'answers-not-allowed', details: { elements: ['areas'] } },
    ],
    [
      'an area that is out of bounds',
      (input) => ({ ...input, answers: { ...input.answers, areas: { kind: 'map', areas: { 'F-GROIN': 'yes' } } } }),
      { code: 'refused', reason: 'answers-not-allowed', details: { elements: ['areas'] } },
    ],
    ['another text than was shown', (input) => ({ ...input, shownSha256: '0'.repeat(64) }), { code: 'refused', reason: 'form-changed' }],
    ['another version', (input) => ({ ...input, formVersion: '9.9.9' }), { code: 'refused', reason: 'form-changed' }],
    ['a form that is not offered', (input) => ({ ...input, formId: 'photo-consent' }), { code: 'not-found', what: 'form' }],
  ];
  test.each(refusals)('is refused with %s, and nothing is kept', async (_, change, error) => {
    const { world, form, input } = await ready();
    expect(await world.call('consent.sign', change(input, form))).toMatchObject({ ok: false, error });
    expect(await counts(world)).toEqual([0, 0, 0]);
    expect(world.incidents).toEqual([]);
  });

  test('is refused when the profile changed since the form was read, and for an archived client', async () => {
    const { world, input, clientId } = await ready();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, credential: 'bodyworker' } });
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'form-changed' } });
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'client-archived' } });
  });

  test('names a character no font has before anything is kept; agreed to, it prints in words', async () => {
    const { world, input } = await ready({ chosenName: 'Maya 🦄 Rosario' });
    const unicorn = { character: '🦄', codePoint: 'U+1F984', printedAs: '[unicorn]' };
    const named = await world.ok('consent.check', input);
    expect(named).toMatchObject({ unanswered: [], waiting: [] });
    expect(named.unprintable).toEqual(expect.arrayContaining([expect.objectContaining(unicorn)]));
    expect(await world.call('consent.sign', input)).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'characters-unprintable' },
    });
    expect(await counts(world)).toEqual([0, 0, 0]);
    await world.ok('consent.sign', { ...input, acceptSubstitutes: true });
    expect(await counts(world)).toEqual([1, 1, 1]);
  });

  test('is drawn again when the trail grew while it was drawn', async () => {
    const { world, input, clientId } = await ready();
    const results = await Promise.all([
      world.call('consent.sign', input),
      world.call('clients.get', { id: clientId }),
      world.call('consent.sign', input),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, true, true]);
    expect(await counts(world)).toEqual([2, 2, 2]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('says what is open without keeping anything', async () => {
    const { world, input } = await ready();
    const open = await world.ok('consent.check', { ...input, answers: { areas: { kind: 'map', areas: {} } }, signatures: [] });
    expect([open.unanswered.includes('areas'), open.unanswered.includes('stop'), open.waiting]).toEqual([
      false,
      true,
      ['client', 'practitioner'],
    ]);
    expect(await counts(world)).toEqual([0, 0, 0]);
  });
});
