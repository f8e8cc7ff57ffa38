import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { opensText } from '../../shared/form-answers.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import { dayWords, words as printed } from '../consent/consent-pdf-words.ts';
import { drawFigure, drawPlaceBoxes, type PlacesToPrint } from '../consent/map-pdf-places.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { words } from './intake-pdf-words.ts';

/** The client's part of the intake, to fill by hand. */
export type BlankIntake = {
  readonly places: PlacesToPrint;
  readonly documentId: string;
  /** As it is handed over. */
  readonly form: ConsentForm;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  /** Null for whoever comes. */
  readonly client: { readonly name: string } | null;
  readonly drawnAt: Instant;
  readonly today: CalendarDay;
  readonly appVersion: string;
};

/** In points; the list of places follows on its own page. */
const figureHeight = 420;
const scale = Array.from({ length: 11 }, (_, value) => String(value));
/** So many choices with short words stand beside each other. */
const mostAcross = 5;
const shortWords = 24;

const drawChoices = (frame: Frame, element: FormElement): void => {
  const boxes = element.options.map(({ value, label }) => ({ label, line: opensText(element, value) }));
  const all = [...boxes, ...(element.allowDeclined ? [{ label: printed.declined, line: false }] : [])];
  if (all.length <= mostAcross && all.every(({ label, line }) => !line && label.length <= shortWords))
    frame.boxesAcross(all.map(({ label }) => label));
  else frame.boxes(all);
};

/** Room for one answer, by the kind of question it is. */
const drawRoom = (frame: Frame, element: FormElement): void => {
  switch (element.capture) {
    case 'choice':
    case 'multi':
      drawChoices(frame, element);
      return;
    case 'map':
      return;
    case 'scale':
      frame.boxesAcross(scale);
      break;
    case 'contacts':
      frame.writingLines(words.blank.person, 2);
      frame.boxes([{ label: words.blank.nobody }]);
      break;
    default:
      frame.writingLines('', 2);
  }
  if (element.allowDeclined) frame.boxes([{ label: printed.declined }]);
};

/** How it is answered, in words; lines say it themselves. */
const manner = ({ capture }: FormElement): string => {
  if (capture === 'choice') return words.blank.one;
  if (capture === 'multi') return words.blank.any;
  if (capture === 'scale') return words.blank.number;
  return capture === 'map' ? words.blank.chart : '';
};

const drawQuestion = (frame: Frame, element: FormElement): void => {
  const under = [element.help, manner(element)].filter((one) => one !== '').join(' ');
  frame.heading(3, element.title);
  if (under !== '') frame.small(under);
};

/** Each question with its room on one page; the name of a part stays with its first question. */
const drawQuestions = (frame: Frame, { elements }: ConsentForm): void => {
  for (const [index, element] of elements.entries())
    frame.together(() => {
      if (element.section !== elements[index - 1]?.section) frame.heading(2, element.section);
      drawQuestion(frame, element);
      drawRoom(frame, element);
    });
};

const drawChart = (frame: Frame, { places, form }: BlankIntake): void => {
  const question = form.elements.find(({ capture }) => capture === 'map');
  if (!question) return;
  frame.together(() => {
    frame.heading(2, question.title);
    frame.small(words.blank.inList);
    drawFigure(frame, places, null, figureHeight);
  });
  drawPlaceBoxes(frame, places.areas);
};

/** The PDF of the client's part: large, with room, and nothing in it that has to be answered. */
export const drawBlankIntake = async (blank: BlankIntake): Promise<Uint8Array> => {
  const { form, practice, client } = blank;
  const frame = await openFrame({
    documentId: blank.documentId,
    title: form.clientTitle,
    createdAt: blank.drawnAt,
    paper: practice.paper,
    appVersion: blank.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: { name: client?.name ?? form.clientTitle, day: words.printedOn(dayWords(blank.today)), page: printed.page },
  });
  frame.heading(1, form.clientTitle);
  if (form.intro !== '') frame.paragraph(form.intro);
  frame.small(words.blank.howTo);
  if (client) frame.facts([[printed.name, client.name]], 'body');
  else frame.field(printed.name);
  frame.field(words.blank.date, 180);
  drawQuestions(frame, form);
  frame.small(words.blank.edition(form.version));
  drawChart(frame, blank);
  return frame.finish();
};
