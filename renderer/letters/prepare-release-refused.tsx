import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';

type Props = { readonly clientId: string; readonly formId: string; readonly error: AppError };

/** It could not be handed over: beside the way out that is left. */
export const PrepareReleaseRefused = ({ clientId, formId, error }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  if (error.code === 'refused' && error.reason === 'release-waits') {
    return (
      <Notice
        tone="wait"
        title={t('prepare.waits')}
        live
        actions={
          <ButtonLink to="/clients/$clientId/consent/returned" params={{ clientId }} search={{ form: formId }} variant="default">
            {t('read')}
          </ButtonLink>
        }
      >
        {t('prepare.waitsText')}
      </Notice>
    );
  }
  return <ErrorNotice error={error} />;
};
