import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../shared/backup.ts';
import { roomWords } from '../backups.ts';
import { momentWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { BackUpNow } from '../ui/back-up-now.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { FolderError } from '../ui/folder-error.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useBackupFolder } from '../use-backup-folder.ts';
import { useCall } from '../use-call.ts';
import { useMinute } from '../use-minute.ts';
import { BackupFacts } from './backup-facts.tsx';
import { BackupList } from './backup-list.tsx';

type StateProps = { readonly state: BackupState };

/** Before a folder is chosen: what it takes, and the way to choose. */
const NoFolder = ({ state, onChoose, busy }: StateProps & { readonly onChoose: () => void; readonly busy: boolean }): JSX.Element => {
  const { t } = useTranslation('backup');
  const isOwner = usePractice().role === 'owner';
  return (
    <div className="card no-backups">
      <h3 className="section-title">{t('folder.none')}</h3>
      <p className="ink-2">{t('folder.noneText')}</p>
      <p className="ink-2">{t('folder.need', roomWords(state.needs))}</p>
      {isOwner ? (
        <Button onClick={onChoose} disabled={busy}>
          {t('folder.choose')}
        </Button>
      ) : (
        <p className="ink-2">{t('folder.ownerChooses')}</p>
      )}
    </div>
  );
};

const Known = ({ state }: StateProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const { busy, error, choose, stop } = useBackupFolder();
  const [stopping, setStopping] = useState(false);
  const chooseOne = async (): Promise<void> => {
    const next = await choose();
    if (next?.folder) said(t('folder.chosen'));
  };
  const stopAll = async (): Promise<void> => {
    setStopping(false);
    if (await stop()) said(t('folder.stopped'));
  };
  if (state.folder === null) {
    return (
      <>
        {error ? <FolderError error={error} /> : null}
        <NoFolder state={state} onChoose={() => void chooseOne()} busy={busy} />
      </>
    );
  }
  return (
    <>
      {state.problem ? (
        <Notice tone="wait" title={t(`problem.${state.problem}.title`)}>
          {t(`problem.${state.problem}.todo`)}
        </Notice>
      ) : null}
      {state.otherComputer ? (
        <Notice tone="wait" title={t('otherComputer.title')}>
          {t('otherComputer.text', { moment: momentWords(state.otherComputer) })}
        </Notice>
      ) : null}
      {error ? <FolderError error={error} /> : null}
      <BackupFacts state={state} folder={state.folder} busy={busy} onChange={() => void chooseOne()} onStop={() => setStopping(true)} />
      <BackUpNow quiet />
      {state.last || state.free !== null ? <BackupList /> : null}
      <Confirm
        opened={stopping}
        title={t('folder.stopTitle')}
        text={t('folder.stopText', { folder: state.folder })}
        yes={t('folder.stopYes')}
        no={t('folder.stopNo')}
        onYes={() => void stopAll()}
        onNo={() => setStopping(false)}
      />
    </>
  );
};

/** Where backups go, how the last one went, and which there are. */
export const BackupSettings = (): JSX.Element => {
  const { t } = useTranslation('backup');
  const { data, error, again } = useCall('backup.settings', {}, { fresh: true });
  useMinute();
  return (
    <div className="backups-page">
      <p className="ink-2">{t('lead')}</p>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {data ? <Known state={data} /> : null}
      {!data && !error ? <Waiting /> : null}
    </div>
  );
};
