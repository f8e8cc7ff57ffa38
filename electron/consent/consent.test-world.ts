import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { type Answers, partsToReview } from '../../shared/form-answers.ts';
import type { Filled, Handover } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';

export type SignInput = InputOf<'consent.sign'>;

export const signatures: Signature[] = [
  {
    signer: 'client',
    name: '',
    method: 'drawn',
    width: 468,
    height: 148,
    strokes: [
      [
        { x: 20, y: 90 },
        { x: 60, y: 20 },
        { x: 120, y: 110 },
      ],
    ],
  },
  { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' },
];

/** Every required part answered, in the way its kind asks for. */
export const answersTo = (form: ConsentForm): Answers =>
  Object.fromEntries(
    form.elements.flatMap((element): [string, Answers[string]][] => {
      switch (element.capture) {
        case 'text':
          return [[element.id, { kind: 'text', text: 'Sleeping through the night' }]];
        case 'map':
          return [
            [element.id, { kind: 'map', areas: form.area === null ? { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' } : { [form.area]: 'ask' } }],
          ];
        case 'choice':
          return [[element.id, { kind: 'choice', value: element.options[0]?.value ?? '', other: '' }]];
        case 'initial':
          return [[element.id, { kind: 'initials', initials: 'MR' }]];
        case 'confirm':
          return [[element.id, { kind: 'agreed' }]];
        default:
          return [];
      }
    }),
  );

/** All of a form as a client leaves it: answered, every part read, signed by everyone but the practitioner. */
export const filledIn = (form: ConsentForm, given: Partial<Filled> = {}): Filled => ({
  answers: answersTo(form),
  talk: [],
  seen: form.elements.map((element) => element.id),
  signatures: signatures.filter(
    (one) => one.signer !== 'practitioner' && form.elements.some((element) => element.signers.includes(one.signer)),
  ),
  substitutesAgreed: false,
  page: 0,
  ...given,
});

/** Hands one form over, has it filled in and taken back, and reads it through. Gives the filling's id. */
export const returned = async (world: TestWorld, clientId: string, form: ConsentForm, given: Partial<Filled> = {}): Promise<string> => {
  await world.ok('handover.begin', { clientId, forms: [{ formId: form.id }] });
  const { id: handoverId, fillings } = await world.ok('handover.current', {});
  const filling = fillings.find((one) => one.form.id === form.id);
  if (!filling) throw new Error('the form was not handed over');
  const filled = filledIn(form, given);
  await world.ok('handover.answer', { ...filled, handoverId, fillingId: filling.id, revision: filling.revision });
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  await world.ok('handover.review', { fillingId: filling.id, reviewed: [...partsToReview(form, filled.answers)] });
  return filling.id;
};

/** A client whose form came back answered in full and signed, read through, with the practitioner about to sign. */
export const ready = async (
  details: Partial<InputOf<'clients.create'>> = {},
  given: (form: ConsentForm) => Partial<Filled> = () => ({}),
): Promise<{ world: TestWorld; form: ConsentForm; input: SignInput; clientId: string }> => {
  const world = await testWorld();
  const client = await world.ok('clients.create', { ...clientDetails, ...details });
  const { forms } = await world.ok('consent.forms', { clientId: client.id });
  const form = forms.find((one) => one.id === 'informed-consent');
  if (!form) throw new Error('no form is offered');
  const fillingId = await returned(world, client.id, form, given(form));
  const input: SignInput = {
    fillingId,
    shownSha256: form.shownSha256,
    signatures: signatures.filter((one) => one.signer === 'practitioner'),
  };
  return { world, form, input, clientId: client.id };
};

type Begin = InputOf<'handover.begin'>['forms'];

/** The screen is with the client: what it shows. */
export const handOver = async (world: TestWorld, clientId: string, ...forms: readonly (string | Begin[number])[]): Promise<Handover> => {
  await world.ok('handover.begin', { clientId, forms: forms.map((form) => (typeof form === 'string' ? { formId: form } : form)) });
  return world.ok('handover.current', {});
};

/** Every blank the practice fills in its forms, with its example. */
export const factsFilled = async (world: TestWorld): Promise<void> => {
  const { version, facts } = await world.ok('profile.formFacts', {});
  await world.ok('profile.setFormFacts', {
    version,
    facts: facts.map(({ placeholder, example, needsCheck }) => ({
      placeholder,
      words: example,
      checkedOn: needsCheck ? '2026-11-01' : null,
    })),
  });
};
