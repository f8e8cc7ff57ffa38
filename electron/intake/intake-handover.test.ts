import { describe, expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { begunIntake, intakeIn, someAnswers } from './intake.test-world.ts';

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
    expect(await end(handover)).toEqual({ ok: true, value: { clientId } });

    const round = await open();
    expect(round.entries['s-own-choice']).toEqual({
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

  test('needs a round that is open', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const reply = await world.call('handover.begin', { clientId, forms: [{ formId: 'safe-intake' }] });
    expect(reply).toEqual({ ok: false, error: { code: 'refused', reason: 'form-not-offered', details: { formId: 'safe-intake' } } });
  });
});
