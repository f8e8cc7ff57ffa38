import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../dates.ts';
import { goToField } from '../ui/error-summary.tsx';
import { useErrorWords } from '../ui/error-words.ts';
import { Icon } from '../ui/icon.tsx';
import { useLetter } from './letter-context.ts';

/** Where a letter is asked about that stands in two versions. */
export const conflictPlace = 'letter-conflict';

/** Whether what is typed is kept, as the vault has said it. Only what went wrong is read out: that it is kept changes with every pause. */
export const LetterSaving = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { saving, flush } = useLetter();
  const words = useErrorWords();
  return (
    <div className="letter-saving">
      {saving.kind === 'saved' ? (
        <span className="row ink-2 num">
          <Icon icon={IconCheck} size={18} tone="sage-ink" />
          {t('saving.saved', { time: clockTime(saving.at) })}
        </span>
      ) : null}
      {saving.kind === 'saving' ? <span className="ink-2">{t('saving.saving')}</span> : null}
      <span role="status" className="wait b">
        {saving.kind === 'failed' ? t('saving.failed', { reason: words(saving.error).title }) : null}
        {saving.kind === 'conflict' ? t('saving.conflict') : null}
      </span>
      {saving.kind === 'failed' ? (
        <Button variant="default" onClick={() => void flush()}>
          {t('saving.again')}
        </Button>
      ) : null}
      {saving.kind === 'conflict' ? (
        <Button variant="default" onClick={() => goToField(conflictPlace)}>
          {t('saving.look')}
        </Button>
      ) : null}
    </div>
  );
};
