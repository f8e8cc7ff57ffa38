import { z } from 'zod';
import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm, FormElement, Signer, UnfilledBlank } from '../../shared/consent-form.ts';
import type { FormState } from '../../shared/consent-state.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { type Party, signersOf } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';

/** What is chosen and written before the screen is handed over, kept as it is typed. */
export const Preparation = z.strictObject({
  /** Ids of forms; null is what is suggested. */
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

export const StopDraft = z.strictObject({ word: z.string(), gesture: z.string() });

/** Everything about one client's forms is one piece of unfinished work. */
export const preparationKey = (clientId: string): string => `consent-${clientId}/preparation`;
export const stopKey = (clientId: string): string => `consent-${clientId}/stop`;
export const preparePlace = (clientId: string): string => `/clients/${clientId}/consent/prepare`;

export const electronicRecords = 'electronic-records';

/** What every client is asked at the first visit (`when` of consents.json), in the order in which it is read. */
const firstForms = [
  electronicRecords,
  'informed-consent',
  'trauma-addendum',
  'privacy-notice',
  'confidentiality-limits',
  'no-telehealth-statement',
  'fees-cancellation',
  'professional-boundaries',
  'emergency-contact',
] as const;
const forYoungPeople = 'minor-consent';

const isNeeded = ({ state }: Pick<FormState, 'state'>): boolean =>
  state === 'not-signed' || state === 'ended' || state === 'ends-soon' || state === 'sign-again';

/** The forms for the next sitting: what is needed and does not count. With one `asked` for it is that one, after "Signing on a screen" where that was never agreed. */
export const suggested = (
  states: readonly FormState[],
  { underAge, asked }: { readonly underAge: boolean; readonly asked: string | undefined },
): readonly string[] => {
  const needed = (id: string): boolean => states.some((one) => one.formId === id && isNeeded(one));
  if (asked !== undefined) {
    const screen = states.some((one) => one.formId === electronicRecords && one.state === 'not-signed');
    return [...new Set([...(screen ? [electronicRecords] : []), asked])];
  }
  const first = underAge ? [electronicRecords, forYoungPeople, ...firstForms.slice(1)] : firstForms;
  return first.filter(needed);
};

/** In the order in which the client reads them: whether to sign on a screen at all comes first. */
export const inReadingOrder = (forms: readonly ConsentForm[], chosen: readonly string[]): readonly ConsentForm[] => {
  const place = (id: string): number => {
    const known = [electronicRecords, forYoungPeople, ...firstForms.slice(1)].indexOf(id);
    return known < 0 ? firstForms.length + 1 : known;
  };
  return forms.filter((form) => chosen.includes(form.id)).toSorted((one, other) => place(one.id) - place(other.id));
};

/** Blanks of these forms that are not filled, each once. */
export const blanksOf = (forms: readonly ConsentForm[], source: UnfilledBlank['source']): readonly UnfilledBlank[] => [
  ...new Map(forms.flatMap((form) => form.unfilled.filter((one) => one.source === source).map((one) => [one.placeholder, one]))).values(),
];

export const partKey = (form: Pick<ConsentForm, 'id'>, element: Pick<FormElement, 'id'>): string => `${form.id}/${element.id}`;

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
