import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { ErrorNotice, Notice } from './notice.tsx';

const causes = ['not-a-folder', 'inside-the-practice', 'not-writable'] as const;

/** Why a folder that was chosen cannot hold backups, where the vault named the cause. */
export const FolderError = ({ error }: { readonly error: AppError }): JSX.Element => {
  const { t } = useTranslation('backup');
  const said = error.code === 'refused' && error.reason === 'backup-folder-unfit' ? error.details?.cause : undefined;
  const cause = causes.find((one) => one === said);
  if (!cause) return <ErrorNotice error={error} />;
  return (
    <Notice tone="wait" title={t(`unfit.${cause}.title`)} live>
      {t(`unfit.${cause}.todo`)}
    </Notice>
  );
};
