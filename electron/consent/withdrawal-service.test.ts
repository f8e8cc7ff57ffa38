import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Signature } from '../../shared/signatures.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { clientDetails, type TestWorld, testPassphrase } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { factsFilled, handOver, ready, returned } from './consent.test-world.ts';

const day = 86_400_000;

const withConsent = async () => {
  const { world, form, input, clientId } = await ready();
  const consent = await world.ok('consent.sign', input);
  const withdraw = (rest: Partial<InputOf<'consent.withdraw'>> = {}) =>
    world.call('consent.withdraw', { consentId: consent.id, by: 'client', parts: [], words: 'Not any more', ...rest });
  const state = async () => (await world.ok('consent.ofClient', { clientId })).forms.find((one) => one.formId === form.id);
  return { world, form, clientId, consent, withdraw, state };
};

const kept = (world: TestWorld) => world.open.database.selectFrom('consent_withdrawals').selectAll().execute();

describe('taking back', () => {
  test('the whole form: at once, with the words as they were said, the entry and the document beside it', async () => {
    const { world, clientId, consent, withdraw, state } = await withConsent();
    world.later(60_000);
    const reply = await withdraw({ words: 'I do not want this any more' });
    const [row] = await kept(world);
    const withdrawal = {
      id: row?.id,
      withdrawnAt: '2026-11-24T15:59:00.000Z',
      by: 'client',
      parts: [],
      words: 'I do not want this any more',
    };
    expect(reply).toEqual({ ok: true, value: { ...consent, withdrawals: [withdrawal] } });
    expect(row).toMatchObject({ consent_id: consent.id, recorded_by: world.open.actor.id });
    expect((await world.ok('consent.ofClient', { clientId })).consents).toEqual([{ ...consent, withdrawals: [withdrawal] }]);
    expect(await state()).toMatchObject({ state: 'withdrawn', reason: null, consentId: consent.id, partsWithdrawn: [] });
    expect((await world.audit()).filter((entry) => entry.action === 'consent-withdrawn')).toEqual([
      { action: 'consent-withdrawn', client_id: clientId, record_id: consent.id, actor: world.open.actor.id },
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
    expect(world.announced.at(-1)).toBe('consents');
    // What was signed stands as it was signed.
    expect((await world.ok('documents.get', { id: consent.documentId })).id).toBe(consent.documentId);
  });

  test('a statement the form cannot do without: the whole of it counts no more', async () => {
    const { withdraw, state } = await withConsent();
    expect((await withdraw({ parts: ['voluntary'] })).ok).toBe(true);
    expect(await state()).toMatchObject({ state: 'withdrawn' });
  });

  test('parts of it: the rest stands, each part once, by whoever may', async () => {
    const { world, withdraw, state } = await withConsent();
    expect((await withdraw({ parts: ['areas', 'clothing', 'areas'], by: 'decision_maker' })).ok).toBe(true);
    expect(await state()).toMatchObject({ state: 'in-force', partsWithdrawn: ['areas', 'clothing'] });
    expect(await withdraw({ parts: ['clothing'] })).toMatchObject({ error: { reason: 'already-withdrawn' } });
    expect((await withdraw({ parts: ['clothing', 'why'] })).ok).toBe(true);
    expect((await kept(world)).map((row) => [row.by_whom, row.parts])).toEqual([
      ['decision_maker', '["areas","clothing"]'],
      ['client', '["why"]'],
    ]);
    expect((await withdraw()).ok).toBe(true);
    expect(await state()).toMatchObject({ state: 'withdrawn' });
    for (const parts of [[], ['stop']]) expect(await withdraw({ parts })).toMatchObject({ error: { reason: 'already-withdrawn' } });
  });

  test('is refused for parts that take no answer, and for a consent there is not', async () => {
    const { world, withdraw } = await withConsent();
    expect(await withdraw({ parts: ['areas', 'who', 'signature', 'nowhere'] })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'parts-not-in-form', details: { elements: ['who', 'signature', 'nowhere'] } },
    });
    expect(await withdraw({ consentId: '01890000-0000-7000-8000-00000000abcd' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'consent' },
    });
    expect(await withdraw({ by: 'practitioner' as 'client' })).toMatchObject({ error: { code: 'invalid' } });
    expect(await kept(world)).toEqual([]);
  });

  test('twice at the same moment is kept once', async () => {
    const { world, withdraw } = await withConsent();
    const replies = await Promise.all([withdraw(), withdraw(), withdraw({ parts: ['why'] })]);
    expect(replies.map((reply) => reply.ok)).toEqual([true, false, false]);
    expect(await kept(world)).toHaveLength(1);
  });

  test('keeps nothing without its entry, and no entry without it', async () => {
    const { world, withdraw, state } = await withConsent();
    for (const table of ['audit', 'consent_withdrawals']) {
      const entries = (await world.audit()).length;
      await refuseRows(world.open.database, table);
      expect((await withdraw()).ok).toBe(false);
      await allowRows(world.open.database);
      expect([(await kept(world)).length, (await world.audit()).length]).toEqual([0, entries]);
    }
    expect(await state()).toMatchObject({ state: 'in-force' });
    expect((await withdraw()).ok).toBe(true);
  });

  test('is possible of an ended consent and of an archived client: a no is never refused', async () => {
    const { world, clientId, withdraw, state } = await withConsent();
    world.later(400 * day);
    expect(await state()).toMatchObject({ state: 'ended', reason: 'period' });
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect((await withdraw()).ok).toBe(true);
    expect(await state()).toMatchObject({ state: 'withdrawn' });
  });

  test('a new yes is a new signature, and the old one stays taken back', async () => {
    const { world, form, clientId, consent, withdraw, state } = await withConsent();
    await withdraw();
    world.later(60_000);
    const fillingId = await returned(world, clientId, form);
    expect(await state()).toMatchObject({ state: 'to-review', consentId: consent.id });
    const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };
    const next = await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [hana] });
    expect(await state()).toMatchObject({ state: 'in-force', consentId: next.id });
    expect((await world.ok('consent.ofClient', { clientId })).consents.map((one) => one.withdrawals.length)).toEqual([0, 1]);
  });
});

describe('where a form stands', () => {
  test('day by day in the zone of the practice: in force, ends soon 30 days before, ended on its day', async () => {
    const { world, state } = await withConsent();
    // 23:59 in Toronto on 24 October: 31 days before the end; two minutes later 30.
    world.later(Date.parse('2027-10-25T03:59:00.000Z') - Date.parse('2026-11-24T15:58:00.000Z'));
    expect(await state()).toMatchObject({ state: 'in-force', endsOn: '2027-11-24' });
    world.later(120_000);
    expect(await state()).toMatchObject({ state: 'ends-soon', reason: 'period' });
    world.later(Date.parse('2027-11-24T04:59:00.000Z') - Date.parse('2027-10-25T04:01:00.000Z'));
    expect(await state()).toMatchObject({ state: 'ends-soon' });
    world.later(120_000);
    expect(await state()).toMatchObject({ state: 'ended', reason: 'period' });
  });

  test('signed late in the evening counts from that evening, wherever UTC has got to', async () => {
    const { world, form, input, clientId } = await ready();
    await world.ok('handover.setAside', { fillingId: input.fillingId });
    world.later(Date.parse('2026-11-25T04:30:00.000Z') - Date.parse('2026-11-24T15:58:00.000Z'));
    const fillingId = await returned(world, clientId, form);
    const consent = await world.ok('consent.sign', { ...input, fillingId });
    expect(consent.endsOn).toBe('2027-11-24');
  });

  test('a new text of other meaning asks again, a spelling fix only says that there is a newer text', async () => {
    const { world, form, state } = await withConsent();
    const edit = async (kind: 'meaning' | 'spelling', title: string): Promise<void> => {
      const { version, text } = await world.ok('forms.get', { formId: form.id });
      await world.ok('forms.edit', { formId: form.id, basedOn: version, kind, note: 'x', text: { ...text, clientTitle: title } });
    };
    await edit('spelling', `${form.clientTitle}.`);
    expect(await state()).toMatchObject({ state: 'in-force', newerText: true, signedVersion: form.version });
    await edit('meaning', 'Another page altogether');
    expect(await state()).toMatchObject({ state: 'sign-again', reason: 'newer-version', version: '2.0.0' });
  });

  test('a young person with a guardian signs to the next birthday, and again once they are of age', async () => {
    const { world } = await withConsent();
    await factsFilled(world);
    const { id: clientId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ilse', birthDate: '2009-01-10' });
    const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'minor-consent');
    if (!form) throw new Error('the form is not offered');
    const young: Signature[] = [
      { signer: 'young_person', method: 'typed', name: 'Ilse' },
      { signer: 'guardian', method: 'typed', name: 'Ana Ortega' },
    ];
    const fillingId = await returned(world, clientId, form, { signatures: young });
    const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };
    const consent = await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [hana] });
    expect(consent.endsOn).toBe('2027-01-10');
    const state = async () => (await world.ok('consent.ofClient', { clientId })).forms.find((one) => one.formId === 'minor-consent');
    expect(await state()).toMatchObject({ state: 'in-force', endsOn: '2027-01-10' });
    world.later(40 * day);
    expect(await state()).toMatchObject({ state: 'ends-soon', reason: 'birthday' });
    world.later(7 * day);
    expect(await state()).toMatchObject({ state: 'ended', reason: 'birthday' });
  });
});

describe('what Today names', () => {
  const attention = async (world: TestWorld) =>
    (await world.ok('consent.attention', {})).attention.map((one) => [one.chosenName, one.formState.state, one.formState.reason]);

  test('forms to review first, then what ends within 30 days, to 30 days after', async () => {
    const { world, form, clientId, consent } = await withConsent();
    expect(await world.ok('consent.attention', {})).toEqual({ attention: [], more: 0 });
    const noor = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    world.later(334 * day);
    expect(await attention(world)).toEqual([]);
    world.later(day);
    expect(await attention(world)).toEqual([['Maya Rosario', 'ends-soon', 'period']]);
    const { id: handoverId } = await handOver(world, noor.id, form.id);
    await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
    expect(await attention(world)).toEqual([
      ['Noor', 'to-review', null],
      ['Maya Rosario', 'ends-soon', 'period'],
    ]);
    expect((await world.ok('consent.attention', {})).attention[1]).toEqual({
      clientId,
      chosenName: 'Maya Rosario',
      formState: {
        formId: form.id,
        area: null,
        title: form.title,
        version: form.version,
        state: 'ends-soon',
        reason: 'period',
        consentId: consent.id,
        signedVersion: form.version,
        endsOn: '2027-11-24',
        partsWithdrawn: [],
        newerText: false,
      },
    });
    world.later(30 * day);
    expect((await attention(world))[1]).toEqual(['Maya Rosario', 'ended', 'period']);
    world.later(30 * day);
    expect((await attention(world))[1]).toEqual(['Maya Rosario', 'ended', 'period']);
    world.later(day);
    expect(await attention(world)).toEqual([['Noor', 'to-review', null]]);
  });

  test('not what was signed again, taken back, or is of someone archived; a part taken back leaves it named', async () => {
    const { world, form, clientId, consent, withdraw } = await withConsent();
    world.later(340 * day);
    await withdraw({ parts: ['why'] });
    expect(await attention(world)).toHaveLength(1);

    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await attention(world)).toEqual([]);
    await world.ok('clients.archive', { id: clientId, version: 2, archived: false });
    expect(await attention(world)).toHaveLength(1);

    // One form, named once: it waits to be read through, then it is signed again.
    const fillingId = await returned(world, clientId, form);
    expect(await attention(world)).toEqual([['Maya Rosario', 'to-review', null]]);
    expect((await world.ok('consent.attention', {})).attention[0]?.formState.consentId).toBe(consent.id);
    const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };
    const next = await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [hana] });
    expect(await attention(world)).toEqual([]);
    world.later(340 * day);
    expect(await attention(world)).toHaveLength(1);
    await withdraw({ consentId: next.id });
    expect(await attention(world)).toEqual([]);
  });

  test('not what counted for one visit', async () => {
    const { world, clientId } = await withConsent();
    const who = { who: { kind: 'text', text: 'Jo' } } as const;
    const { id: handoverId, fillings } = await handOver(world, clientId, { formId: 'students-observers', answers: who });
    const filling = fillings[0];
    if (!filling) throw new Error('nothing was handed over');
    const all = filling.form.elements.map(({ id }) => id);
    await world.ok('handover.answer', {
      handoverId,
      fillingId: filling.id,
      revision: 1,
      answers: {
        ...who,
        what: { kind: 'choice', value: 'watch', other: '' },
        stop: { kind: 'initials', initials: 'MR' },
        privacy: { kind: 'agreed' },
      },
      talk: [],
      seen: all,
      page: 0,
      substitutesAgreed: false,
      signatures: [
        { signer: 'client', method: 'typed', name: 'Maya' },
        { signer: 'observer', method: 'typed', name: 'Jo' },
      ],
    });
    await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
    await world.ok('handover.review', { fillingId: filling.id, reviewed: all });
    const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };
    const { shownSha256 } = filling.form;
    expect((await world.ok('consent.sign', { fillingId: filling.id, shownSha256, signatures: [hana] })).endsOn).toBe('2026-11-25');
    world.later(2 * day);
    expect(await attention(world)).toEqual([]);
  });
});
