import { expect, test } from 'vitest';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { factsFilled, filledIn, handOver, signatures } from './consent.test-world.ts';

const world = async (): Promise<{ readonly world: TestWorld; readonly clientId: string }> => {
  const made = await testWorld();
  await factsFilled(made);
  return { world: made, clientId: (await made.ok('clients.create', clientDetails)).id };
};

const multiAnswers = (form: ConsentForm) => {
  const filled = filledIn(form);
  const asked = form.elements.filter((element) => element.capture === 'multi');
  const chosen = asked.map((one) => [one.id, { kind: 'multi' as const, values: [one.options[0]?.value ?? ''], other: '' }]);
  return { ...filled, answers: { ...filled.answers, ...Object.fromEntries(chosen) } };
};

const signed = async ({ world, clientId }: Awaited<ReturnType<typeof signing>>['at'], formId: string, blanks = {}) => {
  const { id: handoverId, fillings } = await handOver(world, clientId, { formId, blanks });
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { form, id: fillingId, revision } = filling;
  // Asked only where a form is to end on a day or at an event.
  const { scores: _, 'expire-event': __, ...given } = multiAnswers(form).answers;
  const isDated = form.elements.some((element) => element.id === 'expire-date');
  const answers = isDated ? { ...given, 'expire-date': { kind: 'date' as const, day: '2027-02-01' } } : given;
  await world.ok('handover.answer', { ...multiAnswers(form), answers, handoverId, fillingId, revision });
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  await world.ok('handover.review', { fillingId, reviewed: form.elements.map((element) => element.id) });
  const theirs = form.elements.some((element) => element.signers.includes('practitioner'));
  const by = signatures.filter((one) => theirs && one.signer === 'practitioner');
  await world.ok('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: by });
};

/** A form signed by a client, and where it stands. */
const signing = async (formId: string, blanks = {}) => {
  const at = await world();
  await signed(at, formId, blanks);
  const standing = async () => {
    const state = (await at.world.ok('consent.ofClient', { clientId: at.clientId })).forms.find((form) => form.formId === formId);
    return [state?.state, state?.reason, state?.newerText];
  };
  return { at, standing };
};

const setFact = async (world: TestWorld, placeholder: string, words: string): Promise<void> => {
  const { version } = await world.ok('profile.formFacts', {});
  await world.ok('profile.setFormFacts', { version, facts: [{ placeholder, words, checkedOn: null }] });
};

test.each([
  ['hours', '240'],
  ['amount', 'CAD 900'],
  ['fee_table', '60 minutes 900.00'],
])('another %s is signed again, and what changed is shown', async (placeholder, words) => {
  const { at, standing } = await signing('fees-cancellation');
  expect(await standing()).toEqual(['in-force', null, false]);
  await setFact(at.world, placeholder, words);
  expect(await standing()).toEqual(['sign-again', 'newer-version', true]);
  const { fillings } = await handOver(at.world, at.clientId, 'fees-cancellation');
  expect(fillings[0]?.changes.map((change) => [change.now.includes(words), change.before.includes(words)])).toContainEqual([true, false]);
});

test('a price changed together with a spelling fix is still another price', async () => {
  const { at, standing } = await signing('fees-cancellation');
  const { text, version } = await at.world.ok('forms.get', { formId: 'fees-cancellation' });
  const elements = text.elements.map((one) => (one.text.includes('{{amount}}') ? { ...one, text: `${one.text}.` } : one));
  await at.world.ok('forms.edit', {
    formId: 'fees-cancellation',
    basedOn: version,
    kind: 'spelling',
    note: '',
    text: { ...text, elements },
  });
  expect(await standing()).toEqual(['in-force', null, true]);
  await setFact(at.world, 'amount', 'CAD 900');
  expect(await standing()).toEqual(['sign-again', 'newer-version', true]);
});

test('another stop signal reads differently, and what was signed counts on', async () => {
  const { at, standing } = await signing('informed-consent');
  expect(await standing()).toEqual(['in-force', null, false]);
  const { version } = await at.world.ok('clients.get', { id: at.clientId });
  await at.world.ok('clients.update', { id: at.clientId, version, details: { ...clientDetails, stopWord: 'green' } });
  expect(await standing()).toEqual(['in-force', null, true]);
});

test('words of one signing alone, such as who is told, are no other text', async () => {
  const { standing } = await signing('release-of-information', { release_from: 'the practice', release_to: 'Dr Osei' });
  expect(await standing()).toEqual(['in-force', null, false]);
});
