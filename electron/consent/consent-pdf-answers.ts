import type { BodyChart } from '../../shared/body-chart.ts';
import type { ConsentForm, FormArea, FormElement } from '../../shared/consent-form.ts';
import { type Answer, type Answers, isAsked, opensText, takesAnswer } from '../../shared/form-answers.ts';
import type { Zone } from '../../shared/time.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { dayWords, momentWords, words } from './consent-pdf-words.ts';
import { drawMarked } from './map-pdf-figure.ts';

/** A form and what was answered to it. */
type Answered = {
  readonly chart: BodyChart;
  readonly form: ConsentForm;
  readonly answers: Answers;
  readonly talk: readonly string[];
  readonly zone: Zone;
};

type Marks = Extract<Answer, { kind: 'map' }>;

/** A place, with the firmest contact there where the client set less than everywhere else: in the words of the form, or as it is kept. */
const placeWords = (form: ConsentForm, { code, label }: FormArea, ceilings: Marks['ceilings']): string => {
  const ceiling = ceilings?.[code];
  if (ceiling === undefined) return label;
  const level = form.elements.flatMap(({ options }) => options).find(({ value }) => value === `C${ceiling}`);
  return words.atMost(label, level?.label ?? `C${ceiling}`);
};

/** Of the figure, in points: small, for the list says it all. */
const figureHeight = 300;

const drawAreas = (frame: Frame, { chart, form }: Answered, { areas, ceilings }: Marks): void => {
  const groups = (['yes', 'ask', 'no'] as const).map((state) => ({
    title: words.areas[state],
    labels: form.areas.filter(({ code }) => areas[code] === state).map((area) => placeWords(form, area, ceilings)),
  }));
  const marked = groups.filter(({ labels }) => labels.length > 0);
  const listed = ({ title, labels }: (typeof groups)[number]): void => {
    frame.heading(3, title);
    frame.list(labels);
  };
  // Of one place nothing is said about any other.
  if (form.area !== null) {
    for (const group of marked) listed(group);
    return;
  }
  drawMarked(frame, { chart, shown: form.areas, states: areas, height: figureHeight });
  for (const group of marked.slice(0, -1)) listed(group);
  // What is said of the rest does not begin a page by itself.
  frame.together(() => {
    for (const group of marked.slice(-1)) listed(group);
    frame.answer('', marked.length > 0 ? words.otherAreasOut : words.allAreasOut);
  });
  const notOffered = form.areas.filter(({ offered }) => !offered).map(({ label }) => label);
  if (notOffered.length === 0) return;
  frame.heading(3, words.notOffered);
  frame.list(notOffered);
};

/** What was asked with options to choose from, a part of a form or an item of the intake. */
export type WithOptions = Pick<FormElement, 'options' | 'otherText'>;

/** The options chosen, with the words beside the one that opens them. */
const chosenLabels = (element: WithOptions, values: readonly string[], other: string): readonly string[] =>
  element.options
    .filter(({ value }) => values.includes(value))
    .map(({ value, label }) => (opensText(element, value) && other !== '' ? words.option(label, other) : label));

type Person = Extract<Answer, { kind: 'contacts' }>['people'][number];

const personWords = ({ name, role, phone }: Person): string => [name, role, phone].filter((part) => part !== '').join(', ');

export type AnswerWords = { readonly label: string; readonly text: string; readonly own?: boolean };

/** An answer in words; a map is drawn, not told. */
export const answerWords = (zone: Zone, element: WithOptions, answer: Exclude<Answer, { kind: 'map' }>): AnswerWords => {
  switch (answer.kind) {
    // Of the health screen alone, which is no consent and is not printed as one.
    case 'screen':
    case 'agreed':
      return { label: '', text: words.agreed };
    case 'initials':
      return { label: words.answer.initial, text: answer.initials };
    case 'choice':
      return { label: words.answer.choice, text: chosenLabels(element, [answer.value], answer.other).join('\n') };
    case 'multi':
      return {
        label: words.answer.multi,
        text: chosenLabels(element, answer.values, answer.other).join('\n') || words.nothingChosen,
      };
    case 'text':
      return { label: words.answer.text, text: answer.text, own: true };
    case 'date':
      return { label: words.answer.date, text: dayWords(answer.day) };
    case 'spoken':
      return { label: words.answer.spoken(momentWords(answer.at, zone)), text: answer.words, own: true };
    case 'upload':
      return { label: words.answer.upload, text: words.paper(answer.title, answer.documentId) };
    case 'scale':
      return { label: words.answer.scale, text: words.ofTen(answer.value) };
    case 'contacts':
      return { label: words.answer.contacts, text: answer.people.map(personWords).join('\n') || words.nobody, own: true };
    case 'declined':
      return { label: '', text: words.declined };
  }
};

const drawAnswer = (frame: Frame, consent: Answered, element: FormElement, answer: Answer): void => {
  if (answer.kind === 'map') {
    drawAreas(frame, consent, answer);
    return;
  }
  const { label, text, own } = answerWords(consent.zone, element, answer);
  const byPractitioner = answer.kind === 'text' ? words.writtenByPractitioner : words.byPractitioner(label);
  frame.answer(element.by === 'practitioner' ? byPractitioner : label, text, own);
};

const withoutAnswer = (consent: Answered, element: FormElement): string => {
  if (!isAsked(consent.form, element, consent.answers)) return words.notAsked;
  return consent.talk.includes(element.id) ? words.talk : words.unanswered;
};

/** Signed on the paper's end; a part that may be signed or said is that, too, unless the words were written down. */
export const isSignedPart = (consent: Answered, element: FormElement): boolean =>
  element.capture === 'signature' || (element.capture === 'spoken_or_signature' && !consent.answers[element.id]);

/** One numbered part: what was read, and what was answered or why it was not. */
export const drawPart = (frame: Frame, consent: Answered, element: FormElement): void => {
  frame.heading(2, element.title);
  const answer = consent.answers[element.id];
  const isQuestion = takesAnswer(element) && !isSignedPart(consent, element);
  const leftOut = !answer && (isQuestion || !isAsked(consent.form, element, consent.answers));
  if (element.text !== '') frame.paragraph(element.text, leftOut || answer !== undefined);
  if (answer) drawAnswer(frame, consent, element, answer);
  else if (leftOut) frame.answer('', withoutAnswer(consent, element));
};

/** All words of an answer that a person entered, or that stand for their choice. */
export const enteredInAnswer = (element: FormElement | undefined, answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'text':
      return [answer.text];
    case 'initials':
      return [answer.initials];
    case 'spoken':
      return [answer.words];
    case 'upload':
      return [answer.title];
    case 'choice':
      return element ? chosenLabels(element, [answer.value], answer.other) : [];
    case 'multi':
      return element ? chosenLabels(element, answer.values, answer.other) : [];
    case 'contacts':
      return answer.people.map(personWords);
    case 'agreed':
    case 'date':
    case 'scale':
    case 'map':
    case 'screen':
    case 'declined':
      return [];
  }
};
