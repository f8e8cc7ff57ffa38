import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError, Issue } from '../../shared/app-error.ts';

export type ErrorWords = { readonly title: string; readonly text: string };

/** Every way the vault can say no, in words. A code or reason without words does not compile. */
export const errorWords = (t: TFunction<'errors'>, error: AppError): ErrorWords => {
  switch (error.code) {
    case 'locked':
    case 'handed-over':
    case 'not-allowed':
    case 'invalid':
    case 'conflict':
      return { title: t(`${error.code}.title`), text: t(`${error.code}.text`) };
    case 'not-found':
      return { title: t(`not-found.${error.what}.title`), text: t(`not-found.${error.what}.text`) };
    case 'refused':
      return { title: t(`refused.${error.reason}.title`), text: t(`refused.${error.reason}.text`) };
    case 'unavailable':
      return { title: t(`unavailable.${error.reason}.title`), text: t(`unavailable.${error.reason}.text`) };
    case 'unexpected':
      return { title: t('unexpected.title'), text: t('unexpected.text', { incident: error.incident }) };
    default: {
      const unsaid: never = error;
      return unsaid;
    }
  }
};

export const useErrorWords = (): ((error: AppError) => ErrorWords) => {
  const { t } = useTranslation('errors');
  return (error) => errorWords(t, error);
};

/** What is wrong with one field, with limit and present length, or the group of a code, where there is one. */
export const issueWords = (t: TFunction<'errors'>, issue: Issue): string => {
  const group = issue.path.findLast((part) => typeof part === 'number');
  if (issue.problem === 'mistyped' && group !== undefined) return t('problem.mistyped-group', { group });
  if (issue.problem !== 'too-long') return t(`problem.${issue.problem}`);
  return issue.limit !== undefined && issue.length !== undefined
    ? t('problem.too-long', { limit: issue.limit, length: issue.length })
    : t('problem.too-long-plain');
};

/** The key of `details` a field stands under: issues name the whole input, a form only its own part of it. */
export const fieldOf = (issue: Issue): string => {
  const last = issue.path.findLast((part) => typeof part === 'string');
  return typeof last === 'string' ? last : '';
};
