import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Backup, LookedInside } from '../../shared/backup.ts';
import { sizeWords } from '../backups.ts';
import { momentWords } from '../dates.ts';
import { BackupContents } from '../ui/backup-contents.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { goToField } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { isWrongSecret, type Secret, SecretField, useSecretProblem } from './secret-field.tsx';

type SecretProps = {
  readonly backup: Backup;
  readonly hasPractice: boolean;
  readonly secret: Secret;
  readonly onSecret: (secret: Secret) => void;
  readonly wait: number;
  readonly error: AppError | null;
  /** What a look inside has found; null before. */
  readonly contents: LookedInside | null;
  readonly looking: boolean;
  readonly onLook: () => void;
  readonly onRestore: () => void;
  readonly onBack: () => void;
};

const fieldId = 'secret';
const lookHelpId = 'look-help';

/** What opens the backup, what will happen, and the question before it does. */
export const RestoreSecret = ({
  backup,
  hasPractice,
  secret,
  onSecret,
  wait,
  error,
  contents,
  looking,
  onLook,
  onRestore,
  onBack,
}: SecretProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const moment = momentWords(backup.madeAt);
  const wasReplaced = backup.reason === 'replaced';
  const isWrong = isWrongSecret(error);
  useEffect(() => {
    if (isWrong) goToField(fieldId);
  }, [isWrong]);

  const { slip, problem } = useSecretProblem(secret, { error, asked: attempt > 0, first: t('restore.passphraseFirst') });
  const withSecret = (then: () => void): void => {
    if (wait > 0 || looking) return;
    setAttempt(attempt + 1);
    if (slip) goToField(fieldId);
    else then();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    withSecret(() => setAsking(true));
  };

  return (
    <form className="setup-column" onSubmit={submit} noValidate>
      <PageTitle>{t(wasReplaced ? 'restore.replaced' : 'restore.secretTitle', { moment })}</PageTitle>
      <p className="md ink-2 setup-lead">
        {t('restore.line', { reason: t(`reason.${backup.reason}`), size: sizeWords(backup.bytes) })}. {t('restore.secretLead')}
      </p>
      {error && !isWrong ? <ErrorNotice error={error} /> : null}
      <SecretField
        id={fieldId}
        secret={secret}
        onSecret={(next) => {
          onSecret(next);
          if (next.kind === secret.kind) return;
          setAttempt(0);
          requestAnimationFrame(() => goToField(fieldId));
        }}
        problem={problem}
        words={{ passphrase: t('restore.passphrase'), useKit: t('restore.useKit'), usePassphrase: t('restore.usePassphrase') }}
      />
      {contents ? <BackupContents contents={contents} /> : null}
      <Notice tone="sage" title={t('restore.willTitle')}>
        {t(hasPractice ? 'restore.will' : 'restore.willNew', { moment })}
      </Notice>
      <div className="row wrap form-actions">
        <Button type="submit" disabled={wait > 0 || looking}>
          {t('restore.action')}
        </Button>
        <Button variant="default" aria-describedby={lookHelpId} disabled={wait > 0 || looking} onClick={() => withSecret(onLook)}>
          {looking ? t('rehearsal.running') : t('rehearsal.look')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('restore.another')}
        </Button>
      </div>
      <p id={lookHelpId} className="xs ink-2" role="status">
        {looking ? t('rehearsal.running') : t('rehearsal.lookHelp')}
      </p>
      <TryAgainIn wait={wait} />
      <Confirm
        opened={asking}
        title={t(wasReplaced ? 'restore.confirmReplaced' : 'restore.confirmTitle', { moment })}
        text={t(hasPractice ? 'restore.confirmText' : 'restore.confirmTextNew')}
        yes={t('restore.confirmYes')}
        no={t('restore.confirmNo')}
        onYes={() => {
          setAsking(false);
          onRestore();
        }}
        onNo={() => setAsking(false)}
      />
    </form>
  );
};
