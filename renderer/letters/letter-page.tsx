import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';

/** One letter: composed until it is signed, and read after. */
export const LetterPage = ({ letterId }: { readonly letterId: string }): JSX.Element => {
  const { t } = useTranslation('letters');
  return <PageHead title={t('title')} key={letterId} />;
};
