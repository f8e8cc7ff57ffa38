import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo, Rings } from '../ui/logo.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';

/** A screen that asks nothing. */
export const Resting = ({ onGoOn, onStop }: { readonly onGoOn: () => void; readonly onStop: () => void }): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('rest.title'));
  return (
    <main className="alone">
      <Rings of="resting" />
      <div className="alone-column">
        <div className="alone-logo">
          <Logo size={56} />
        </div>
        <PageTitle className="question center">{t('rest.title')}</PageTitle>
        <p className="rest-words ink-2">
          {t('rest.text')}
          <br />
          {t('rest.text2')}
        </p>
        <div className="rest-actions">
          <Button size="lg" onClick={onGoOn}>
            {t('rest.goOn')}
          </Button>
          <Button size="lg" variant="subtle" onClick={onStop}>
            {t('rest.stop')}
          </Button>
        </div>
      </div>
    </main>
  );
};
