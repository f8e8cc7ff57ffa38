import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookedInside } from '../../shared/backup.ts';
import { momentWords } from '../dates.ts';
import { Icon } from './icon.tsx';

const counted = ['clients', 'appointments', 'sessions', 'notes', 'documents', 'letters'] as const;

/** What a backup holds, once it was opened; said after a rehearsal, and before a restore. It comes into view: what was pressed may stand far below. */
export const BackupContents = ({ contents }: { readonly contents: LookedInside }): JSX.Element => {
  const { t } = useTranslation('backup');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className="card backup-contents" role="status">
      <p className={contents.agreed ? 'state good' : 'state wait'}>
        <Icon icon={contents.agreed ? IconCircleCheck : IconAlertTriangle} size={18} />
        <span className="b">{t(contents.agreed ? 'rehearsal.done' : 'rehearsal.differs')}</span>
      </p>
      <p className="ink-2">{t(contents.agreed ? 'rehearsal.lead' : 'rehearsal.differsLead')}</p>
      <ul className="backup-counts">
        {counted.map((kind) => (
          <li key={kind} className="num">
            {t(`rehearsal.${kind}`, { count: contents[kind] })}
          </li>
        ))}
      </ul>
      {contents.lastEntryAt ? <p className="xs ink-2">{t('rehearsal.lastEntry', { moment: momentWords(contents.lastEntryAt) })}</p> : null}
    </div>
  );
};
