import type { InputOf } from '../../shared/calls.ts';
import type { AreaState, ConsentForm } from '../../shared/consent-form.ts';
import { type Answers, partsToReview } from '../../shared/form-answers.ts';
import type { Filled } from '../../shared/handover.ts';
import { goneThrough } from '../intake/gone-through.test-world.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { answersTo, filledIn, signatures } from './consent.test-world.ts';

/** One client and what they say, one thing after the other, each in its own form: shared by the tests of which word holds. */

export const place = 'B-TRAP-L';

export const minute = 60_000;

const level = (value: string): Answers[string] => ({ kind: 'choice', value, other: '' });

/** The place and the firmest contact, as they are answered in each form. */
export const inConsent =
  (state: AreaState, contact: string) =>
  (form: ConsentForm): Answers => ({
    ...answersTo(form),
    areas: { kind: 'map', areas: { [place]: state } },
    'contact-level': level(contact),
  });

export const inIntake = (state: AreaState, contact: string) => (): Answers => ({
  'a-areas': { kind: 'map', areas: { [place]: state } },
  'a-contact-level': level(contact),
});

/** A form the client gave back: what the practitioner finishes. */
export type Returned = { readonly fillingId: string; readonly form: ConsentForm; readonly answers: Answers };

export const finish = async (world: TestWorld, { fillingId, form, answers }: Returned) => {
  await world.ok('handover.review', { fillingId, reviewed: [...partsToReview(form, answers)] });
  const practitioner = signatures.filter(({ signer }) => signer === 'practitioner');
  return world.call('consent.sign', { fillingId, shownSha256: form.shownSha256, signatures: practitioner });
};

export const someone = async (details: Partial<InputOf<'clients.create'>> = {}) => {
  const world = await testWorld();
  const { ok } = world;
  const { id: clientId } = await ok('clients.create', { ...clientDetails, ...details });
  await goneThrough(world, clientId);
  const round = async () => {
    const { items, open } = await ok('intake.ofClient', { clientId });
    if (!open) throw new Error('no round is open');
    return { items, open };
  };
  return {
    world,
    clientId,
    /** The screen goes over with these forms. */
    handOver: async (...formIds: readonly string[]): Promise<void> => {
      await ok('handover.begin', { clientId, forms: formIds.map((formId) => ({ formId })) });
    },
    /** The client fills one of them, and signs it where anyone does. */
    fill: async (formId: string, answersIn: (form: ConsentForm) => Answers, given: Partial<Filled> = {}): Promise<Returned> => {
      const handover = await ok('handover.current', {});
      const filling = handover.fillings.find(({ form }) => form.id === formId);
      if (!filling) throw new Error(`${formId} is not on the screen`);
      const { id: fillingId, form, revision } = filling;
      const filled = filledIn(form, { answers: answersIn(form), ...given });
      await ok('handover.answer', { ...filled, handoverId: handover.id, fillingId, revision });
      return { fillingId, form, answers: filled.answers };
    },
    giveBack: async (): Promise<void> => {
      const { id: handoverId } = await ok('handover.current', {});
      await ok('handover.end', { handoverId, passphrase: testPassphrase });
    },
    save: async (answers: Answers, from: 'practitioner' | 'paper' = 'practitioner'): Promise<void> => {
      const { id: intakeId, revision } = (await round()).open;
      const changes = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, from }]));
      await ok('intake.save', { intakeId, revision, changes });
    },
    /** The open round is gone through to its end. */
    review: async (): Promise<void> => {
      const { items, open } = await round();
      const changes = Object.fromEntries(items.map(({ id }) => [id, { discussed: true }]));
      const { id: intakeId, revision } = await ok('intake.save', { intakeId: open.id, revision: open.revision, changes });
      await ok('intake.review', { intakeId, revision });
    },
    newest: async () => (await ok('consentMap.get', { clientId })).map,
    /** `yes 3`, `no 0`. */
    allowedAt: async (code = place): Promise<string> => {
      const area = (await ok('consentMap.allowed', { clientId })).areas.find((one) => one.code === code);
      return area ? `${area.holds} ${area.ceiling}` : 'not told';
    },
  };
};
