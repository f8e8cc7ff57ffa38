import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** The pause after wrong tries, counted down for the eye; a screen reader hears it in half minutes. */
export const TryAgainIn = ({ wait }: { readonly wait: number }): JSX.Element => {
  const { t } = useTranslation('ui');
  return (
    <>
      <div aria-live="assertive" className="visually-hidden">
        {wait > 0 ? t('tryAgainIn.seconds', { count: Math.ceil(wait / 30) * 30 }) : ''}
      </div>
      {wait > 0 ? (
        <p className="try-again-in ink-2">
          <b className="b num">
            {wait > 90 ? t('tryAgainIn.minutes', { count: Math.ceil(wait / 60) }) : t('tryAgainIn.seconds', { count: wait })}
          </b>
          <br />
          {t('tryAgainIn.why')}
        </p>
      ) : null}
    </>
  );
};
