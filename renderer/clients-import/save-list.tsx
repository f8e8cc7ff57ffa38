import { Button, Checkbox } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { call } from '../call.ts';
import { ExportError } from '../ui/export-error.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePressed } from '../ui/use-pressed.ts';

/** Everyone here as a file other programs read, after saying who else can. */
export const SaveList = (): JSX.Element => {
  const { t } = useTranslation('import');
  const [archived, setArchived] = useState(false);
  const [saved, setSaved] = useState<OutputOf<'clients.exportCsv'> | null>(null);

  const save = async (): Promise<AppError | null> => {
    setSaved(null);
    const chosen = await call('clients.chooseCsvFile', {});
    if (!chosen.ok) return chosen.error;
    const { fileGrant } = chosen.value;
    if (fileGrant === null) return null;
    const written = await call('clients.exportCsv', { archived, fileGrant });
    if (!written.ok) return written.error;
    setSaved(written.value);
    return null;
  };
  const { busy, error, press } = usePressed(save);
  return (
    <section className="lists-part fields" aria-labelledby="save-list">
      <h2 id="save-list" className="section-title">
        {t('save.title')}
      </h2>
      <p className="ink-2">{t('save.text')}</p>
      <p id="save-warning">{t('save.warning')}</p>
      <Checkbox label={t('save.archived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
      <div className="row">
        <Button
          variant="default"
          leftSection={<Icon icon={IconDownload} />}
          aria-describedby="save-warning"
          disabled={busy}
          onClick={press}
        >
          {busy ? t('save.saving') : t('save.action')}
        </Button>
      </div>
      {error ? <ExportError error={error} /> : null}
      {saved ? <Notice tone="sage" live title={t('save.done', { count: saved.clients, name: saved.fileName })} /> : null}
    </section>
  );
};
