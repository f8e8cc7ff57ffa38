import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/backup.ts';
import { sizeWords } from '../backups.ts';
import { clockTime, momentDay, momentWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useCall, useSend } from '../use-call.ts';
import { Rehearsal } from './rehearsal.tsx';

const signs = { verified: IconCircleCheck, copied: IconCircleDashed, damaged: IconAlertCircle } as const;
const tones = { verified: 'sage', copied: 'ink-3', damaged: 'wait' } as const;

type LineProps = {
  readonly backup: Backup;
  readonly busy: boolean;
  readonly isVerified: boolean;
  readonly onVerify: () => void;
  readonly onRehearse: () => void;
};

type DeedProps = { readonly busy: boolean; readonly onAct: () => void; readonly label: string; readonly word: string };

const Deed = ({ busy, onAct, label, word }: DeedProps): JSX.Element => (
  <Button variant="default" size="xs" className="sp-reach" disabled={busy} onClick={onAct} aria-label={label}>
    {word}
  </Button>
);

const Line = ({ backup, busy, isVerified, onVerify, onRehearse }: LineProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const { madeAt, reason, bytes, state, otherKey, ours, elsewhere } = backup;
  const moment = momentWords(madeAt);
  return (
    <li className="backup-line">
      <Icon icon={signs[state]} tone={tones[state]} />
      <span className="backup-when">
        <time dateTime={madeAt} className="b">
          {momentDay(madeAt)}, {clockTime(madeAt)}
        </time>
        <span className="xs ink-2 block">{t(`reason.${reason}`)}</span>
      </span>
      <span className="backup-found">
        <span className={state === 'damaged' ? 'wait b' : undefined}>{isVerified ? t('list.verifying') : t(`list.state.${state}`)}</span>
        {otherKey ? <span className="xs wait block">{t('list.otherKey')}</span> : null}
        {ours ? null : <span className="xs ink-2 block">{t('list.other')}</span>}
        {elsewhere ? <span className="xs ink-2 block">{t('list.elsewhere')}</span> : null}
      </span>
      <span className="num ink-2 backup-size">{sizeWords(bytes)}</span>
      {ours && !otherKey && state !== 'damaged' ? (
        <span className="row wrap backup-deeds">
          <Deed busy={busy} onAct={onVerify} label={t('list.verifyLong', { moment })} word={t('list.verify')} />
          <Deed busy={busy} onAct={onRehearse} label={t('list.rehearseLong', { moment })} word={t('list.rehearse')} />
        </span>
      ) : null}
    </li>
  );
};

/** What lies in the chosen folder, newest first. */
export const BackupList = (): JSX.Element => {
  const { t } = useTranslation('backup');
  const { data, error, again } = useCall('backup.list', {}, { fresh: true });
  const verify = useSend('backup.verify');
  const [verified, setVerified] = useState<string | null>(null);
  const [rehearsed, setRehearsed] = useState<Backup | null>(null);
  const backups = data?.backups ?? [];
  const verifyOne = async ({ id, madeAt }: Backup): Promise<void> => {
    setVerified(id);
    const reply = await verify.send({ id });
    setVerified(null);
    if (reply.ok) said(t(reply.value.state === 'verified' ? 'list.verified' : 'list.notVouched', { moment: momentWords(madeAt) }));
    await again();
  };
  return (
    <section aria-labelledby="backup-list-title">
      <h3 id="backup-list-title" className="section-title backup-list-title">
        {t('list.title')}
      </h3>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {verify.error ? <ErrorNotice error={verify.error} /> : null}
      <span className="visually-hidden" role="status">
        {verified === null ? '' : t('list.verifying')}
      </span>
      {data && backups.length === 0 && data.newer === 0 ? <p className="ink-2">{t('list.none')}</p> : null}
      {data && data.newer > 0 ? <p className="ink-2">{t('list.newer', { count: data.newer })}</p> : null}
      {backups.length > 0 ? (
        <ul className="card">
          {backups.map((backup) => (
            <Line
              key={backup.id}
              backup={backup}
              busy={verified !== null}
              isVerified={verified === backup.id}
              onVerify={() => void verifyOne(backup)}
              onRehearse={() => setRehearsed(backup)}
            />
          ))}
        </ul>
      ) : null}
      {backups.length > 0 ? <p className="xs ink-2 backup-note">{t('list.note')}</p> : null}
      {rehearsed ? <Rehearsal backup={rehearsed} onClose={() => setRehearsed(null)} /> : null}
    </section>
  );
};
