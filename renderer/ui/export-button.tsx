import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { call } from '../call.ts';
import { ExportError } from './export-error.tsx';
import { Icon } from './icon.tsx';
import { said } from './notice.tsx';
import { usePressed } from './use-pressed.ts';

/** Saves the PDF as a file the person chooses, after saying what that means. */
export const ExportButton = ({ documentId }: { readonly documentId: string }): JSX.Element => {
  const { t } = useTranslation('ui');
  const save = async (): Promise<AppError | null> => {
    const chosen = await call('documents.chooseExport', { id: documentId });
    if (!chosen.ok) return chosen.error;
    if (chosen.value.fileGrant === null) return null;
    const written = await call('documents.export', { id: documentId, fileGrant: chosen.value.fileGrant });
    if (!written.ok) return written.error;
    said(t('export.done', { name: written.value.fileName }));
    return null;
  };
  const { busy, error, press } = usePressed(save);

  return (
    <div className="export">
      <span className="export-warning ink-2" id="export-warning">
        {t('export.warning')}
      </span>
      <Button
        variant="default"
        leftSection={<Icon icon={IconDownload} />}
        aria-describedby="export-warning"
        disabled={busy}
        onClick={press}
      >
        {busy ? t('export.saving') : t('export.action')}
      </Button>
      {error ? <ExportError error={error} /> : null}
    </div>
  );
};
