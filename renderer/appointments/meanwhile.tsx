import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import { Notice } from '../ui/notice.tsx';
import { beginsWords } from './appointment-words.ts';

type Props = { readonly standing: Appointment; readonly yes?: string; readonly onYes?: () => void };

/** Someone else changed the appointment: how it stands now, and the way to do it all the same. */
export const Meanwhile = ({ standing, yes, onYes }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const action =
    yes && onYes ? (
      <Button variant="default" onClick={onYes}>
        {yes}
      </Button>
    ) : null;
  return (
    <Notice tone="wait" title={t('meanwhile.title')} live actions={action}>
      {t('meanwhile.stands', {
        at: beginsWords(t, standing.startsAt),
        status: t(`status.${standing.status}`),
        minutes: t('minutes', { count: standing.minutes }),
      })}
    </Notice>
  );
};
