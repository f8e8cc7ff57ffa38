import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import { type Filled, type Filling, lastPage } from '../../shared/handover.ts';
import { limits } from '../../shared/limits.ts';
import type { Signature } from '../../shared/signatures.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, profileDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, fillDisk, makeRoom, refuseRows } from '../store/trouble.test-world.ts';
import { answersTo, factsFilled, filledIn, handOver, ready, returned, signatures } from './consent.test-world.ts';

/** Handed over again after it came back, and whatever a person may type into it. */

const begun = async (form: Parameters<typeof handOver>[2] = 'informed-consent') => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id: handoverId, fillings } = await handOver(world, clientId, form);
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  return { world, clientId, handoverId, filling };
};

const save = (world: TestWorld, handoverId: string, filling: Pick<Filling, 'id' | 'revision'>, given: Filled) =>
  world.call('handover.answer', { ...given, handoverId, fillingId: filling.id, revision: filling.revision });

const back = (world: TestWorld, handoverId: string) => world.ok('handover.end', { handoverId, passphrase: testPassphrase });

const again = async (world: TestWorld, clientId: string, form: Parameters<typeof handOver>[2] = 'informed-consent'): Promise<Filling> => {
  const [filling] = (await handOver(world, clientId, form)).fillings;
  if (!filling) throw new Error('nothing was handed over');
  return filling;
};

describe('a form that came back unfinished', () => {
  test('goes on where it stood: answers, signature, what was seen and the page; only its reading through begins anew', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    const given = filledIn(filling.form, { page: 7 });
    await save(world, handoverId, filling, given);
    await back(world, handoverId);
    await world.ok('handover.review', { fillingId: filling.id, reviewed: ['why'] });
    expect((await world.ok('handover.returned', { clientId })).fillings).toMatchObject([{ ...given, reviewed: ['why'] }]);
    expect(await again(world, clientId)).toMatchObject({ id: filling.id, ...given, reviewed: [], outdated: false });
    expect(await world.open.database.selectFrom('fillings').select('id').execute()).toHaveLength(1);
  });

  test('that the client was through with begins at its opening page', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    await save(world, handoverId, filling, filledIn(filling.form, { page: lastPage }));
    await back(world, handoverId);
    expect((await again(world, clientId)).page).toBe(0);
  });

  test('whose text changed keeps the answers that fit, and no signature over words nobody read', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    const given = filledIn(filling.form, { talk: [] });
    await save(world, handoverId, filling, given);
    await back(world, handoverId);
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, credential: 'bodyworker' } });
    const now = await again(world, clientId);
    expect(now).toMatchObject({ id: filling.id, answers: given.answers, signatures: [], seen: [], page: 0, outdated: false });
    expect(now.form.shownSha256).not.toBe(filling.form.shownSha256);
  });

  test('an answer the changed form does not offer any more goes, the others stay', async () => {
    const world = await testWorld();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'US-NY' } });
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const { id: handoverId, fillings } = await handOver(world, clientId, 'informed-consent');
    const [filling] = fillings;
    if (!filling) throw new Error('nothing was handed over');
    const { areas: _, ...others } = answersTo(filling.form);
    const given = filledIn(filling.form, {
      answers: { ...others, areas: { kind: 'map', areas: { 'F-COLLAR-L': 'yes', 'B-NECK': 'ask' } } },
    });
    expect((await save(world, handoverId, filling, given)).ok).toBe(true);
    await back(world, handoverId);
    // Ontario gives this area a form of its own.
    await world.ok('profile.update', { version: 2, details: profileDetails });
    expect((await again(world, clientId)).answers).toEqual(others);
  });

  test("keeps the practitioner's words unless they are written anew; then it is read and signed again", async () => {
    const jo: Answers = { who: { kind: 'text', text: 'Jo Finch, second-year student' } };
    const ida: Answers = { who: { kind: 'text', text: 'Ida Berg, first-year student' } };
    const { world, clientId, handoverId, filling } = await begun({ formId: 'students-observers', answers: jo });
    const theirs = { stop: { kind: 'initials', initials: 'MR' } } as const;
    const given = filledIn(filling.form, { answers: { ...jo, ...theirs } });
    await save(world, handoverId, filling, given);
    await back(world, handoverId);
    const kept = await again(world, clientId, 'students-observers');
    expect(kept).toMatchObject({ answers: { ...jo, ...theirs }, signatures: given.signatures });
    await back(world, (await world.ok('handover.current', {})).id);
    const anew = await again(world, clientId, { formId: 'students-observers', answers: ida });
    expect(anew).toMatchObject({ answers: { ...ida, ...theirs }, signatures: [], seen: [] });
  });

  test('set aside is erased, and a new one begins empty', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    await save(world, handoverId, filling, filledIn(filling.form));
    await back(world, handoverId);
    expect(await world.ok('handover.setAside', { fillingId: filling.id })).toEqual({ clientId });
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'returned-form-set-aside', client_id: clientId, record_id: filling.id });
    expect(await world.call('handover.setAside', { fillingId: filling.id })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'form' },
    });
    const next = await again(world, clientId);
    expect([next.id === filling.id, next.answers]).toEqual([false, {}]);
  });

  test('signed before, shows what reads differently now', async () => {
    const { world, input, clientId } = await ready();
    await world.ok('consent.sign', input);
    const { version, text } = await world.ok('forms.get', { formId: 'informed-consent' });
    const elements = text.elements.map((one) => (one.id === 'benefits' ? { ...one, text: 'Some people sleep better.' } : one));
    await world.ok('forms.edit', {
      formId: 'informed-consent',
      basedOn: version,
      kind: 'meaning',
      note: 'Plainer',
      text: { ...text, elements },
    });
    const filling = await again(world, clientId);
    expect(filling.changes).toEqual([
      {
        title: 'Possible benefits',
        before: text.elements.find((one) => one.id === 'benefits')?.text,
        now: 'Some people sleep better.',
      },
    ]);
  });
});

describe('reading through what came back', () => {
  test('keeps the ticks of parts the form has, and refuses others', async () => {
    const { world, clientId, handoverId, filling } = await begun();
    await back(world, handoverId);
    const { id: fillingId } = filling;
    expect(await world.ok('handover.review', { fillingId, reviewed: ['why', 'stop', 'why'] })).toEqual({
      reviewed: ['why', 'stop'],
      clientId,
    });
    expect(await world.call('handover.review', { fillingId, reviewed: ['nowhere'] })).toMatchObject({
      error: { reason: 'parts-not-in-form', details: { elements: ['nowhere'] } },
    });
    expect((await world.ok('handover.returned', { clientId })).fillings[0]?.reviewed).toEqual(['why', 'stop']);
  });

  test('reaches nothing the client holds again, not even by a call that came in just before', async () => {
    const { world, input, clientId } = await ready();
    const { database, actor } = world.open;
    // The moment between a hand-over being kept and the vault being in it.
    await database
      .insertInto('handovers')
      .values({ id: 'h', client_id: clientId, begun_at: 't', begun_by: actor.id, resting: 0, ended_at: null, ended_by: null })
      .execute();
    const before = await database.selectFrom('fillings').selectAll().execute();
    const refusals = [
      await world.call('handover.review', { fillingId: input.fillingId, reviewed: [] }),
      await world.call('handover.setAside', { fillingId: input.fillingId }),
      await world.call('consent.sign', input),
      await world.call('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] }),
    ];
    for (const reply of refusals) expect(reply).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect(await database.selectFrom('fillings').selectAll().execute()).toEqual(before);
  });

  test('there is nothing of a client who gave nothing back, and none of an unknown one', async () => {
    const { world } = await begun();
    await back(world, (await world.ok('handover.current', {})).id);
    const noor = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    expect(await world.ok('handover.returned', { clientId: noor.id })).toEqual({ fillings: [] });
    expect(await world.call('handover.returned', { clientId: '01890000-0000-7000-8000-00000000abcd' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });
});

describe('whatever is typed', () => {
  const hostile = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x","y")',
    '{{practitioner_name}} #{process.env.HOME} %s %n',
    "'; drop table fillings; --",
    'a\u0000b\u0007c\u001bd',
    'right \u202e to \u2066 left',
    '../../etc/passwd',
    '/JavaScript (app.alert(1)) /OpenAction ) endobj',
    '\ud800 half a pair',
    'Zoe\u0308 \u0130 ﬁ',
  ];

  test.each(hostile)('%j is kept, shown and printed as text', async (text) => {
    const world = await testWorld();
    await factsFilled(world);
    const { id: clientId } = await world.ok('clients.create', { ...clientDetails, birthDate: '2012-05-01' });
    const { forms } = await world.ok('consent.forms', { clientId });
    const form = forms.find((one) => one.id === 'trauma-addendum');
    if (!form) throw new Error('the form is not offered');
    const answers: Answers = {
      'stop-when': { kind: 'text', text },
      helps: { kind: 'multi', values: ['other'], other: text },
      talk: { kind: 'choice', value: 'quiet', other: '' },
      memory: { kind: 'agreed' },
      coordination: { kind: 'declined' },
    };
    const name: Signature = { signer: 'client', method: 'typed', name: text };
    const fillingId = await returned(world, clientId, form, { answers, signatures: [name] });
    const expected = text.toWellFormed().trim().normalize();
    const [filling] = (await world.ok('handover.returned', { clientId })).fillings;
    expect(filling?.answers).toMatchObject({ 'stop-when': { text: expected }, helps: { other: expected } });
    expect(filling?.signatures).toEqual([{ ...name, name: expected }]);
    const consent = await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: [], acceptSubstitutes: true });
    const pdf = Buffer.from((await world.ok('documents.get', { id: consent.documentId })).pdf, 'base64');
    expect(pdf.toString('latin1')).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA)\b/);
    const squeezed = (words: string): string => words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    const readable = expected
      .replace(/[\p{C}\ufffd]/gu, '\u0001')
      .split('\u0001')
      .map(squeezed)
      .filter(Boolean);
    for (const piece of readable) expect(squeezed(textOf(pdf))).toContain(piece);
    expect(world.incidents).toEqual([]);
  });

  const stroke = (points: number) => Array.from({ length: points }, (_, index) => ({ x: index % 400, y: index % 100 }));
  const [drawn] = signatures;
  const huge: readonly (readonly [string, Partial<Filled>, object])[] = [
    [
      'a text over its limit',
      { answers: { why: { kind: 'text', text: 'x'.repeat(limits.paragraph + 1) } } },
      { path: ['answers', 'why', 'text'], problem: 'too-long', limit: limits.paragraph, length: limits.paragraph + 1 },
    ],
    [
      'a name over its limit',
      { signatures: [{ signer: 'client', method: 'typed', name: 'x'.repeat(limits.namePart + 1) }] },
      { path: ['signatures', 0, 'name'], problem: 'too-long', limit: limits.namePart, length: limits.namePart + 1 },
    ],
    [
      'a signature of too many points',
      { signatures: [{ ...drawn, strokes: Array.from({ length: 5 }, () => stroke(4_500)) } as Signature] },
      {},
    ],
    ['nine signatures', { signatures: Array.from({ length: 9 }, () => ({ signer: 'client', method: 'typed', name: 'M' }) as const) }, {}],
    ['two hundred and one parts', { seen: Array.from({ length: 201 }, () => 'why') }, {}],
    ['a page there cannot be', { page: lastPage + 1 }, {}],
  ];
  test.each(huge)('%s is refused beside its field, and what was kept stays', async (_, given, issue) => {
    const { world, handoverId, filling } = await begun();
    await save(world, handoverId, filling, filledIn(filling.form));
    const before = await world.open.database.selectFrom('fillings').selectAll().execute();
    const reply = await save(world, handoverId, { ...filling, revision: 2 }, { ...filledIn(filling.form), ...given });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid', issues: [issue] } });
    expect(await world.open.database.selectFrom('fillings').selectAll().execute()).toEqual(before);
  });

  test('a text of the full length is kept whole', async () => {
    const { world, handoverId, filling } = await begun();
    const text = 'ł'.repeat(limits.paragraph);
    await save(world, handoverId, filling, { ...filledIn(filling.form), answers: { why: { kind: 'text', text } } });
    expect((await world.ok('handover.current', {})).fillings[0]?.answers).toEqual({ why: { kind: 'text', text } });
  });
});

describe('a write that fails', () => {
  test('hands nothing over half: no form, no hand-over, and the screen stays with the practitioner', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const forms = [{ formId: 'informed-consent' }, { formId: 'trauma-addendum' }];
    for (const table of ['handovers', 'fillings', 'audit']) {
      await refuseRows(world.open.database, table);
      expect((await world.call('handover.begin', { clientId, forms })).ok).toBe(false);
      await allowRows(world.open.database);
      expect(world.open.handOver.current()).toBeNull();
      for (const kept of ['handovers', 'fillings'] as const)
        expect(await world.open.database.selectFrom(kept).selectAll().execute()).toEqual([]);
    }
    expect((await world.call('handover.begin', { clientId, forms })).ok).toBe(true);
  });

  test('on a full disk never says an answer was kept, keeps the one before, and takes it once there is room', async () => {
    const { world, handoverId, filling } = await begun();
    const before: Filled = { ...filledIn(filling.form), answers: { why: { kind: 'text', text: 'Before' } } };
    await save(world, handoverId, filling, before);
    await fillDisk(world.open.database);
    const long: Filled = { ...before, answers: { why: { kind: 'text', text: 'x'.repeat(limits.paragraph) } } };
    expect(await save(world, handoverId, { ...filling, revision: 2 }, long)).toEqual({
      ok: false,
      error: { code: 'unavailable', reason: 'disk-full' },
    });
    await makeRoom(world.open.database);
    expect((await world.ok('handover.current', {})).fillings).toMatchObject([{ answers: before.answers, revision: 2 }]);
    expect((await save(world, handoverId, { ...filling, revision: 2 }, long)).ok).toBe(true);
  });

  test('does not end a hand-over whose end could not be written', async () => {
    const { world, handoverId } = await begun();
    await refuseRows(world.open.database, 'audit');
    expect((await world.call('handover.end', { handoverId, passphrase: testPassphrase })).ok).toBe(false);
    await allowRows(world.open.database);
    expect(world.open.handOver.current()?.id).toBe(handoverId);
    expect((await world.ok('handover.current', {})).id).toBe(handoverId);
  });
});
