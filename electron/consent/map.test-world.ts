import type { AllowedArea } from '../../shared/allowed.ts';
import type { InputOf } from '../../shared/calls.ts';
import type { Consent } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Filled } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { goneThrough } from '../intake/gone-through.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, handOver, returned } from './consent.test-world.ts';

export const minute = 60_000;
export const day = 86_400_000;

export const mark = (state: 'no' | 'ask' | 'yes', ceiling: 0 | 1 | 2 | 3 | 4 = 3) => ({ state, ceiling });
export const out = mark('no', 0);

/** What a client marks in the consent: a medium touch, the shoulder in and the neck on asking. */
export const said = (form: ConsentForm, more: Answers = {}): Answers => ({
  ...answersTo(form),
  'contact-level': { kind: 'choice', value: 'C3', other: '' },
  ...more,
});

export const formOf = async (world: TestWorld, clientId: string, formId: string): Promise<ConsentForm> => {
  const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === formId);
  if (!form) throw new Error(`${formId} is not offered`);
  return form;
};

const hana: Signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' };

/** A form filled by the client and read through: what is left is the practitioner's signature. */
export const waiting = async (
  world: TestWorld,
  clientId: string,
  formId: string,
  given: (form: ConsentForm) => Partial<Filled> = () => ({}),
) => {
  const form = await formOf(world, clientId, formId);
  const fillingId = await returned(world, clientId, form, given(form));
  return { fillingId, shownSha256: form.shownSha256, signatures: [hana] } satisfies InputOf<'consent.sign'>;
};

/** The consent to bodywork, filled and signed by everyone. */
export const consented = async (world: TestWorld, clientId: string, more: Answers = {}): Promise<Consent> =>
  world.ok('consent.sign', await waiting(world, clientId, 'informed-consent', (form) => ({ answers: said(form, more) })));

/** The forms of someone under age, signed by them and their guardian. */
export const guarded = async (world: TestWorld, clientId: string): Promise<Consent> => {
  const young: Signature[] = [
    { signer: 'young_person', method: 'typed', name: 'Ilse' },
    { signer: 'guardian', method: 'typed', name: 'Ana Ortega' },
  ];
  return world.ok('consent.sign', await waiting(world, clientId, 'minor-consent', () => ({ signatures: young })));
};

/** A client of whom all was asked, so that forms and marks alone decide what is allowed. */
export const withClient = async (details: Partial<InputOf<'clients.create'>> = {}) => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, ...details });
  await goneThrough(world, clientId);
  const newest = async () => (await world.ok('consentMap.get', { clientId })).map;
  const set = (input: Partial<InputOf<'consentMap.set'>> = {}) =>
    world.call('consentMap.set', { clientId, basedOn: null, ceiling: 3, areas: { 'B-TRAP-L': mark('yes') }, ...input });
  const withdraw = (areas: string[], words = 'Not there') => world.call('consentMap.withdraw', { clientId, areas, words });
  const allowedAt = async (code: string): Promise<string> => {
    const area = (await world.ok('consentMap.allowed', { clientId })).areas.find((one) => one.code === code);
    return area ? lineOf(area) : 'not told';
  };
  return { world, clientId, newest, set, withdraw, allowedAt };
};

/** `ask 3 tier-ask ceiling`. */
export const lineOf = ({ holds, ceiling, reasons }: AllowedArea): string =>
  [holds, ceiling, ...reasons.map(({ code, day: since }) => (since ? `${code}@${since}` : code))].join(' ');

/** The screen goes to the client, who answers these parts of one form. */
export const answering = async (world: TestWorld, clientId: string, formId: string, answers: Answers): Promise<string> => {
  const { id: handoverId, fillings } = await handOver(world, clientId, formId);
  const filling = fillings.find(({ form }) => form.id === formId);
  if (!filling) throw new Error('the form was not handed over');
  world.later(minute);
  const { id: fillingId, revision, talk, seen, signatures, substitutesAgreed, page } = filling;
  const filled = { answers: { ...filling.answers, ...answers }, talk, seen, signatures, substitutesAgreed, page };
  await world.ok('handover.answer', { ...filled, handoverId, fillingId, revision });
  world.later(minute);
  return handoverId;
};
