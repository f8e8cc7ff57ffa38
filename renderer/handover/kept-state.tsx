import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../ui/error-words.ts';
import type { KeepState } from './keeper.ts';

/** "Kept" only once the vault has said so. Read out is only what went wrong: that it is kept changes with every pause. */
export const KeptState = ({ keeping }: { readonly keeping: KeepState }): JSX.Element => {
  const { t } = useTranslation('handover');
  const words = useErrorWords();
  const { waiting, kept, problem } = keeping;
  return (
    <>
      {!problem && !waiting && kept ? <span className="good">{t('kept.now')}</span> : null}
      <span role="status" className="wait">
        {problem ? t('kept.not', { reason: words(problem).title }) : null}
      </span>
    </>
  );
};
