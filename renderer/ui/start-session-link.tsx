import type { ButtonProps } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { isClinical, usePractice } from '../practice.ts';
import { ButtonLink } from './button-link.tsx';
import { Icon } from './icon.tsx';

type Props = { readonly clientId: string; readonly appointmentId?: string; readonly variant?: NonNullable<ButtonProps['variant']> };

/** Begins a session with who is named, and for the appointment where one is. Only for those who treat. */
export const StartSessionLink = ({ clientId, appointmentId, variant = 'filled' }: Props): JSX.Element | null => {
  const { t } = useTranslation('ui');
  if (!isClinical(usePractice())) return null;
  const search = { client: clientId, ...(appointmentId !== undefined && { appointment: appointmentId }) };
  return (
    <ButtonLink to="/sessions/new" search={search} variant={variant} leftSection={<Icon icon={IconPlayerPlay} />}>
      {t('startSession')}
    </ButtonLink>
  );
};
