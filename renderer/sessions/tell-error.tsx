import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalReason } from '../../shared/app-error.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { Notice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';

/** What the step itself says, beside what it is about. */
const saidInPlace: readonly RefusalReason[] = ['block-refused', 'block-warned'];

/** What was told and not taken, in words, above the step. */
export const TellError = (): JSX.Element | null => {
  const { t } = useTranslation('session');
  const { error, forget } = useConductor();
  const words = useErrorWords();
  if (!error || (error.code === 'refused' && saidInPlace.includes(error.reason))) return null;
  const { title, text } = error.code === 'conflict' ? { title: t('moved.title'), text: t('moved.text') } : words(error);
  return (
    <Notice
      tone="wait"
      live
      title={title}
      actions={
        <Button variant="default" onClick={forget}>
          {t('moved.seen')}
        </Button>
      }
    >
      {text}
    </Notice>
  );
};
