import { Refusal } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { numbersMayBeShown } from '../intake/crisis-settings-service.ts';
import { screenToFill } from '../intake/health-to-fill.ts';
import { intakeToFill } from '../intake/intake-to-fill.ts';
import type { Practice } from '../practice/practice.ts';
import type { KeptFilling } from './filling-repository.ts';
import { type FormWorld, formFor, isHealthScreen } from './form-world.ts';

type Asked = ParsedInputOf<'handover.begin'>['forms'][number];

/** What it begins with; null while no round of it is open. */
const toFill = (practice: Practice, { client }: FormWorld, asked: Asked, form: ConsentForm) =>
  isHealthScreen(asked) ? screenToFill(practice.db, client.id, form) : intakeToFill(practice, client.id, form);

/**
 * The client's part of the intake, or the health screen, as it is handed over: filled with what the open round holds of it.
 * @throws Refusal form-not-offered while no round is open; answers-not-allowed: nothing in it is the practitioner's to write;
 * crisis-numbers-unchecked: an answer may call for help at once, and then the client reads them
 */
export const prepareOfRecord = async (
  practice: Practice,
  world: FormWorld,
  asked: Asked,
  handover: { readonly id: string; readonly position: number },
): Promise<KeptFilling> => {
  const foreign = Object.keys(asked.answers);
  if (foreign.length > 0) throw new Refusal('answers-not-allowed', { formId: asked.formId, elements: foreign });
  const form = formFor(practice, world, { ...asked, blanks: {} });
  const begun = await toFill(practice, world, asked, form);
  if (!begun) throw new Refusal('form-not-offered', { formId: asked.formId });
  if (isHealthScreen(asked) && !(await numbersMayBeShown(practice))) throw new Refusal('crisis-numbers-unchecked');

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
