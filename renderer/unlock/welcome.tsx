import { Anchor, Button } from '@mantine/core';
import { IconHeartHandshake, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { Logo, Rings } from '../ui/logo.tsx';
import { PageTitle } from '../ui/page.tsx';

const facts = [
  { key: 'offline', icon: IconPlugConnectedX },
  { key: 'encrypted', icon: IconLock },
  { key: 'adjunct', icon: IconHeartHandshake },
] as const;

export const Welcome = ({ onGo, onRestore }: { readonly onGo: () => void; readonly onRestore: () => void }): JSX.Element => {
  const { t } = useTranslation('unlock');
  return (
    <main className="alone">
      <Rings of="unlock" />
      <div className="alone-column welcome">
        <div className="alone-logo">
          <Logo size={52} />
        </div>
        <PageTitle className="alone-title">{t('welcome.title')}</PageTitle>
        <p className="lg alone-words">{t('welcome.lead')}</p>
        <ul className="welcome-facts">
          {facts.map((fact) => (
            <li key={fact.key}>
              <Icon icon={fact.icon} tone="sage-ink" />
              <span>{t(`welcome.${fact.key}`)}</span>
            </li>
          ))}
        </ul>
        <div className="alone-actions">
          <Button size="md" onClick={onGo}>
            {t('welcome.action')}
          </Button>
        </div>
        <p className="unlock-other">
          <Anchor component="button" type="button" className="tall-link" onClick={onRestore}>
            {t('welcome.restore')}
          </Anchor>
        </p>
      </div>
    </main>
  );
};
