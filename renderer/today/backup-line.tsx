import { IconAlertCircle, IconChevronRight, IconDatabase } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';
import { useCall } from '../use-call.ts';
import { useMinute } from '../use-minute.ts';
import { backupWords } from './backup-words.ts';

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
