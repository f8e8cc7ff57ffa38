import { expect, test } from 'vitest';
import type { Answer } from '../../shared/form-answers.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { begunIntake, intakeIn } from './intake.test-world.ts';

const words = (text: string): Answer => ({ kind: 'text', text });
const item = 's-medicines';

/** Each number of turns is another point of the one call at which the other begins. */
const turns = Array.from({ length: 40 }, (_, index) => index * 8);

test('an answer that is being kept as the screen goes over is on it, or the screen does not go over', async () => {
  let both = 0;
  let refused = 0;
  for (const turn of turns) {
    const { world, clientId, open, save, answer, end } = await begunIntake();
    await save({ [item]: { answer: words('none') } });
    const { id: intakeId, revision } = await open();
    const begun = world.call('handover.begin', { clientId, forms: [{ formId: intakeFormId }] });
    for (let left = turn; left > 0; left -= 1) await Promise.resolve();
    const saved = world.call('intake.save', { intakeId, revision, changes: { [item]: { answer: words('blood thinners') } } });
    const [isOver, isSaved] = [(await begun).ok, (await saved).ok];
    const reply = await begun;
    if (!reply.ok) expect(reply.error).toEqual({ code: 'conflict', current: null });
    if (isOver) {
      const handover = await world.ok('handover.current', {});
      expect(intakeIn(handover).answers[item]).toEqual(words(isSaved ? 'blood thinners' : 'none'));
      await answer(handover, {});
      await end(handover);
    }
    expect((await open()).entries[item]).toMatchObject({ answer: words(isSaved ? 'blood thinners' : 'none'), from: 'practitioner' });
    both += isOver && isSaved ? 1 : 0;
    refused += isOver ? 0 : 1;
  }
  // It was tried at the moments that matter.
  expect(refused).toBeGreaterThan(0);
  expect(both + refused).toBeLessThan(turns.length);
});

test('a place that is being taken back as the screen goes over is out on it, or the screen does not go over', async () => {
  let refused = 0;
  for (const turn of turns) {
    const { world, clientId, save } = await begunIntake();
    await save({ 'a-areas': { answer: { kind: 'map', areas: { 'B-NECK': 'yes' } } } });
    const begun = world.call('handover.begin', { clientId, forms: [{ formId: intakeFormId }] });
    for (let left = turn; left > 0; left -= 1) await Promise.resolve();
    const taken = await world.call('consentMap.withdraw', { clientId, areas: ['B-NECK'], words: '' });
    const isOver = (await begun).ok;
    const shown = isOver ? intakeIn(await world.ok('handover.current', {})).answers['a-areas'] : null;
    if (shown && taken.ok) expect(shown).toMatchObject({ areas: { 'B-NECK': 'no' } });
    refused += isOver ? 0 : 1;
  }
  expect(refused).toBeGreaterThan(0);
});
