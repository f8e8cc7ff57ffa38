import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { sizeWords } from '../backups.ts';
import { momentWords } from '../dates.ts';
import { BackUpNow } from '../ui/back-up-now.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { RecoveryKit } from '../ui/recovery-kit.tsx';
import { useCall } from '../use-call.ts';

type MadeProps = OutputOf<'vault.newKey'> & { readonly onDone: () => void };

/** Those the old passphrase still opens: a new backup first, then they can go. */
const StillOpened = ({ backups }: Pick<MadeProps, 'backups'>): JSX.Element => {
  const { t } = useTranslation('settings');
  const { data, error, again } = useCall('backup.settings', {}, { fresh: true });
  if (error) return <ErrorNotice error={error} again={again} />;
  if (data?.folder === null) {
    return (
      <>
        <p className="ink-2">{t('newKey.noFolder')}</p>
        <ButtonLink to="/settings/$section" params={{ section: 'backups' }} variant="default">
          {t('newKey.chooseFolder')}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      {backups.length > 0 ? (
        <>
          <Notice tone="wait" title={t('newKey.older', { count: backups.length })}>
            {t('newKey.olderText')}
          </Notice>
          <ul className="card older-backups">
            {backups.map(({ id, madeAt, bytes }) => (
              <li key={id}>
                <span className="b num block">{momentWords(madeAt)}</span>
                <span className="xs ink-2 block">{t('newKey.folder', { folder: id, size: sizeWords(bytes) })}</span>
              </li>
            ))}
          </ul>
          <p className="ink-2">{t('newKey.where', { folder: data?.folder ?? '' })}</p>
        </>
      ) : (
        <p className="ink-2">{t('newKey.noneOlder')}</p>
      )}
      <BackUpNow variant="default" />
    </>
  );
};

/** The Kit that opens the practice from now on, and the backups it does not close. */
export const NewKeyMade = ({ groups, backups, kept, onDone }: MadeProps): JSX.Element => {
  const { t } = useTranslation('settings');
  return (
    <>
      <p className="ink-2">{t('newKey.madeText')}</p>
      <h4 className="section-title">{t('newKey.kitTitle')}</h4>
      <p className="ink-2">{t('kit.once')}</p>
      <RecoveryKit groups={groups} />
      <h4 className="section-title">{t('newKey.backupsTitle')}</h4>
      <StillOpened backups={backups} />
      {kept > 0 ? <p className="ink-2">{t('newKey.kept', { count: kept })}</p> : null}
      <Button onClick={onDone}>{t('newKey.done')}</Button>
    </>
  );
};
