import { IconAlertCircle, IconChevronRight, IconDatabase } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../shared/backup.ts';
import { agoWords, isOld, sizeWords } from '../backups.ts';
import { sinceWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';
import { useCall } from '../use-call.ts';
import { useMinute } from '../use-minute.ts';

type Said = { readonly good: boolean; readonly title: string; readonly text: string };

/** How backups stand, in one line and what to do; only a fresh whole copy is good news. */
const backupWords = ({ folder, last, problem, free }: BackupState, isOwner: boolean, t: TFunction<'today'>): Said => {
  if (folder === null) {
    return { good: false, title: t('backup.noFolder'), text: isOwner ? t('backup.noFolderText') : t('backup.noFolderOther') };
  }
  if (problem) return { good: false, title: t('backup.problem'), text: t(`backup.problemText.${problem}`) };
  if (!last) {
    return free === null
      ? { good: false, title: t('backup.unseen'), text: t('backup.unseenText') }
      : { good: true, title: t('backup.none'), text: t('backup.noneText') };
  }
  const ago = agoWords(last.madeAt);
  if (last.state === 'damaged') return { good: false, title: t('backup.damaged'), text: t('backup.damagedText') };
  if (isOld(last)) return { good: false, title: t('backup.old', { ago }), text: t('backup.oldText') };
  return {
    good: true,
    title: t('backup.copied', { time: sinceWords(last.madeAt) }),
    text: t('backup.copiedText', { size: sizeWords(last.bytes), ago }),
  };
};

/** The backups' line on Today, which leads to them. */
export const BackupLine = (): JSX.Element | null => {
  const { t } = useTranslation('today');
  const { data } = useCall('backup.settings', {}, { fresh: true });
  const isOwner = usePractice().role === 'owner';
  useMinute();
  if (!data) return null;
  const { good, title, text } = backupWords(data, isOwner, t);
  return (
    <section className="card" aria-label={t('backup.title')}>
      <Link to="/settings/$section" params={{ section: 'backups' }} className="today-line">
        <Icon icon={good ? IconDatabase : IconAlertCircle} tone={good ? 'sage' : 'wait'} />
        <span className="grow">
          <span className={good ? 'b block' : 'b block wait'}>{title}</span>
          <span className="xs ink-2 num block">{text}</span>
        </span>
        <Icon icon={IconChevronRight} tone="ink-3" />
      </Link>
    </section>
  );
};
