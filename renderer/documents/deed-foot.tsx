import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { ErrorNotice } from '../ui/notice.tsx';

type Props = { readonly yes: string; readonly busy: boolean; readonly error: AppError | null; readonly onClose: () => void };

/** The end of a form about a paper: what went wrong, the deed, and the way out of it. */
export const DeedFoot = ({ yes, busy, error, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" variant="default" disabled={busy}>
          {yes}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('deed.notNow')}
        </Button>
      </div>
    </>
  );
};
