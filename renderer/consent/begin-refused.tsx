import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice } from '../ui/notice.tsx';

/** The hand-over was refused: beside the way out that is left. */
export const BeginRefused = ({ clientId, error }: { readonly clientId: string; readonly error: AppError }): JSX.Element => {
  const { t } = useTranslation('consent');
  const reason = error.code === 'refused' ? error.reason : null;
  return (
    <ErrorNotice error={error}>
      {reason === 'paper-chosen' ? (
        <span className="block notice-actions">
          <ButtonLink to="/clients/$clientId/consent/paper" params={{ clientId }} variant="default">
            {t('prepare.print')}
          </ButtonLink>
        </span>
      ) : null}
      {reason === 'crisis-numbers-unchecked' ? (
        <span className="block notice-actions">
          <ButtonLink to="/settings/$section" params={{ section: 'crisis' }} variant="default">
            {t('prepare.healthCheck')}
          </ButtonLink>
        </span>
      ) : null}
    </ErrorNotice>
  );
};
