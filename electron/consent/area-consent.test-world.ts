import type { Consent } from '../../shared/consent.ts';
import { areaForm, type ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Filled, Handover } from '../../shared/handover.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, filledIn, signatures } from './consent.test-world.ts';

export const left = 'B-GLUTE-L';
export const right = 'B-GLUTE-R';

/** From here on exactly these places are offered. */
export const turnOn = async (world: TestWorld, ...turnedOn: string[]): Promise<void> => {
  const { version } = await world.ok('consentMap.sensitiveAreas', {});
  await world.ok('consentMap.setSensitiveAreas', { version, turnedOn, confirmed: true });
};

export const practiceWith = async (...turnedOn: string[]) => {
  const world = await testWorld();
  await turnOn(world, ...turnedOn);
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

const written: Answers = {
  reason: { kind: 'text', text: 'The ache sits here' },
  technique: { kind: 'text', text: 'A still hand, light, two minutes' },
  limit: { kind: 'text', text: 'Above the sheet line' },
};

/** The form of one place as it is handed over, with what the practitioner writes before. */
export const ofPlace = (area: string, answers: Answers = written) => ({ formId: areaForm, area, answers });

/** Everything answered, and the place marked. */
export const filledFor = (form: ConsentForm, state: 'no' | 'ask' | 'yes' = 'ask', given: Partial<Filled> = {}): Filled => {
  const area: Answers = { area: { kind: 'map', areas: { [form.area ?? '']: state } } };
  const alternatives: Answers = { alternatives: { kind: 'multi', values: ['leave_out'], other: '' } };
  const seen = form.elements.filter(({ capture }) => capture !== 'signature').map(({ id }) => id);
  return filledIn(form, {
    answers: { ...answersTo(form), ...written, ...alternatives, ...area },
    seen,
    signatures: signatures.filter(({ signer }) => signer === 'client'),
    ...given,
  });
};

export const fillingOn = ({ fillings }: Pick<Handover, 'fillings'>, area: string) => {
  const filling = fillings.find(({ form }) => form.area === area);
  if (!filling) throw new Error(`the form of ${area} is not there`);
  return filling;
};

/** The client fills the form of one place, the screen being theirs. */
export const answerPlace = async (world: TestWorld, area: string, state?: 'no' | 'ask' | 'yes', given: Partial<Filled> = {}) => {
  const handover = await world.ok('handover.current', {});
  const { form, id: fillingId, revision } = fillingOn(handover, area);
  await world.ok('handover.answer', { ...filledFor(form, state, given), handoverId: handover.id, fillingId, revision });
  return { form, fillingId };
};

export const takeBack = async (world: TestWorld): Promise<void> => {
  const { id: handoverId } = await world.ok('handover.current', {});
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
};

/** Reads the returned form of one place through; what is left is the practitioner's signature. */
export const readThrough = async (world: TestWorld, clientId: string, area: string) => {
  const { form, id: fillingId } = fillingOn(await world.ok('handover.returned', { clientId }), area);
  await world.ok('handover.review', { fillingId, reviewed: form.elements.map(({ id }) => id) });
  return {
    fillingId,
    shownSha256: form.shownSha256,
    signatures: signatures.filter(({ signer }) => signer === 'practitioner'),
  };
};

/** The form of one place, handed over, filled in and finished. */
export const signedFor = async (world: TestWorld, clientId: string, area: string): Promise<Consent> => {
  await world.ok('handover.begin', { clientId, forms: [ofPlace(area)] });
  await answerPlace(world, area);
  await takeBack(world);
  return world.ok('consent.sign', await readThrough(world, clientId, area));
};

/** Where the form of each place stands. */
export const standingOf = async (world: TestWorld, clientId: string) =>
  (await world.ok('consent.ofClient', { clientId })).forms
    .filter(({ formId }) => formId === areaForm)
    .map(({ area, state, reason, consentId, newerText }) => ({ area, state, reason, consentId, newerText }));
