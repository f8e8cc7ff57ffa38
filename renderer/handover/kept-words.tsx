import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../ui/error-words.ts';
import type { KeepState } from './keeper.ts';

/** Whether everything is kept, on a screen where nothing is typed. */
export const KeptWords = ({ keeping }: { readonly keeping: KeepState }): JSX.Element => {
  const { t } = useTranslation('handover');
  const words = useErrorWords();
  if (keeping.problem) {
    return (
      <span role="alert" className="wait">
        {t('kept.notAll', { reason: words(keeping.problem).title })}
      </span>
    );
  }
  return <>{keeping.waiting ? t('kept.some') : t('kept.all')}</>;
};
