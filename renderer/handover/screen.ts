import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer, Answers } from '../../shared/form-answers.ts';
import type { HealthAnswer } from '../../shared/health.ts';

/** What was answered on one page of plain questions, by question; one that is not named is open. */
export type Given = Readonly<Record<string, HealthAnswer>>;

type Page = Pick<FormElement, 'questions'>;

export const questionsOf = ({ questions }: Page): NonNullable<FormElement['questions']> => questions ?? [];

export const givenIn = (answer: Answer | undefined): Given => (answer?.kind === 'screen' ? answer.answers : {});

/** A page on which nothing is answered has no answer. */
export const screenAnswer = (given: Given): Answer | null =>
  Object.keys(given).length > 0 ? { kind: 'screen', answers: { ...given } } : null;

export const openOn = (page: Page, given: Given): readonly string[] =>
  questionsOf(page)
    .map(({ id }) => id)
    .filter((id) => given[id] === undefined);

/** No to each question that is still open; what was answered stays. */
export const noneOfThese = (page: Page, given: Given): Given => ({
  ...given,
  ...Object.fromEntries(openOn(page, given).map((id): [string, HealthAnswer] => [id, 'no'])),
});

/** Without those a no was put to; one that was answered differently since stays. */
export const noneTakenBack = (given: Given, put: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([id, answer]) => answer !== 'no' || !put.includes(id)));

/** How much of the whole was answered, and how much was left open. */
export const counted = (pages: readonly FormElement[], answers: Answers): { readonly answered: number; readonly open: number } => {
  const asked = pages.flatMap(questionsOf).length;
  const open = pages.flatMap((page) => openOn(page, givenIn(answers[page.id]))).length;
  return { answered: asked - open, open };
};
