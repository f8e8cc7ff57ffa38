import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';

/** The desk of letters: drafts, what waits to leave, what waits for an answer, what is due. */
export const LettersPage = (): JSX.Element => {
  const { t } = useTranslation('letters');
  return <PageHead title={t('title')} />;
};
