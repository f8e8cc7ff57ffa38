import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

type OfferProps = { readonly cameBack: boolean; readonly onBegin: () => void };

/** For the day someone may have seen the passphrase. */
export const NewKeyOffer = ({ cameBack, onBegin }: OfferProps): JSX.Element => {
  const { t } = useTranslation('settings');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (cameBack) heading.current?.focus();
  }, [cameBack]);
  return (
    <section className="settings-part" aria-labelledby="new-key-title">
      <h3 id="new-key-title" ref={heading} tabIndex={-1} className="section-head">
        {t('newKey.title')}
      </h3>
      <p className="ink-2">{t('newKey.offer')}</p>
      <Button variant="default" onClick={onBegin}>
        {t('newKey.begin')}
      </Button>
    </section>
  );
};
