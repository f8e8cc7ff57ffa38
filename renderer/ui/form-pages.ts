import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answers, isAsked, leavesOut, takesAnswer } from '../../shared/form-answers.ts';
import { intakeFormId } from '../../shared/intake.ts';

type Read = { readonly form: Pick<ConsentForm, 'id' | 'area' | 'elements'>; readonly answers: Answers };

/** Signed, or said and written down: on the last page, not among the parts. */
export const isSignature = (element: FormElement): boolean => element.capture === 'signature' || element.capture === 'spoken_or_signature';

/** Whether the client answers it; what the practitioner wrote is only read. */
export const isTheirs = (element: FormElement): boolean => takesAnswer(element) && element.by === 'client' && !isSignature(element);

/** Parts whose answer is a statement agreed to. */
export const isStatement = (element: FormElement): boolean => element.capture === 'confirm' || element.capture === 'initial';

const alone = (element: FormElement): boolean => isTheirs(element) && !isStatement(element);

const mostParts = 3;
const mostCharacters = 620;

/** What is read or agreed to stands in small groups, a question by itself. */
const formPages = (elements: readonly FormElement[]): FormElement[][] => {
  const pages: FormElement[][] = [];
  let open: FormElement[] | null = null;
  for (const element of elements) {
    if (alone(element)) {
      pages.push([element]);
      open = null;
      continue;
    }
    const characters = (open ?? []).reduce((sum, one) => sum + one.text.length, element.text.length);
    if (open && open.length < mostParts && characters <= mostCharacters) open.push(element);
    else {
      open = [element];
      pages.push(open);
    }
  }
  return pages;
};

const mostLines = 9;

/** Lines a small choice about today takes; null for what is asked by itself: about the person, of many answers, or of places. */
const linesOf = ({ asks, capture, options }: FormElement): number | null => {
  if (asks !== 'touch' && asks !== 'arrangement') return null;
  if (capture === 'text') return 2;
  return capture === 'choice' ? options.length + 1 : null;
};

/** Questions one by one; two or three small choices of the same part that follow each other share a page. */
const questionPages = (elements: readonly FormElement[]): FormElement[][] => {
  const pages: FormElement[][] = [];
  let left = 0;
  for (const element of elements) {
    const lines = linesOf(element);
    const open = pages.at(-1);
    if (open && lines !== null && lines <= left && open[0]?.section === element.section) {
      open.push(element);
      left -= lines;
      continue;
    }
    pages.push([element]);
    left = lines === null ? 0 : mostLines - lines;
  }
  return pages;
};

/** The parts that are asked, as pages. A no to the one place a form is about is a full answer: nothing is asked after it. */
export const pagesOf = ({ form, answers }: Read): readonly (readonly FormElement[])[] => {
  const asked = form.elements.filter((one) => !isSignature(one) && isAsked(form, one, answers));
  if (form.id === intakeFormId) return questionPages(asked);
  const last = leavesOut(form, answers) ? asked.findIndex(({ capture }) => capture === 'map') : asked.length;
  return formPages(asked.slice(0, last + 1));
};
