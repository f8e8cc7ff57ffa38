import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { ErrorNotice, Notice } from './notice.tsx';

/** What the vault or the system calls it, and the words there are for it. */
const causes = {
  'changed-meanwhile': 'taken',
  'another-ending': 'ending',
  'inside-the-practice': 'inside',
  'not-a-file': 'notAFile',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'protected',
  EACCES: 'protected',
  EPERM: 'protected',
  ENAMETOOLONG: 'long',
} as const;

const isNamed = (cause: unknown): cause is keyof typeof causes => typeof cause === 'string' && Object.hasOwn(causes, cause);

/** Why a file was not written, where the cause has a name, and what to do about it. */
export const ExportError = ({ error }: { readonly error: AppError }): JSX.Element => {
  const { t } = useTranslation('ui');
  const details = error.code === 'refused' && error.reason === 'file-not-written' ? error.details : undefined;
  if (!isNamed(details?.cause)) return <ErrorNotice error={error} />;
  const cause = causes[details.cause];
  return (
    <Notice tone="wait" title={t('export.wrong.title', { name: String(details.fileName) })} live>
      {t(`export.wrong.${cause}`)} {t('export.wrong.safe')}
    </Notice>
  );
};
