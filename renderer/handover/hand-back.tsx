import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../practice.ts';
import { Logo, Rings } from '../ui/logo.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';

/** After signing: nothing more is asked of the client. */
export const Thanks = ({ clientId, documentId }: { readonly clientId: string; readonly documentId: string }): JSX.Element => {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const { practitionerName } = usePractice();
  useTitle(t('thanks.title'));
  return (
    <main className="alone">
      <Rings of="resting" />
      <div className="alone-column">
        <div className="alone-logo">
          <Logo size={56} />
        </div>
        <PageTitle className="question center">{t('thanks.title')}</PageTitle>
        <p className="rest-words ink-2">{t('thanks.text')}</p>
        <p className="rest-words" dir="auto">
          {t('thanks.handBack', { name: practitionerName })}
        </p>
        <div className="rest-actions">
          <Button
            size="lg"
            onClick={() =>
              void navigate({
                to: '/clients/$clientId/documents/$documentId',
                params: { clientId, documentId },
                replace: true,
                ignoreBlocker: true,
              })
            }
          >
            {t('thanks.see')}
          </Button>
          <Button
            size="lg"
            variant="subtle"
            onClick={() => void navigate({ to: '/clients/$clientId/consent', params: { clientId }, replace: true, ignoreBlocker: true })}
          >
            {t('thanks.done')}
          </Button>
        </div>
      </div>
    </main>
  );
};
