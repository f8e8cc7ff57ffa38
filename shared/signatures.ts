import { z } from 'zod';
import { type ConsentForm, type FormElement, type Signer, signers } from './consent-form.ts';
import type { Answers } from './form-answers.ts';
import { OptionalName, shows } from './text.ts';

/** A stroke: points in the order drawn, in px of the signature field, x to the right and y down. */
export const Stroke = z.array(z.strictObject({ x: z.number().min(-50).max(5_000), y: z.number().min(-50).max(5_000) })).max(5_000);
export type Stroke = z.infer<typeof Stroke>;

/** A signature of more points is no signature; drawing it would hold everything else up. */
const mostPoints = 20_000;
const isDrawable = (strokes: readonly Stroke[]): boolean => strokes.reduce((points, stroke) => points + stroke.length, 0) <= mostPoints;

/** `name`: who signs, in letters. Of client and practitioner the record knows it; of everyone else it is asked, or the paper would not say who it was. */
const by = { signer: z.enum(signers), name: OptionalName };
export const Signature = z.discriminatedUnion('method', [
  z.strictObject({
    ...by,
    name: OptionalName.default(''),
    method: z.literal('drawn'),
    strokes: z.array(Stroke).max(500).refine(isDrawable, 'too-long'),
    width: z.number().min(1).max(5_000),
    height: z.number().min(1).max(5_000),
  }),
  /** The name typed is the signature. */
  z.strictObject({ ...by, method: z.literal('typed') }),
]);
export type Signature = z.infer<typeof Signature>;

/** Line drawn in px; a tap is no signature (runtime.md: at least 40 px of line). */
export const lineLength = (strokes: readonly Stroke[]): number =>
  strokes.reduce(
    (total, stroke) =>
      total +
      stroke
        .slice(1)
        .reduce(
          (length, point, index) => length + Math.hypot(point.x - (stroke[index]?.x ?? point.x), point.y - (stroke[index]?.y ?? point.y)),
          0,
        ),
    0,
  );

export const shortestSignature = 40;

/** Whose name the record already holds. */
export const isNamedByRecord = (signer: Signer): boolean => signer === 'client' || signer === 'young_person' || signer === 'practitioner';

export const isSigned = (signature: Signature | undefined): boolean => {
  if (!signature) return false;
  if (signature.method === 'typed') return shows(signature.name);
  return lineLength(signature.strokes) >= shortestSignature && (isNamedByRecord(signature.signer) || shows(signature.name));
};

/** What decides who must sign: a guardian signs as well only for someone under the age the practice has set for its place. */
export type Party = { readonly underAge: boolean };

/** Any one of these signs for the client. */
const forClient: readonly Signer[] = ['client', 'decision_maker', 'personal_representative'];

/** Who signs one part: each inner list is met by any one of its people. */
const asked = (element: FormElement, party: Party): readonly (readonly Signer[])[] => {
  const own = element.signers.filter((signer) => forClient.includes(signer));
  const others = element.signers.filter(
    (signer) => !forClient.includes(signer) && (signer !== 'guardian' || party.underAge || !own.length),
  );
  return [...(own.length > 0 ? [own] : []), ...others.map((signer) => [signer])];
};

const signed = (signatures: readonly Signature[], by: readonly Signer[]): boolean =>
  signatures.some((one) => by.includes(one.signer) && isSigned(one));

/** Who may sign this form, in its order. */
export const signersOf = (form: Pick<ConsentForm, 'elements'>, party: Party): readonly Signer[] => [
  ...new Set(form.elements.flatMap((element) => asked(element, party).flat())),
];

/** A part that may be signed or said is met by the words written down. */
const isSpoken = (element: FormElement, given: Answers): boolean =>
  element.capture === 'spoken_or_signature' && given[element.id]?.kind === 'spoken';

/** Who still has to sign, in the order of the form; of people who may stand in for each other the first is named. */
export const signersWaiting = (form: ConsentForm, signatures: readonly Signature[], party: Party, given: Answers): readonly Signer[] =>
  form.elements
    .filter((element) => element.required && !isSpoken(element, given))
    .flatMap((element) => asked(element, party))
    .flatMap((group) => (signed(signatures, group) ? [] : group.slice(0, 1)));

/** Signatures the form cannot take: of someone it does not ask, a second one of the same person, or a tap. */
export const signaturesNotAllowed = (form: ConsentForm, signatures: readonly Signature[], party: Party): readonly Signer[] => {
  const named = new Set(signersOf(form, party));
  return signatures
    .filter(
      (one, index) => !named.has(one.signer) || !isSigned(one) || signatures.findIndex((other) => other.signer === one.signer) !== index,
    )
    .map((one) => one.signer);
};
