import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/backup.ts';
import { sizeWords } from '../backups.ts';
import { clockTime, momentDay } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

const Line = ({ backup }: { readonly backup: Backup }): JSX.Element => {
  const { t } = useTranslation('backup');
  const { madeAt, reason, bytes, state, otherKey, ours } = backup;
  const whole = state === 'copied';
  return (
    <li className="backup-line">
      <Icon icon={whole ? IconCircleCheck : IconAlertCircle} tone={whole ? 'sage' : 'wait'} />
      <span className="backup-when">
        <time dateTime={madeAt} className="b">
          {momentDay(madeAt)}, {clockTime(madeAt)}
        </time>
        <span className="xs ink-2 block">{t(`reason.${reason}`)}</span>
      </span>
      <span className="backup-found">
        <span className={whole ? undefined : 'wait b'}>{t(`list.state.${state}`)}</span>
        {otherKey ? <span className="xs wait block">{t('list.otherKey')}</span> : null}
        {ours ? null : <span className="xs ink-2 block">{t('list.other')}</span>}
      </span>
      <span className="num ink-2 backup-size">{sizeWords(bytes)}</span>
    </li>
  );
};

/** What lies in the chosen folder, newest first. */
export const BackupList = (): JSX.Element => {
  const { t } = useTranslation('backup');
  const { data, error, again } = useCall('backup.list', {}, { fresh: true });
  const backups = data?.backups ?? [];
  return (
    <section aria-labelledby="backup-list-title">
      <h3 id="backup-list-title" className="section-title backup-list-title">
        {t('list.title')}
      </h3>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {data && backups.length === 0 && data.newer === 0 ? <p className="ink-2">{t('list.none')}</p> : null}
      {data && data.newer > 0 ? <p className="ink-2">{t('list.newer', { count: data.newer })}</p> : null}
      {backups.length > 0 ? (
        <ul className="card">
          {backups.map((backup) => (
            <Line key={backup.id} backup={backup} />
          ))}
        </ul>
      ) : null}
      {backups.length > 0 ? <p className="xs ink-2 backup-note">{t('list.note')}</p> : null}
    </section>
  );
};
