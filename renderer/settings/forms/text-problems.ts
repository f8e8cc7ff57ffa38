import type { TFunction } from 'i18next';
import type { AppError, Issue } from '../../../shared/app-error.ts';
import type { FormText } from '../../../shared/form-texts.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { issueWords } from '../../ui/error-words.ts';
import type { Words } from './text-draft.ts';

type Translated = { readonly forms: TFunction<'forms'>; readonly errors: TFunction<'errors'> };

/** What a text is called: by the title of its part as it came, so that it is found whatever is typed there. */
export const partName = (part: string, shipped: FormText, t: TFunction<'forms'>): string => {
  if (part === 'clientTitle') return t('field.clientTitle');
  if (part === 'intro') return t('field.intro');
  const [id, which = ''] = part.split('/');
  const title = shipped.elements.find((element) => element.id === id)?.title ?? part;
  if (which === 'title' || which === 'text') return t('field.partOf', { title, which: t(`field.${which}`) });
  const option = shipped.elements.find((element) => element.id === id)?.options.findIndex(({ value }) => value === which) ?? -1;
  return t('field.partOf', { title, which: t('field.option', { number: option + 1 }) });
};

const isFixed = (part: string): boolean => part !== 'intro' && !part.endsWith('/text');

/** Where a blank that was refused stands; one that may stand in the running text is looked for elsewhere only. */
const partsWith = (blank: string, typed: Words, known: readonly string[]): readonly string[] => {
  const written = blank.includes('{') || blank.includes('}') ? blank : `{{${blank}}}`;
  return Object.keys(typed).filter((part) => typed[part]?.includes(written) && (isFixed(part) || !known.includes(blank)));
};

/** `text.elements.3.options.0.label` of the input as the part it is. */
const partOfIssue = ({ path }: Issue, shape: FormText): string => {
  const [, where, index, which, option] = path;
  if (where !== 'elements') return String(where ?? '');
  const element = shape.elements[Number(index)];
  if (!element) return '';
  return `${element.id}/${which === 'options' ? element.options[Number(option)]?.value : which}`;
};

const named = (details: unknown): readonly string[] =>
  Array.isArray(details) ? details.filter((one): one is string => typeof one === 'string') : [];

type Refused = { readonly error: AppError | null; readonly shipped: FormText; readonly typed: Words; readonly known: readonly string[] };

const refusedParts = ({ error, shipped, typed, known }: Refused, t: Translated): readonly (readonly [part: string, text: string])[] => {
  if (error?.code === 'invalid') return error.issues.map((issue) => [partOfIssue(issue, shipped), issueWords(t.errors, issue)]);
  if (error?.code !== 'refused') return [];
  switch (error.reason) {
    case 'more-than-spelling':
      return named(error.details?.parts).map((part) => [part, t.forms('wrong.moreThanSpelling')]);
    case 'form-text-empty':
      return named(error.details?.parts).map((part) => [part, t.forms('wrong.empty')]);
    case 'placeholder-unknown':
      return named(error.details?.placeholders).flatMap((blank) =>
        partsWith(blank, typed, known).map((part): [string, string] => [
          part,
          isFixed(part) ? t.forms('wrong.blankFixed') : t.forms('wrong.blankUnknown', { blank: blank.replace(/[{}]/g, '').trim() }),
        ]),
      );
    default:
      return [];
  }
};

/** What the vault would not take, by the text it stands in, in the order of the form. */
export const textProblems = (refused: Refused, t: Translated): readonly FieldProblem[] => {
  const order = Object.keys(refused.typed);
  const found = new Map(refusedParts(refused, t));
  return [...found]
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([part, text]) => ({ field: part, label: partName(part, refused.shipped, t.forms), text }));
};
