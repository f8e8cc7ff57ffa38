import { expect, test } from 'vitest';
import { type Answers, partsToReview } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import { testPassphrase } from '../practice/practice.test-world.ts';
import { answersTo, factsFilled, filledIn, handOver } from './consent.test-world.ts';
import { guarded, mark, minute, out, said, withClient } from './map.test-world.ts';

const narrower: Answers = { areas: { kind: 'map', areas: { 'B-TRAP-L': 'ask' } } };

/** A young person with their guardian fills both forms in one sitting, and marks different places in them. */
const inOneSitting = async () => {
  const made = await withClient({ chosenName: 'Ilse', birthDate: '2011-05-01' });
  const { world, clientId } = made;
  await factsFilled(world);
  const { id: handoverId, fillings } = await handOver(world, clientId, 'informed-consent', 'minor-consent');
  const signatures: Signature[] = [
    { signer: 'young_person', method: 'typed', name: 'Ilse' },
    { signer: 'guardian', method: 'typed', name: 'Ana Ortega' },
  ];
  for (const { id: fillingId, form, revision } of fillings) {
    const answers = form.id === 'minor-consent' ? { ...answersTo(form), ...narrower } : said(form);
    world.later(minute);
    const filled = filledIn(form, { answers, ...(form.id === 'minor-consent' ? { signatures } : {}) });
    await world.ok('handover.answer', { ...filled, handoverId, fillingId, revision });
  }
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  for (const { id: fillingId, form } of fillings)
    await world.ok('handover.review', { fillingId, reviewed: [...partsToReview(form, answersTo(form))] });
  const finish = async (formId: string) => {
    world.later(minute);
    const filling = fillings.find(({ form }) => form.id === formId);
    if (!filling) throw new Error('the form was not handed over');
    const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };
    return world.ok('consent.sign', { fillingId: filling.id, shownSha256: filling.form.shownSha256, signatures: [hana] });
  };
  return { ...made, finish };
};

test.each([
  ['the consent', 'informed-consent', 'minor-consent'],
  ['the guardian’s form', 'minor-consent', 'informed-consent'],
])('of two forms of one sitting the narrower holds, with %s finished first', async (_, first, second) => {
  const { newest, finish } = await inOneSitting();
  await finish(first);
  await finish(second);
  expect(await newest()).toMatchObject({ source: 'consent', ceiling: 3, areas: { 'B-TRAP-L': mark('ask'), 'B-NECK': out } });
});

test('a guardian’s form opens nothing, and says nothing of a level', async () => {
  const { world, clientId, newest, set } = await withClient({ chosenName: 'Ilse', birthDate: '2011-05-01' });
  await factsFilled(world);
  await set({ ceiling: 2, areas: { 'B-TRAP-L': mark('ask', 1), 'B-TRAP-R': mark('yes') } });
  world.later(minute);
  await guarded(world, clientId);
  expect(await newest()).toMatchObject({ ceiling: 2, areas: { 'B-TRAP-L': mark('ask', 1), 'B-TRAP-R': out } });
  expect(Object.keys((await newest())?.areas ?? {})).toEqual(['B-TRAP-L', 'B-TRAP-R']);
  await set({ basedOn: (await newest())?.id ?? null, areas: { 'B-TRAP-L': mark('yes'), 'B-TRAP-R': mark('yes') } });
  expect((await newest())?.areas['B-TRAP-R']).toEqual(mark('yes'));
});
