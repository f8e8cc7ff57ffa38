import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Deed } from './touch-deed.tsx';

type Props = { readonly label: string; readonly say: string; readonly onAnswer: (answer: 'yes' | 'no') => Promise<unknown> };

/** Words to say aloud first, and the client's answer to them. */
export const AskAloud = ({ label, say, onAnswer }: Props): JSX.Element => {
  const { t } = useTranslation('touch');
  return (
    <fieldset className="touch-say" aria-label={label}>
      <p>
        {t('ask.first')} <b>{say}</b>
      </p>
      <div className="cd-chips">
        <Deed variant="default" onDeed={() => onAnswer('yes')}>
          {t('ask.yes')}
        </Deed>
        <Deed variant="default" onDeed={() => onAnswer('no')}>
          {t('ask.no')}
        </Deed>
      </div>
    </fieldset>
  );
};
