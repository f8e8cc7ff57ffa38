import { Button, type ButtonProps } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { backupProblems } from '../../shared/backup.ts';
import { sizeWords } from '../backups.ts';
import { useSend } from '../use-call.ts';
import { Icon } from './icon.tsx';
import { ErrorNotice, Notice, said } from './notice.tsx';

type BackUpNowProps = Pick<ButtonProps, 'variant'> & {
  /** The screen shows the problem of the last try by itself. */
  readonly quiet?: boolean;
};

/** Copies the practice now. What went wrong is said with what to do. */
export const BackUpNow = ({ variant, quiet }: BackUpNowProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const { send, isSending, error } = useSend('backup.run');
  const cause = error?.code === 'refused' && error.reason === 'backup-not-written' ? error.details?.problem : undefined;
  const problem = backupProblems.find((one) => one === cause);
  return (
    <div className="back-up-now">
      {problem && quiet ? null : problem ? (
        <Notice tone="wait" title={t(`problem.${problem}.title`)} live>
          {t(`problem.${problem}.todo`)}
        </Notice>
      ) : error ? (
        <ErrorNotice error={error} />
      ) : null}
      <Button
        variant={variant ?? 'filled'}
        leftSection={<Icon icon={IconDatabase} />}
        disabled={isSending}
        onClick={async () => {
          const reply = await send({});
          if (!reply.ok || !reply.value.last) return;
          const { bytes, state } = reply.value.last;
          said(t(state === 'verified' ? 'now.done' : 'now.doneCopied', { size: sizeWords(bytes) }));
        }}
      >
        {isSending ? t('now.copying') : t('now.action')}
      </Button>
      <span className="visually-hidden" role="status">
        {isSending ? t('now.copying') : problem && quiet ? t(`problem.${problem}.title`) : ''}
      </span>
    </div>
  );
};
