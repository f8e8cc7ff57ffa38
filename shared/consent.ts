import { z } from 'zod';
import { call, clinical } from './call.ts';
import { areaStates, ConsentForm, type FormElement } from './consent-form.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Initials, OptionalName, Paragraph, shows } from './text.ts';
import { Instant } from './time.ts';

/** What was answered to one part of a form. `declined` is "I'd rather not say". */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreed') }),
  z.strictObject({ kind: z.literal('initials'), initials: Initials }),
  z.strictObject({ kind: z.literal('choice'), value: z.string().max(limits.line) }),
  z.strictObject({ kind: z.literal('multi'), values: z.array(z.string().max(limits.line)).max(100) }),
  z.strictObject({ kind: z.literal('text'), text: Paragraph }),
  /** Only areas that were marked; all others are out. An empty record is "everything is out", said on purpose. */
  z.strictObject({ kind: z.literal('map'), areas: z.record(z.string().max(40), z.enum(areaStates)) }),
  z.strictObject({ kind: z.literal('declined') }),
]);
export type Answer = z.infer<typeof Answer>;

export const Answers = z.record(z.string().max(100), Answer);
export type Answers = z.infer<typeof Answers>;

/** A stroke: points in the order drawn, in px of the signature field, x to the right and y down. */
export const Stroke = z.array(z.strictObject({ x: z.number().min(-50).max(5_000), y: z.number().min(-50).max(5_000) })).max(5_000);
export type Stroke = z.infer<typeof Stroke>;

/** A signature of more points is no signature; drawing it would hold everything else up. */
const mostPoints = 20_000;
const isDrawable = (strokes: readonly Stroke[]): boolean => strokes.reduce((points, stroke) => points + stroke.length, 0) <= mostPoints;

const by = { signer: z.enum(['client', 'practitioner']) };
export const Signature = z.discriminatedUnion('method', [
  z.strictObject({
    ...by,
    method: z.literal('drawn'),
    strokes: z.array(Stroke).max(500).refine(isDrawable, 'too-long'),
    width: z.number().min(1).max(5_000),
    height: z.number().min(1).max(5_000),
  }),
  z.strictObject({ ...by, method: z.literal('typed'), name: OptionalName }),
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

export const isSigned = (signature: Signature | undefined): boolean => {
  if (!signature) return false;
  return signature.method === 'drawn' ? lineLength(signature.strokes) >= shortestSignature : shows(signature.name);
};

/** Parts that take an answer from the client: what is shown, kept by the app or signed is no question. */
export const takesAnswer = (element: FormElement): boolean =>
  element.capture !== 'display' && element.capture !== 'system' && element.capture !== 'signature';

const answers = (element: FormElement, answer: Answer, offered: ReadonlySet<string>): 'answered' | 'empty' | 'not-allowed' => {
  if (answer.kind === 'declined') return element.allowDeclined ? 'answered' : 'not-allowed';
  const filled = (is: boolean): 'answered' | 'empty' => (is ? 'answered' : 'empty');
  const isOption = (value: string): boolean => element.options.some((option) => option.value === value);
  switch (element.capture) {
    case 'confirm':
      return answer.kind === 'agreed' ? 'answered' : 'not-allowed';
    case 'initial':
      return answer.kind === 'initials' ? filled(shows(answer.initials)) : 'not-allowed';
    case 'choice':
      return answer.kind === 'choice' && isOption(answer.value) ? 'answered' : 'not-allowed';
    case 'multi':
      return answer.kind === 'multi' && answer.values.every(isOption) ? filled(answer.values.length > 0) : 'not-allowed';
    case 'text':
      return answer.kind === 'text' ? filled(shows(answer.text)) : 'not-allowed';
    case 'map':
      return answer.kind === 'map' && Object.keys(answer.areas).every((code) => offered.has(code)) ? 'answered' : 'not-allowed';
    case 'display':
    case 'system':
    case 'signature':
    case 'date':
    case 'upload':
    case 'spoken_recorded':
    case 'spoken_or_signature':
      return 'not-allowed';
  }
};

const judged = (form: ConsentForm, given: Answers): ReadonlyMap<string, 'answered' | 'empty' | 'not-allowed'> => {
  const offered = new Set(form.areas.filter((area) => area.offered).map((area) => area.code));
  const verdicts = new Map<string, 'answered' | 'empty' | 'not-allowed'>();
  for (const [id, answer] of Object.entries(given)) {
    const element = form.elements.find((one) => one.id === id);
    verdicts.set(id, element ? answers(element, answer, offered) : 'not-allowed');
  }
  return verdicts;
};

/** Ids of required parts that have no answer yet, in the order of the form. */
export const unansweredStatements = (form: ConsentForm, given: Answers): readonly string[] => {
  const verdicts = judged(form, given);
  return form.elements
    .filter((element) => element.required && takesAnswer(element) && verdicts.get(element.id) !== 'answered')
    .map((element) => element.id);
};

/** Ids whose answer this form does not offer: an option, area, refusal or part it does not have. */
export const answersNotAllowed = (form: ConsentForm, given: Answers): readonly string[] =>
  [...judged(form, given)].filter(([, verdict]) => verdict === 'not-allowed').map(([id]) => id);

/** Signatures the form cannot take: of someone it does not name, a second one of the same person, or a tap. */
export const signaturesNotAllowed = (form: ConsentForm, signatures: readonly Signature[]): readonly string[] => {
  const named = new Set<string>(form.elements.flatMap((element) => element.signers));
  return signatures
    .filter(
      (one, index) => !named.has(one.signer) || !isSigned(one) || signatures.findIndex((other) => other.signer === one.signer) !== index,
    )
    .map((one) => one.signer);
};

/** Who still has to sign, in the order of the form. */
export const signersWaiting = (form: ConsentForm, signatures: readonly Signature[]): readonly string[] =>
  form.elements
    .flatMap((element) => element.signers)
    .filter((signer) => !isSigned(signatures.find((signature) => signature.signer === signer)));

/** A character no bundled font has, and what is printed in its place once the person agrees. */
export const Unprintable = z.strictObject({ character: z.string(), codePoint: z.string(), printedAs: z.string(), where: z.string() });
export type Unprintable = z.infer<typeof Unprintable>;

/** A filled form on its way to be signed. */
const Draft = z.strictObject({
  clientId: Id,
  formId: z.string().max(100),
  formVersion: z.string().max(40),
  shownSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Blanks that are filled for this one signing ("techniques"), by placeholder. */
  blanks: z.record(z.string().max(60), Paragraph),
  answers: Answers,
  signatures: z.array(Signature).max(4),
});

export const Consent = z.strictObject({
  id: Id,
  clientId: Id,
  formId: z.string(),
  formVersion: z.string(),
  title: z.string(),
  signedAt: Instant,
  documentId: Id,
  answers: Answers,
});
export type Consent = z.infer<typeof Consent>;

const subject = (input: { readonly clientId: string }): { clientId: string } => ({ clientId: input.clientId });

export const consentCalls = {
  /** The forms as this client would read them now. */
  'consent.forms': call({
    input: z.strictObject({ clientId: Id, blanks: z.record(z.string().max(60), Paragraph).default({}) }),
    output: z.strictObject({ forms: z.array(ConsentForm) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consent-form-opened', about: subject },
  }),
  /** What would keep this draft from being signed as it stands; nothing is kept. */
  'consent.check': call({
    input: Draft,
    output: z.strictObject({ unanswered: z.array(z.string()), waiting: z.array(z.string()), unprintable: z.array(Unprintable) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Refused with anything blank, a changed form, or characters without a font unless `acceptSubstitutes`. */
  'consent.sign': call({
    input: Draft.extend({ acceptSubstitutes: z.boolean().default(false) }),
    output: Consent,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'consent-signed' },
  }),
  /** Newest first. */
  'consent.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ consents: z.array(Consent) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consents-opened', about: subject },
  }),
};
