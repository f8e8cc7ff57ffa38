import { z } from 'zod';
import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm, FormElement, Signer, UnfilledBlank } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { type Party, signersOf } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { formKey } from './form-key.ts';

/** What is chosen and written before the screen is handed over, kept as it is typed. */
export const Preparation = z.strictObject({
  /** Forms by their keys; null is what is suggested. */
  forms: z.array(z.string()).nullable(),
  /** Blanks of this sitting, by placeholder. */
  blanks: z.record(z.string(), z.string()),
  /** What the practitioner writes, by `form/part`. */
  written: z.record(z.string(), z.string()),
  /** Scans filed for a part, by `form/part`. */
  papers: z.record(z.string(), z.strictObject({ documentId: z.string(), title: z.string() })),
  /** The screen was handed over with it: what was typed here stands in the forms now. */
  handedOver: z.boolean(),
});
export type Preparation = z.infer<typeof Preparation>;

export const nothingPrepared: Preparation = { forms: null, blanks: {}, written: {}, papers: {}, handedOver: false };

export const nothingTyped = ({ blanks, written, papers }: Preparation): boolean =>
  ![...Object.values(blanks), ...Object.values(written)].some(shows) && Object.keys(papers).length === 0;

/** Everything about one client's forms is one piece of unfinished work. */
export const preparationKey = (clientId: string): string => `consent-${clientId}/preparation`;
export const preparePlace = (clientId: string): string => `/clients/${clientId}/consent/prepare`;

/** Blanks of these forms that are not filled, each once. */
export const blanksOf = (forms: readonly ConsentForm[], source: UnfilledBlank['source']): readonly UnfilledBlank[] => [
  ...new Map(forms.flatMap((form) => form.unfilled.filter((one) => one.source === source).map((one) => [one.placeholder, one]))).values(),
];

export const partKey = (form: Pick<ConsentForm, 'id' | 'area'>, element: Pick<FormElement, 'id'>): string =>
  `${formKey(form)}/${element.id}`;

/** Parts the practitioner fills before the client reads the form. */
export const ownParts = (form: ConsentForm): readonly FormElement[] => form.elements.filter((element) => element.by === 'practitioner');

const ownAnswer = (form: ConsentForm, element: FormElement, { written, papers }: Preparation, now: Instant): Answer | null => {
  const key = partKey(form, element);
  const paper = papers[key];
  if (element.capture === 'upload') return paper ? { kind: 'upload', ...paper } : null;
  const text = written[key] ?? '';
  if (!shows(text)) return null;
  return element.capture === 'spoken_recorded' ? { kind: 'spoken', words: text, at: now } : { kind: 'text', text };
};

/** Parts of the practitioner's that must be there and are not. */
export const ownPartsOpen = (form: ConsentForm, preparation: Preparation, now: Instant): readonly FormElement[] =>
  ownParts(form).filter((element) => element.required && ownAnswer(form, element, preparation, now) === null);

/** What `handover.begin` is asked. Each form takes only the blanks it has. */
export const toHandOver = (forms: readonly ConsentForm[], preparation: Preparation, now: Instant): InputOf<'handover.begin'>['forms'] =>
  forms.map((form) => ({
    formId: form.id,
    area: form.area,
    blanks: Object.fromEntries(
      form.unfilled
        .filter((blank) => blank.source === 'computed')
        .map(({ placeholder }) => [placeholder, preparation.blanks[placeholder] ?? '']),
    ),
    answers: Object.fromEntries(
      ownParts(form).flatMap((element): [string, Answer][] => {
        const answer = ownAnswer(form, element, preparation, now);
        return answer ? [[element.id, answer]] : [];
      }),
    ),
  }));

/** Who signs these forms, in words of their roles, each once. */
export const whoSigns = (forms: readonly ConsentForm[], party: Party): readonly Signer[] => [
  ...new Set(forms.flatMap((form) => signersOf(form, party))),
];
