import { Refusal } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { intakeToFill } from '../intake/intake-to-fill.ts';
import type { Practice } from '../practice/practice.ts';
import type { KeptFilling } from './filling-repository.ts';
import { type FormWorld, formFor } from './form-world.ts';

/**
 * The client's part of the intake as it is handed over: filled with what the open round holds of it.
 * @throws Refusal form-not-offered while no round is open, answers-not-allowed: nothing in it is the practitioner's to write
 */
export const prepareIntake = async (
  practice: Practice,
  world: FormWorld,
  asked: ParsedInputOf<'handover.begin'>['forms'][number],
  handover: { readonly id: string; readonly position: number },
): Promise<KeptFilling> => {
  const foreign = Object.keys(asked.answers);
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { formId: asked.formId, elements: foreign });
  const form = formFor(practice, world, { ...asked, blanks: {} });
  const begun = await intakeToFill(practice, world.client.id, form);
  if (!begun) throw new Refusal('form-not-offered', { formId: asked.formId });

  return {
    ...begun,
    id: practice.newId(),
    handoverId: handover.id,
    clientId: world.client.id,
    position: handover.position,
    formId: form.id,
    area: null,
    said: null,
    formVersion: form.version,
    shownSha256: form.shownSha256,
    blanks: {},
    seen: [],
    reviewed: [],
    signatures: [],
    signedAt: {},
    substitutesAgreed: false,
    page: 0,
    revision: 1,
    savedAt: practice.now(),
  };
};
