import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answer, type Answers, askedAnswers, takesAnswer } from '../../shared/form-answers.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import type { MapAnswer } from '../ui/map-answer.ts';

/** Another paper of the client's files that the form names. */
export type PaperNamed = { readonly documentId: string; readonly title: string };

/** What was read from the paper for one part, as the fields have it. */
export type Read = {
  readonly agreed: boolean;
  readonly values: readonly string[];
  readonly text: string;
  readonly other: string;
  readonly declined: boolean;
  /** Places marked on its chart; null while nobody has read them. */
  readonly places: MapAnswer | null;
  readonly paper: PaperNamed | null;
};

export const nothingRead: Read = { agreed: false, values: [], text: '', other: '', declined: false, places: null, paper: null };

export type ReadParts = Readonly<Record<string, Read>>;

/** The answer of one part; null while nothing was read for it. */
const answerOf = ({ capture }: FormElement, { agreed, values, text, other, declined, places, paper }: Read): Answer | null => {
  if (declined) return { kind: 'declined' };
  const [value] = values;
  const day = calendarDayFromTyped(text);
  switch (capture) {
    case 'confirm':
      return agreed ? { kind: 'agreed' } : null;
    case 'initial':
      return shows(text) ? { kind: 'initials', initials: text } : null;
    case 'choice':
      return value ? { kind: 'choice', value, other } : null;
    case 'multi':
      return value ? { kind: 'multi', values: [...values], other } : null;
    case 'text':
      return shows(text) ? { kind: 'text', text } : null;
    case 'date':
      return day ? { kind: 'date', day } : null;
    case 'map':
      return places;
    case 'upload':
      return paper && { kind: 'upload', ...paper };
    default:
      return null;
  }
};

/** The answers that stand on the paper, without those to parts that are not asked after the others. */
export const answersRead = (form: Pick<ConsentForm, 'elements'>, read: ReadParts): Answers =>
  askedAnswers(
    form,
    Object.fromEntries(
      form.elements.flatMap((element) => {
        const answer = takesAnswer(element) ? answerOf(element, read[element.id] ?? nothingRead) : null;
        return answer ? [[element.id, answer]] : [];
      }),
    ),
  );
