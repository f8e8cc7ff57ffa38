import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import { type Filled, type Filling, lastPage } from '../../shared/handover.ts';
import { limits } from '../../shared/limits.ts';
import type { Signature } from '../../shared/signatures.ts';
import { textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, fillDisk, makeRoom, refuseRows } from '../store/trouble.test-world.ts';
import { factsFilled, filledIn, handOver, returned, signatures } from './consent.test-world.ts';

/** Whatever a person may type into a form that was handed over, and a disk that fails under it. */

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
