import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type BackupState, backupsAtMost } from '../../shared/backup.ts';
import { agoWords, isOld, sizeWords } from '../backups.ts';
import { momentWords, sinceWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';

const Fact = ({
  term,
  children,
  action,
}: {
  readonly term: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): JSX.Element => (
  <div className="backup-fact">
    <dt className="b">{term}</dt>
    <dd>
      <span className="grow">{children}</span>
      {action}
    </dd>
  </div>
);

/** Nothing is seen there: none was made yet, or the stick is not in. */
const None = ({ state }: { readonly state: BackupState }): JSX.Element => {
  const { t } = useTranslation('backup');
  return state.free === null ? (
    <span className="state wait backup-state">
      <Icon icon={IconAlertCircle} size={18} />
      {t('last.unseen')}
    </span>
  ) : (
    <span className="state backup-state">
      <Icon icon={IconCircleDashed} size={18} tone="ink-3" />
      {t('last.none')}
    </span>
  );
};

const Last = ({ state }: { readonly state: BackupState }): JSX.Element => {
  const { t } = useTranslation('backup');
  const { last, problem } = state;
  if (!last) return <None state={state} />;
  const good = last.state !== 'damaged' && !problem && !isOld(last);
  return (
    <>
      <span className={good ? 'state good backup-state' : 'state wait backup-state'}>
        <Icon icon={good ? IconCircleCheck : IconAlertCircle} size={18} />
        {t('last.line', { ago: agoWords(last.madeAt), size: sizeWords(last.bytes), state: t(`last.state.${last.state}`) })}
      </span>
      <time dateTime={last.madeAt} className="xs ink-2 block">
        {momentWords(last.madeAt)}
      </time>
      {last.verifiedAt ? <span className="xs ink-2 block">{t('last.verified', { moment: sinceWords(last.verifiedAt) })}</span> : null}
    </>
  );
};

type FactsProps = {
  readonly state: BackupState;
  readonly folder: string;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onStop: () => void;
};

/** How backups stand now. Only the owner says where they go. */
export const BackupFacts = ({ state, folder, busy, onChange, onStop }: FactsProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const isOwner = usePractice().role === 'owner';
  const { problem, problemAt, needs, free } = state;
  return (
    <dl className="card backup-facts">
      <Fact
        term={t('folder.label')}
        action={
          isOwner ? (
            <span className="row">
              <Button
                variant="default"
                size="xs"
                className="sp-reach"
                onClick={onChange}
                disabled={busy}
                aria-label={t('folder.changeLong')}
              >
                {t('folder.change')}
              </Button>
              <Button variant="subtle" size="xs" className="sp-reach" onClick={onStop} disabled={busy} aria-label={t('folder.stopLong')}>
                {t('folder.stop')}
              </Button>
            </span>
          ) : null
        }
      >
        <bdi className="backup-folder">{folder}</bdi>
        {isOwner ? null : <span className="xs ink-2 block">{t('folder.ownerChooses')}</span>}
      </Fact>
      <Fact term={t('last.label')}>
        <Last state={state} />
        {problem && problemAt ? <span className="xs wait block">{t('last.tried', { moment: sinceWords(problemAt) })}</span> : null}
      </Fact>
      <Fact term={t('next.label')}>{state.due ? t('next.due') : t('next.atLock')}</Fact>
      <Fact term={t('room.label')}>
        {t('room.need', { size: sizeWords(needs), all: sizeWords(needs * backupsAtMost), count: backupsAtMost })}{' '}
        {free === null ? null : <span className={free < needs ? 'wait b' : undefined}>{t('room.free', { size: sizeWords(free) })}</span>}
      </Fact>
    </dl>
  );
};
