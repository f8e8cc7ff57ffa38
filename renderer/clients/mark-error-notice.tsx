import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { momentDay } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Notice } from '../ui/notice.tsx';

type Props = { readonly inError: NonNullable<Client['inError']>; readonly onBack: () => void };

/** Stands above everything of a record that was entered in error, on each of its pages. */
export const MarkErrorNotice = ({ inError, onBack }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const back = isClinical(usePractice()) ? (
    <Button variant="default" onClick={onBack}>
      {t('error.back')}
    </Button>
  ) : undefined;
  return (
    <Notice tone="wait" title={t('error.noted', { day: momentDay(inError.at), name: inError.byName })} actions={back}>
      <span dir="auto">{t('error.because', { reason: inError.reason })}</span>
    </Notice>
  );
};
