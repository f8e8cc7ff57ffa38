import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/backup.ts';
import { momentWords } from '../dates.ts';
import { BackupContents } from '../ui/backup-contents.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

type RehearsalProps = { readonly backup: Backup; readonly onClose: () => void };

/** A restore as far as it can go without changing anything, with what came of it in words. */
export const Rehearsal = ({ backup, onClose }: RehearsalProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const { data, error, again, isFetching } = useCall('backup.rehearse', { id: backup.id }, { fresh: true });
  return (
    <Dialog title={t('rehearsal.titleOf', { moment: momentWords(backup.madeAt) })} onClose={onClose} size={560}>
      <p className="ink-2">{t('rehearsal.text')}</p>
      {isFetching ? (
        <div className="rehearsal-wait" role="status">
          <Waiting />
          {t('rehearsal.running')}
        </div>
      ) : error ? (
        <ErrorNotice error={error} again={again} />
      ) : data ? (
        <BackupContents contents={data} />
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('rehearsal.close')}
        </Button>
      </Group>
    </Dialog>
  );
};
