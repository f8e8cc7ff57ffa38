import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Filled } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, fillDisk, makeRoom, refuseRows } from '../store/trouble.test-world.ts';
import { answersTo, filledIn, ready, returned, type SignInput, signatures } from './consent.test-world.ts';

const counts = async (world: TestWorld): Promise<number[]> => {
  const { database } = world.open;
  return [
    (await database.selectFrom('documents').select('id').execute()).length,
    (await database.selectFrom('consents').select('id').execute()).length,
    (await world.audit()).filter((entry) => entry.action === 'consent-signed').length,
  ];
};

const formOf = ({ forms }: OutputOf<'consent.forms'>, id = 'informed-consent'): ConsentForm => {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Error(`${id} is not offered`);
  return form;
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

  test('names what is still blank and who can fill it', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', { ...clientDetails, stopWord: '', stopGesture: '' });
    const form = formOf(await world.ok('consent.forms', { clientId }));
    expect(form.unfilled.map((blank) => [blank.placeholder, blank.source])).toEqual([['stop_signal', 'client']]);
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

/** What nobody may see half written: documents, consents, entries, and the form that waits. */
const nothingSigned = async (world: TestWorld): Promise<void> => {
  expect(await counts(world)).toEqual([0, 0, 0]);
  expect(await world.open.database.selectFrom('fillings').select('id').execute()).toHaveLength(1);
};

/** The document's id is asked for once everything was gathered: what begins then comes in while it is drawn. */
const whileDrawing = (world: TestWorld, act: () => Promise<unknown>): void => {
  const { newId } = world.open;
  const begun: Promise<unknown>[] = [];
  const drawing = (): string => {
    if (begun.length === 0) begun.push(act());
    return newId();
  };
  Object.assign(world.open, { newId: drawing });
};

describe('signing', () => {
  test('keeps document, consent and audit entry together, and the document is the one drawn', async () => {
    const { world, form, input, clientId } = await ready();
    const consent = await world.ok('consent.sign', input);
    const { answers } = filledIn(form);
    expect(consent).toEqual({
      id: consent.id,
      clientId,
      formId: 'informed-consent',
      area: null,
      formVersion: form.version,
      title: 'Consent to bodywork',
      signedAt: '2026-11-24T15:58:00.000Z',
      endsOn: '2027-11-24',
      documentId: consent.documentId,
      answers,
      withdrawals: [],
      paper: null,
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
    expect(kept).toMatchObject({
      shown_sha256: form.shownSha256,
      signed_by: world.open.actor.id,
      ends_by: 'period',
      under_age: 0,
      place: 'CA-ON',
    });
    expect(JSON.parse(kept.signatures)).toEqual(signatures.map((one) => ({ ...one, signedAt: consent.signedAt })));
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
    const { consents, forms } = await world.ok('consent.ofClient', { clientId });
    expect(consents).toEqual([consent]);
    expect(forms.find((state) => state.formId === form.id)).toEqual({
      formId: form.id,
      area: null,
      title: form.title,
      version: form.version,
      state: 'in-force',
      reason: null,
      consentId: consent.id,
      signedVersion: form.version,
      endsOn: '2027-11-24',
      partsWithdrawn: [],
      newerText: false,
    });
    expect(world.announced).toEqual(expect.arrayContaining(['consents', 'documents', 'handover']));
  });

  test('takes the form that waited with it, and finishes it once', async () => {
    const { world, input, clientId } = await ready();
    const replies = await Promise.all([world.call('consent.sign', input), world.call('consent.sign', input)]);
    expect(replies.map((reply) => reply.ok)).toEqual([true, false]);
    expect(replies[1]).toEqual({ ok: false, error: { code: 'not-found', what: 'form' } });
    expect(await counts(world)).toEqual([1, 1, 1]);
    expect((await world.ok('handover.returned', { clientId })).fillings).toEqual([]);
  });

  test('counts from the day the client signed, not from the day it was completed', async () => {
    const { world, input } = await ready();
    world.later(3 * 86_400_000);
    const consent = await world.ok('consent.sign', input);
    expect([consent.signedAt, consent.endsOn]).toEqual(['2026-11-27T15:58:00.000Z', '2027-11-24']);
    const kept = await world.open.database.selectFrom('consents').select('signatures').executeTakeFirstOrThrow();
    expect(JSON.parse(kept.signatures)).toMatchObject([
      { signer: 'client', signedAt: '2026-11-24T15:58:00.000Z' },
      { signer: 'practitioner', signedAt: '2026-11-27T15:58:00.000Z' },
    ]);
  });

  test('lists the newest first', async () => {
    const { world, form, input, clientId } = await ready();
    const first = await world.ok('consent.sign', input);
    world.later(60_000);
    const second = await world.ok('consent.sign', { ...input, fillingId: await returned(world, clientId, form) });
    expect((await world.ok('consent.ofClient', { clientId })).consents.map((consent) => consent.id)).toEqual([second.id, first.id]);
  });

  const without = (answers: Filled['answers'], id: string): Filled['answers'] =>
    Object.fromEntries(Object.entries(answers).filter(([part]) => part !== id));
  const half: readonly (readonly [string, (form: ConsentForm) => Partial<Filled>, object])[] = [
    [
      'a statement left open',
      (form) => ({ answers: without(answersTo(form), 'silence') }),
      { reason: 'statements-unanswered', details: { elements: ['silence'] } },
    ],
    ['no answer at all', () => ({ answers: {} }), { reason: 'statements-unanswered' }],
    [
      'a part the client would rather talk about',
      (form) => ({ answers: without(answersTo(form), 'why'), talk: ['why'] }),
      { reason: 'statements-unanswered', details: { elements: ['why'] } },
    ],
    [
      'a part that was never on the screen',
      (form) => ({ seen: form.elements.map(({ id }) => id).filter((id) => id !== 'risks') }),
      { reason: 'parts-not-shown', details: { elements: ['risks'] } },
    ],
    ['no signature of the client', () => ({ signatures: [] }), { reason: 'signatures-incomplete', details: { signers: ['client'] } }],
  ];
  test.each(half)('is refused with %s, and nothing is kept', async (_, given, error) => {
    const { world, input } = await ready({}, given);
    expect(await world.call('consent.sign', input)).toMatchObject({ ok: false, error: { code: 'refused', ...error } });
    await nothingSigned(world);
    expect(world.incidents).toEqual([]);
  });

  const typed = (signer: Signature['signer'], name: string): Signature => ({ signer, method: 'typed', name });
  const tap: Signature = { signer: 'practitioner', name: '', method: 'drawn', width: 468, height: 148, strokes: [[{ x: 5, y: 5 }]] };
  const refusals: readonly (readonly [string, Partial<SignInput>, object])[] = [
    ['a tap for a signature', { signatures: [tap] }, { reason: 'signatures-incomplete', details: { signers: ['practitioner'] } }],
    ['a name of blanks', { signatures: [typed('practitioner', '\u200b ')] }, { reason: 'signatures-incomplete' }],
    [
      'a second signature of someone who has signed',
      { signatures: [typed('practitioner', 'Hana Lindqvist'), typed('client', 'Someone Else')] },
      { reason: 'signatures-incomplete', details: { signers: ['client'] } },
    ],
    [
      'a signature nobody is asked for',
      { signatures: [typed('practitioner', 'Hana Lindqvist'), typed('witness', 'Ida Berg')] },
      { reason: 'signatures-incomplete', details: { signers: ['witness'] } },
    ],
    ['one signature missing', { signatures: [] }, { reason: 'signatures-incomplete', details: { signers: ['practitioner'] } }],
    ['another text than was shown', { shownSha256: '0'.repeat(64) }, { reason: 'form-changed' }],
  ];
  test.each(refusals)('is refused with %s, and nothing is kept', async (_, change, error) => {
    const { world, input } = await ready();
    expect(await world.call('consent.sign', { ...input, ...change })).toMatchObject({ ok: false, error: { code: 'refused', ...error } });
    await nothingSigned(world);
  });

  test('takes no signature of a client that was not given while the screen was theirs', async () => {
    const { world, input } = await ready({}, () => ({ signatures: [] }));
    const reply = await world.call('consent.sign', { ...input, signatures: [...input.signatures, typed('client', 'Maya Rosario')] });
    expect(reply).toMatchObject({ error: { reason: 'signatures-incomplete', details: { signers: ['client'] } } });
    await nothingSigned(world);
  });

  test('is refused while a part was not read through with the client', async () => {
    const { world, input } = await ready();
    await world.ok('handover.review', { fillingId: input.fillingId, reviewed: ['why'] });
    const reply = await world.call('consent.sign', input);
    expect(reply).toMatchObject({ error: { reason: 'parts-not-reviewed' } });
    expect(JSON.stringify(reply)).toContain('"contact-level"');
    expect(JSON.stringify(reply)).not.toContain('"why"');
    await nothingSigned(world);
  });

  test('is refused when the text changed since it was read, and for an archived client; the answers stay', async () => {
    const { world, form, input, clientId } = await ready();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, credential: 'bodyworker' } });
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'form-changed' } });
    const [filling] = (await world.ok('handover.returned', { clientId })).fillings;
    expect([filling?.outdated, filling?.answers]).toEqual([true, answersTo(form)]);
    // Not even with the new text named: the client has not read it.
    const shownSha256 = filling?.form.shownSha256 ?? '';
    expect(await world.call('consent.sign', { ...input, shownSha256 })).toMatchObject({ error: { reason: 'form-changed' } });
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'client-archived' } });
    await nothingSigned(world);
  });

  test('names a character no font has before anything is kept; agreed to, it prints in words', async () => {
    const { world, input } = await ready({ chosenName: 'Maya 🦄 Rosario' });
    const unicorn = { character: '🦄', codePoint: 'U+1F984', printedAs: '[unicorn]' };
    const named = await world.ok('consent.check', { fillingId: input.fillingId, signatures: input.signatures });
    expect(named).toEqual({
      unanswered: [],
      notShown: [],
      toTalkAbout: [],
      waiting: [],
      unprintable: [
        { ...unicorn, where: 'client.legalName' },
        { ...unicorn, where: 'client.chosenName' },
      ],
      leftOut: false,
    });
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { code: 'refused', reason: 'characters-unprintable' } });
    await nothingSigned(world);
    await world.ok('consent.sign', { ...input, acceptSubstitutes: true });
    expect(await counts(world)).toEqual([1, 1, 1]);
  });

  test('does not ask again for characters the client agreed to in hand-over', async () => {
    const { world, input } = await ready({ chosenName: 'Maya 🦄 Rosario' }, () => ({ substitutesAgreed: true }));
    await world.ok('consent.sign', input);
    expect(await counts(world)).toEqual([1, 1, 1]);
  });

  test('names the entry before it, and is drawn again when the trail grew while it was drawn', async () => {
    const { world, input, clientId } = await ready();
    whileDrawing(world, () => world.ok('clients.get', { id: clientId }));
    const consent = await world.ok('consent.sign', input);
    expect(await counts(world)).toEqual([1, 1, 1]);
    const entries = await world.open.database.selectFrom('audit').select(['action', 'mac']).orderBy('seq').execute();
    const signedAt = entries.findIndex((entry) => entry.action === 'consent-signed');
    expect(entries.slice(0, signedAt).some((entry) => entry.action === 'client-opened')).toBe(true);
    const { pdf } = await world.ok('documents.get', { id: consent.documentId });
    expect(textOf(Buffer.from(pdf, 'base64'))).toContain(Buffer.from(entries[signedAt - 1]?.mac ?? []).toString('hex'));
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('is of the answers as they are when it is kept, never of those it was drawn from', async () => {
    const { world, input } = await ready();
    const { database } = world.open;
    whileDrawing(world, () => database.updateTable('fillings').set({ revision: 9, answers: '{}' }).execute());
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'statements-unanswered' } });
    await nothingSigned(world);
  });

  test('is refused when the form is edited while it is drawn', async () => {
    const { world, form, input, clientId } = await ready();
    const { version, text } = await world.ok('forms.get', { formId: form.id });
    const edit = { formId: form.id, basedOn: version, kind: 'meaning' as const, note: 'Plainer' };
    whileDrawing(world, () => world.ok('forms.edit', { ...edit, text: { ...text, intro: 'Ask us anything.' } }));
    expect(await world.call('consent.sign', input)).toMatchObject({ error: { reason: 'form-changed' } });
    await nothingSigned(world);
    expect((await world.ok('handover.returned', { clientId })).fillings).toMatchObject([{ outdated: true, answers: answersTo(form) }]);
  });

  test('never finishes under the hands of a client the screen was given to meanwhile', async () => {
    const { world, form, input, clientId } = await ready();
    const [signed, begun] = await Promise.all([
      world.call('consent.sign', input),
      world.call('handover.begin', { clientId, forms: [{ formId: form.id }] }),
    ]);
    expect([signed.ok, begun.ok]).toEqual([false, true]);
    expect(signed).toEqual({ ok: false, error: { code: 'handed-over' } });
    await nothingSigned(world);
  });

  test('says what is open without keeping anything', async () => {
    const { world, input } = await ready({}, () => ({ answers: { areas: { kind: 'map', areas: {} } }, signatures: [] }));
    const open = await world.ok('consent.check', { fillingId: input.fillingId, signatures: [] });
    expect([open.unanswered.includes('areas'), open.unanswered.includes('stop'), open.waiting]).toEqual([
      false,
      true,
      ['client', 'practitioner'],
    ]);
    await nothingSigned(world);
  });
});

describe('a write that fails', () => {
  test.each(['documents', 'consents', 'audit'])('at %s: nothing signed, nothing lost', async (table) => {
    const { world, form, input, clientId } = await ready();
    const { database } = world.open;
    await refuseRows(database, table);
    expect((await world.call('consent.sign', input)).ok).toBe(false);
    await nothingSigned(world);
    await allowRows(database);
    expect((await world.ok('handover.returned', { clientId })).fillings).toMatchObject([
      { id: input.fillingId, answers: answersTo(form), signatures: signatures.slice(0, 1) },
    ]);
    await world.ok('consent.sign', input);
    expect(await counts(world)).toEqual([1, 1, 1]);
  });

  test('on a full disk is said as what it is, and the answers are still there', async () => {
    const { world, form, input, clientId } = await ready();
    await fillDisk(world.open.database);
    expect(await world.call('consent.sign', input)).toEqual({ ok: false, error: { code: 'unavailable', reason: 'disk-full' } });
    await makeRoom(world.open.database);
    await nothingSigned(world);
    expect((await world.ok('handover.returned', { clientId })).fillings).toMatchObject([{ answers: answersTo(form) }]);
    await world.ok('consent.sign', input);
    expect(await counts(world)).toEqual([1, 1, 1]);
  });
});
