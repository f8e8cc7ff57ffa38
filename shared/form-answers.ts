import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { areaStates, type ConsentForm, type FormElement } from './consent-form.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Initials, Name, OptionalName, Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

const Value = z.string().max(limits.line);

/** What was answered to one part of a form. `declined` is "I'd rather not say". */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreed') }),
  z.strictObject({ kind: z.literal('initials'), initials: Initials }),
  /** `other`: the words beside the option "other" or "more"; empty with any other. */
  z.strictObject({ kind: z.literal('choice'), value: Value, other: TextLine.default('') }),
  z.strictObject({ kind: z.literal('multi'), values: z.array(Value).max(100), other: TextLine.default('') }),
  z.strictObject({ kind: z.literal('text'), text: Paragraph }),
  z.strictObject({ kind: z.literal('date'), day: CalendarDay }),
  /** Only areas that were marked; all others are out. An empty record is "everything is out", said on purpose. */
  z.strictObject({
    kind: z.literal('map'),
    areas: z.record(z.string().max(40), z.enum(areaStates)),
    /** The firmest contact here, where it is less than everywhere else. */
    ceilings: z.record(z.string().max(40), ContactLevel).optional(),
  }),
  /** 0 to 10. */
  z.strictObject({ kind: z.literal('scale'), value: z.int().min(0).max(10) }),
  /** People named by the client. None is "nobody", said on purpose. */
  z.strictObject({
    kind: z.literal('contacts'),
    people: z.array(z.strictObject({ name: Name, role: TextLine, phone: OptionalName })).max(20),
  }),
  /** Of a page of plain questions; one that is not named is not answered. */
  z.strictObject({ kind: z.literal('screen'), answers: z.record(z.string().max(100), z.enum(['no', 'yes', 'not_sure', 'declined'])) }),
  /** Said aloud; the practitioner wrote down the words and when. */
  z.strictObject({ kind: z.literal('spoken'), words: Paragraph, at: Instant }),
  /** The scan or photo of a paper, kept among the documents. */
  z.strictObject({ kind: z.literal('upload'), documentId: Id, title: TextLine }),
  z.strictObject({ kind: z.literal('declined') }),
]);
export type Answer = z.infer<typeof Answer>;

export const Answers = z.record(z.string().max(100), Answer);
export type Answers = z.infer<typeof Answers>;

/** Parts that take an answer: what is shown, kept by the app or signed is no question. `spoken_or_signature` is signed, or written down. */
export const takesAnswer = (element: FormElement): boolean =>
  element.capture !== 'display' && element.capture !== 'system' && element.capture !== 'signature';

/** Options that open a short text of their own. */
export const opensText = (element: Pick<FormElement, 'otherText'>, value: string): boolean =>
  element.otherText && (value === 'other' || value === 'more');

const valuesOf = (answer: Answer | undefined): readonly string[] =>
  answer?.kind === 'choice' ? [answer.value] : answer?.kind === 'multi' ? answer.values : [];

/** Whether a part is asked at all, after what was answered before it. A part that hangs on one that is not asked is not asked either. */
export const isAsked = (form: Pick<ConsentForm, 'elements'>, element: FormElement, given: Answers): boolean => {
  if (!element.askIf) return true;
  const { element: id, values } = element.askIf;
  const before = form.elements.find((one) => one.id === id);
  if (!before || before === element || !isAsked({ elements: form.elements.filter((one) => one !== element) }, before, given)) return false;
  const answer = given[id];
  if (values.length > 0) return valuesOf(answer).some((value) => values.includes(value));
  return answer !== undefined && answer.kind !== 'declined' && judge(before, answer, new Set()) === 'answered';
};

type Verdict = 'answered' | 'empty' | 'not-allowed';
const filled = (is: boolean): Verdict => (is ? 'answered' : 'empty');

/** Words beside an option: only where the option opens them, and then they must be there. */
const withOther = (element: FormElement, values: readonly string[], other: string): Verdict => {
  const opened = values.some((value) => opensText(element, value));
  if (!opened) return shows(other) ? 'not-allowed' : 'answered';
  return filled(shows(other));
};

const chosen = (element: FormElement, values: readonly string[], other: string): Verdict => {
  if (!values.every((value) => element.options.some((option) => option.value === value))) return 'not-allowed';
  if (new Set(values).size !== values.length) return 'not-allowed';
  if (values.length > 1 && values.some((value) => element.exclusive.includes(value))) return 'not-allowed';
  return values.length === 0 ? 'empty' : withOther(element, values, other);
};

/** Only places that are offered, and a ceiling only where contact was marked. */
const mapFits = (answer: Extract<Answer, { kind: 'map' }>, offered: ReadonlySet<string>): boolean =>
  Object.keys(answer.areas).every((code) => offered.has(code)) &&
  Object.keys(answer.ceilings ?? {}).every((code) => answer.areas[code] === 'yes' || answer.areas[code] === 'ask');

/** Only questions of this page; answered once each of them is. */
const screened = ({ questions = [] }: FormElement, answered: readonly string[]): Verdict =>
  answered.every((id) => questions.some((one) => one.id === id)) ? filled(answered.length === questions.length) : 'not-allowed';

/** One answer to one part, whatever else the form asks. `offered`: codes of places that may be marked. */
export function judge(element: FormElement, answer: Answer, offered: ReadonlySet<string>): Verdict {
  if (answer.kind === 'declined') return element.allowDeclined ? 'answered' : 'not-allowed';
  switch (element.capture) {
    case 'confirm':
      return answer.kind === 'agreed' ? 'answered' : 'not-allowed';
    case 'initial':
      return answer.kind === 'initials' ? filled(shows(answer.initials)) : 'not-allowed';
    case 'choice':
      return answer.kind === 'choice' ? chosen(element, [answer.value], answer.other) : 'not-allowed';
    case 'multi':
      return answer.kind === 'multi' ? chosen(element, answer.values, answer.other) : 'not-allowed';
    case 'text':
      return answer.kind === 'text' ? filled(shows(answer.text)) : 'not-allowed';
    case 'date':
      return answer.kind === 'date' ? 'answered' : 'not-allowed';
    case 'map':
      return answer.kind === 'map' && mapFits(answer, offered) ? 'answered' : 'not-allowed';
    case 'scale':
      return answer.kind === 'scale' ? 'answered' : 'not-allowed';
    case 'contacts':
      return answer.kind === 'contacts' ? 'answered' : 'not-allowed';
    case 'spoken_recorded':
    case 'spoken_or_signature':
      return answer.kind === 'spoken' ? filled(shows(answer.words)) : 'not-allowed';
    case 'screen':
      return answer.kind === 'screen' ? screened(element, Object.keys(answer.answers)) : 'not-allowed';
    case 'upload':
      return answer.kind === 'upload' ? 'answered' : 'not-allowed';
    case 'display':
    case 'system':
    case 'signature':
      return 'not-allowed';
  }
}

const judged = (form: ConsentForm, given: Answers): ReadonlyMap<string, Verdict> => {
  const offered = new Set(form.areas.filter((area) => area.offered).map((area) => area.code));
  const verdicts = new Map<string, Verdict>();
  for (const [id, answer] of Object.entries(given)) {
    const element = form.elements.find((one) => one.id === id);
    verdicts.set(id, element ? judge(element, answer, offered) : 'not-allowed');
  }
  return verdicts;
};

/** Ids of required parts that are asked and have no answer yet, in the order of the form. */
export const unansweredStatements = (form: ConsentForm, given: Answers): readonly string[] => {
  const verdicts = judged(form, given);
  return form.elements
    .filter((element) => element.required && takesAnswer(element) && element.capture !== 'spoken_or_signature')
    .filter((element) => isAsked(form, element, given) && verdicts.get(element.id) !== 'answered')
    .map((element) => element.id);
};

/** Whether the client said no to the one place a form is about. Only yes, or asking each time, is a consent to it. */
export const leavesOut = (form: Pick<ConsentForm, 'area' | 'elements'>, given: Answers): boolean => {
  const { area } = form;
  if (area === null) return false;
  return form.elements.some(({ id, capture }) => {
    const answer = given[id];
    return capture === 'map' && answer?.kind === 'map' && (answer.areas[area] ?? 'no') === 'no';
  });
};

/** Ids whose answer this form does not offer: an option, area, refusal or part it does not have, or does not ask after the other answers. */
export const answersNotAllowed = (form: ConsentForm, given: Answers): readonly string[] =>
  [...judged(form, given)]
    .filter(([id, verdict]) => {
      const element = form.elements.find((one) => one.id === id);
      return verdict === 'not-allowed' || (element !== undefined && !isAsked(form, element, given));
    })
    .map(([id]) => id);

/** Without the answers to parts that are no longer asked once another one was answered differently. */
export const askedAnswers = (form: Pick<ConsentForm, 'elements'>, given: Answers): Answers =>
  Object.fromEntries(
    Object.entries(given).filter(([id]) => {
      const element = form.elements.find((one) => one.id === id);
      return !element || isAsked(form, element, given);
    }),
  );

/** The same answer reads the same, in whatever order its places were marked. */
export const answerAsText = (answer: Answer | undefined): string =>
  JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  ) ?? '';

export const sameAnswers = (one: Answers, other: Answers): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((id) => answerAsText(one[id]) === answerAsText(other[id]));

/** Parts that are read through with the client afterwards: all that were asked of them. */
export const partsToReview = (form: ConsentForm, given: Answers): readonly string[] =>
  form.elements.filter((element) => takesAnswer(element) && element.by === 'client' && isAsked(form, element, given)).map(({ id }) => id);
