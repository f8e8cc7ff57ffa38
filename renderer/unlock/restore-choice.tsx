import { Button, Radio } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Backup } from '../../shared/backup.ts';
import { sizeWords } from '../backups.ts';
import { exactMomentWords, momentWords } from '../dates.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useBackupsAtDoor } from './use-backups-at-door.ts';

type WhichProps = {
  readonly backups: readonly Backup[];
  /** The practice that lies here is known, and a backup of another one cannot take its place. */
  readonly onlyOurs: boolean;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly problem: string | undefined;
};

const Which = ({ backups, onlyOurs, value, onChange, problem }: WhichProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const about = ({ reason, bytes, state, ours, otherKey }: Backup): string => {
    const line = t('restore.line', { reason: t(`reason.${reason}`), size: sizeWords(bytes) });
    if (state === 'damaged') return t('restore.damaged');
    if (onlyOurs && !ours) return t('restore.other');
    return otherKey ? `${line}. ${t('restore.older')}` : line;
  };
  const moments = new Map(backups.map(({ id, madeAt }) => [id, momentWords(madeAt)]));
  const momentOf = ({ id, madeAt }: Backup): string => {
    const words = moments.get(id) ?? '';
    return [...moments.values()].filter((one) => one === words).length > 1 ? exactMomentWords(madeAt) : words;
  };
  return (
    <Marked wrong={Boolean(problem)}>
      <Radio.Group
        id="which"
        label={t('restore.which')}
        value={value ?? ''}
        onChange={onChange}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        className="card which"
      >
        {backups.map((backup) => (
          <Radio
            key={backup.id}
            value={backup.id}
            label={backup.reason === 'replaced' ? t('restore.replaced', { moment: momentOf(backup) }) : momentOf(backup)}
            description={about(backup)}
            disabled={backup.state === 'damaged' || (onlyOurs && !backup.ours)}
          />
        ))}
      </Radio.Group>
    </Marked>
  );
};

type ChoiceProps = {
  readonly hasPractice: boolean;
  readonly onlyOurs: boolean;
  readonly chosen: Backup | null;
  readonly failed: AppError | null;
  readonly onChoose: (backup: Backup) => void;
  readonly onBack: () => void;
};

/** Which backup: those of the folder chosen in Settings, or of any other; and what is kept beside the practice. */
export const RestoreChoice = ({ hasPractice, onlyOurs, chosen, failed, onChoose, onBack }: ChoiceProps): JSX.Element => {
  const { t } = useTranslation('backup');
  const { listed, error, again, busy, look } = useBackupsAtDoor();
  const [id, setId] = useState(chosen?.id ?? null);
  const [attempt, setAttempt] = useState(0);
  const there = listed?.backups ?? [];
  const backups = [...there, ...(listed?.kept ?? [])].toSorted((one, other) => other.madeAt.localeCompare(one.madeAt));
  const found = backups.find((backup) => backup.id === id);
  const problems: readonly FieldProblem[] =
    attempt > 0 && !found ? [{ field: 'which', label: t('restore.which'), text: t('restore.chooseFirst') }] : [];

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (backups.length === 0) return void look();
    setAttempt(attempt + 1);
    if (found) onChoose(found);
  };
  const lookWords = t(listed?.folder ? 'restore.anotherFolder' : 'restore.chooseFolder');
  const another = (
    <Button variant="default" onClick={() => void look()} disabled={busy}>
      {lookWords}
    </Button>
  );
  return (
    <form className="setup-column" onSubmit={submit} noValidate>
      <PageTitle>{t('restore.title')}</PageTitle>
      <p className="md ink-2 setup-lead">{hasPractice ? t('restore.lead') : t('restore.leadNew')}</p>
      {error ? <ErrorNotice error={error} again={again} /> : failed ? <ErrorNotice error={failed} /> : null}
      <ErrorSummary problems={problems} attempt={attempt} goingOn />
      {!listed && !error ? <Waiting /> : null}
      {listed && listed.folder === null ? (
        <div className="row wrap listed-folder">
          <p className="md grow">{t('restore.noFolder')}</p>
          {backups.length > 0 ? another : null}
        </div>
      ) : null}
      {listed && listed.folder !== null ? (
        <div className="row wrap listed-folder">
          <Icon icon={IconFolder} tone="ink-3" />
          <span className="grow">
            <span className="xs ink-2 block">{t('restore.folder')}</span>
            <bdi>{listed.folder}</bdi>
          </span>
          {backups.length > 0 ? another : null}
        </div>
      ) : null}
      {listed?.folder ? (
        <p role="status" className={there.length > 0 ? 'visually-hidden' : 'md'}>
          {there.length > 0 ? t('restore.found', { count: there.length }) : listed.newer > 0 ? '' : t('restore.none')}
        </p>
      ) : null}
      {listed && listed.newer > 0 ? <p className="md">{t('list.newer', { count: listed.newer })}</p> : null}
      {backups.length > 0 ? <Which backups={backups} onlyOurs={onlyOurs} value={id} onChange={setId} problem={problems[0]?.text} /> : null}
      {listed || error ? (
        <div className="row wrap form-actions">
          <Button type="submit" disabled={busy}>
            {backups.length > 0 ? t('restore.goOn') : lookWords}
          </Button>
          <Button variant="subtle" onClick={onBack} disabled={busy}>
            {t('restore.back')}
          </Button>
        </div>
      ) : null}
    </form>
  );
};
