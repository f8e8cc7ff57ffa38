import type { InputOf } from '../../shared/calls.ts';
import type { Answers, Signature } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

export type SignInput = InputOf<'consent.sign'>;

export const signatures: Signature[] = [
  {
    signer: 'client',
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
const answersTo = (form: ConsentForm): Answers =>
  Object.fromEntries(
    form.elements.flatMap((element): [string, Answers[string]][] => {
      switch (element.capture) {
        case 'text':
          return [[element.id, { kind: 'text', text: 'Sleeping through the night' }]];
        case 'map':
          return [[element.id, { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' } }]];
        case 'choice':
          return [[element.id, { kind: 'choice', value: element.options[0]?.value ?? '' }]];
        case 'initial':
          return [[element.id, { kind: 'initials', initials: 'MR' }]];
        case 'confirm':
          return [[element.id, { kind: 'agreed' }]];
        default:
          return [];
      }
    }),
  );

/** A client with the form in front of them, answered in full and signed by both. */
export const ready = async (
  details: Partial<InputOf<'clients.create'>> = {},
): Promise<{ world: TestWorld; form: ConsentForm; input: SignInput; clientId: string }> => {
  const world = await testWorld();
  const client = await world.ok('clients.create', { ...clientDetails, ...details });
  const { forms } = await world.ok('consent.forms', { clientId: client.id });
  const form = forms[0];
  if (!form) throw new Error('no form is offered');
  const input: SignInput = {
    clientId: client.id,
    formId: form.id,
    formVersion: form.version,
    shownSha256: form.shownSha256,
    blanks: {},
    answers: answersTo(form),
    signatures,
  };
  return { world, form, input, clientId: client.id };
};
