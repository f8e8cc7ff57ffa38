import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { roomWords } from '../backups.ts';
import { FolderError } from '../ui/folder-error.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { useBackupFolder } from '../use-backup-folder.ts';
import { useCall } from '../use-call.ts';
import { OrLater, SetupHead } from './setup-step.tsx';

/** After the Kit, in the open practice: where backups go, or later. */
export const BackupStep = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('backup');
  const { data } = useCall('backup.settings', {});
  const { busy, error, choose } = useBackupFolder();
  const folder = data?.folder ?? null;
  useTitle(t('first.title'));
  return (
    <main className="setup">
      <div className="setup-column">
        <SetupHead />
        <PageTitle>{t('first.title')}</PageTitle>
        <p className="md ink-2 setup-lead">{t('first.lead')}</p>
        {error ? <FolderError error={error} /> : null}
        <div role="status" className="fields">
          {data ? <p className="md">{t('first.need', roomWords(data.needs))}</p> : null}
          {folder ? (
            <div className="card chosen-folder">
              <Icon icon={IconCircleCheck} tone="sage" />
              <span className="grow">
                <span className="ink-2 block">{t('first.goes')}</span>
                <bdi className="b">{folder}</bdi>
              </span>
            </div>
          ) : null}
        </div>
        <div className="row wrap form-actions">
          {folder ? (
            <>
              <Button onClick={onDone}>{t('first.goOn')}</Button>
              <Button variant="subtle" onClick={() => void choose()} disabled={busy}>
                {t('first.another')}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => void choose()} disabled={busy}>
                {t('folder.choose')}
              </Button>
              <OrLater word={t('first.later')} help={t('first.laterHelp')} busy={busy} onLater={onDone} />
            </>
          )}
        </div>
      </div>
    </main>
  );
};
