import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

/** A crisis card stands before every other page; here it is said, and STOP stays in view. */
export const CrisisWaits = (): JSX.Element | null => {
  const { t } = useTranslation('session');
  const open = useCall('crisis.open', {});
  if (!open.data?.crises.length) return null;
  return (
    <Notice tone="wait" live title={t('crisisWaits.title')}>
      <p>{t('crisisWaits.text')}</p>
      <ButtonLink to="/" variant="default">
        {t('crisisWaits.read')}
      </ButtonLink>
    </Notice>
  );
};
