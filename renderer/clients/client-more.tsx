import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { Icon } from '../ui/icon.tsx';

type Props = { readonly client: Client; readonly onError: () => void };

/** What is seldom done with a whole record. */
export const ClientMore = ({ client, onError }: Props): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  if (client.inError) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('more.open')}>
          <Icon icon={IconDots} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate({ to: '/clients/$clientId/merge', params: { clientId: client.id } })}>
          {t('more.merge')}
        </Menu.Item>
        <Menu.Item onClick={onError}>{t('more.error')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
