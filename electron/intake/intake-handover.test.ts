import { describe, expect, test } from 'vitest';
import { item } from '../../shared/intake.test-world.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { begunIntake, intakeIn, someAnswers } from './intake.test-world.ts';
import { isForClient } from './intake-form.ts';

describe('the client’s part of the intake', () => {
  test('is handed over with what the round holds, filled, given back, and taken in with its filling erased', async () => {
    const { world, clientId, open, save, handOver, answer, end } = await begunIntake();
    await save({ 's-body-now': { answer: { kind: 'text', text: 'As the practitioner heard it' } }, 'f-order': { discussed: true } });
    const handover = await handOver();
    const { form, answers } = intakeIn(handover);
    expect(answers).toEqual({ 's-body-now': { kind: 'text', text: 'As the practitioner heard it' } });
    expect(form.elements.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(someAnswers)));
    expect(form.elements.find(({ id }) => id === 's-steady')).toMatchObject({
      title: 'Have you been feeling steady enough in the last two weeks to try something new?',
      text: '',
      help: "You don't need to tell the story.",
      section: 'Safety',
      required: false,
      by: 'client',
    });
    world.later(60_000);
    const reply = await answer(handover, { answers: someAnswers, talk: ['s-steady'] });
    expect(reply).toMatchObject({ ok: true, value: { revision: 2 } });
    world.later(60_000);
    expect(await end(handover)).toEqual({ ok: true, value: { clientId, crisisId: null } });

    const round = await open();
    expect(round.entries['s-own-choice']).toEqual({
      clientSaid: null,
      answer: someAnswers['s-own-choice'],
      from: 'client',
      answeredAt: '2026-11-24T15:59:00.000Z',
      talk: false,
      discussedAt: null,
      leftAt: null,
      inWritingAt: null,
      note: '',
      asked: {
        label: 'Here by their own choice',
        question: 'Is it your own choice to be here today?',
        options: [{ value: 'yes', label: 'Yes' }],
      },
    });
    for (const [id, given] of Object.entries(someAnswers)) expect(round.entries[id]).toMatchObject({ answer: given, from: 'client' });
    expect(round.entries['s-steady']).toMatchObject({ answer: null, talk: true });
    expect(round.entries['f-order']).toMatchObject({ discussedAt: '2026-11-24T15:58:00.000Z' });
    expect(await world.open.database.selectFrom('fillings').selectAll().execute()).toEqual([]);
    expect((await world.ok('handover.returned', { clientId })).fillings).toEqual([]);
  });

  test('asks nothing that is the practitioner’s to ask, or only said, tried or signed', () => {
    expect(isForClient(item('x', 'text'))).toBe(true);
    expect(isForClient(item('x', 'text', { answeredBy: 'both' }))).toBe(true);
    expect(isForClient(item('x', 'text', { answeredBy: 'practitioner' }))).toBe(false);
    expect(isForClient(item('x', 'text', { question: null }))).toBe(false);
    for (const capture of ['tick', 'form', 'rehearsal'] as const) expect(isForClient(item('x', capture))).toBe(false);
  });

  test('needs a round that is open', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const reply = await world.call('handover.begin', { clientId, forms: [{ formId: 'safe-intake' }] });
    expect(reply).toEqual({ ok: false, error: { code: 'refused', reason: 'form-not-offered', details: { formId: 'safe-intake' } } });
  });

  test('goes with other forms in the order given, asks for no signature, and may be given back with nothing in it', async () => {
    const { world, clientId, open, handOver, end } = await begunIntake();
    const before = await open();
    const handover = await handOver('trauma-addendum', 'safe-intake', 'informed-consent');
    expect(handover.fillings.map(({ form }) => form.id)).toEqual(['trauma-addendum', 'safe-intake', 'informed-consent']);
    const { id: fillingId, form, changes } = intakeIn(handover);
    expect([form.elements.filter(({ signers }) => signers.length > 0), changes]).toEqual([[], []]);
    expect(await world.ok('handover.check', { handoverId: handover.id, fillingId })).toEqual({
      unanswered: [],
      notShown: [],
      toTalkAbout: [],
      waiting: [],
      unprintable: [],
      leftOut: false,
    });
    expect((await end(handover)).ok).toBe(true);
    expect(await open()).toEqual(before);
    const { fillings } = await world.ok('handover.returned', { clientId });
    expect(fillings.map((filling) => filling.form.id)).toEqual(['trauma-addendum', 'informed-consent']);
    expect((await world.ok('consent.ofClient', { clientId })).notOffered).toEqual([]);
    expect((await world.audit()).some(({ action }) => action === 'intake-changed')).toBe(false);
  });

  const refused: readonly (readonly [string, Parameters<Awaited<ReturnType<typeof begunIntake>>['answer']>[1], string])[] = [
    [
      'an option that stands alone beside another',
      { answers: { 's-what-helps': { kind: 'multi', values: ['none', 'quiet'], other: '' } } },
      'answers-not-allowed',
    ],
    ['a place nobody offers', { answers: { 'a-areas': { kind: 'map', areas: { 'F-GENITAL': 'ask' } } } }, 'answers-not-allowed'],
    ['what is the practitioner’s to say', { answers: { 'f-order': { kind: 'agreed' } } }, 'answers-not-allowed'],
    ['a part there is not', { talk: ['f-order'] }, 'parts-not-in-form'],
    ['a signature', { signatures: [{ signer: 'client', method: 'typed', name: 'Maya' }] }, 'signatures-incomplete'],
  ];
  test.each(refused)('does not take %s', async (_, given, reason) => {
    const { handOver, answer } = await begunIntake();
    expect(await answer(await handOver(), given)).toMatchObject({ ok: false, error: { code: 'refused', reason } });
  });

  test('leaves what the client never came to as it was', async () => {
    const { open, save, handOver, answer, end } = await begunIntake();
    await save({ 's-easier': { answer: { kind: 'text', text: 'A window' } }, 's-way-home': { answer: { kind: 'text', text: 'By bus' } } });
    const handover = await handOver();
    await answer(handover, { answers: {}, seen: ['s-easier'] });
    await end(handover);
    expect((await open()).entries).toMatchObject({ 's-easier': { answer: null }, 's-way-home': { answer: { text: 'By bus' } } });
  });

  test('takes an answer away that the client cleared, and lets what was said of another answer fall', async () => {
    const { open, save, handOver, answer, end } = await begunIntake();
    const said = { discussed: true } as const;
    await save({
      's-body-now': { answer: { kind: 'text', text: 'My neck' }, ...said },
      's-easier': { answer: { kind: 'text', text: 'A window' }, ...said },
      's-way-home': { answer: { kind: 'text', text: 'By bus' }, from: 'paper', ...said },
      'e-questions': { left: true },
    });
    const handover = await handOver();
    const { 's-body-now': _, ...kept } = intakeIn(handover).answers;
    await answer(handover, { answers: { ...kept, 's-easier': { kind: 'text', text: 'The door open' } }, talk: ['e-questions'] });
    await end(handover);
    const { entries } = await open();
    expect(entries['s-body-now']).toMatchObject({ answer: null, from: null, answeredAt: null, asked: null, discussedAt: null });
    expect(entries['s-easier']).toMatchObject({ answer: { text: 'The door open' }, from: 'client', discussedAt: null });
    expect(entries['s-way-home']).toMatchObject({ answer: { text: 'By bus' }, from: 'paper', discussedAt: expect.any(String) });
    expect(entries['e-questions']).toMatchObject({ answer: null, talk: true, leftAt: null });
  });

  test('on two screens: the later one is told, and loses nothing of the first', async () => {
    const { open, handOver, answer, end } = await begunIntake();
    const handover = await handOver();
    await answer(handover, { answers: { 's-distress': { kind: 'scale', value: 7 } } });
    expect(await answer(handover, { answers: {} })).toEqual({ ok: false, error: { code: 'conflict', current: { revision: 2 } } });
    await end(handover);
    expect((await open()).entries['s-distress']).toMatchObject({ answer: { value: 7 } });
  });

  test('whose return could not be written down stays with the client, whole', async () => {
    const { world, open, handOver, answer, end } = await begunIntake();
    const handover = await handOver();
    await answer(handover, { answers: someAnswers });
    await refuseRows(world.open.database, 'audit');
    expect((await end(handover)).ok).toBe(false);
    await allowRows(world.open.database);
    const current = await world.ok('handover.current', {});
    expect(intakeIn(current).answers).toEqual(someAnswers);
    expect((await end(current)).ok).toBe(true);
    expect((await open()).entries['s-distress']).toMatchObject({ answer: { value: 4 } });
  });
});
