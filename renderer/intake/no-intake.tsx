import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { safeLetters } from '../../shared/intake.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useStart } from './use-start.ts';
import { WaysForClient } from './ways.tsx';

/** Nothing asked yet: what an intake is, and the three ways to begin. */
export const NoIntake = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('intake');
  const { id: clientId, chosenName: name } = client;
  const { busy, error, start } = useStart(clientId);
  return (
    <div className="intake-none">
      <p className="md b">{t('none.title')}</p>
      <p className="md ink-2">{t('none.text', { name })}</p>
      <dl className="safe-words">
        {safeLetters.map((letter) => (
          <div key={letter}>
            <dt>{t(`letter.${letter}`)}</dt>
            <dd className="ink-2">{t(`about.${letter}`)}</dd>
          </div>
        ))}
      </dl>
      {error ? <ErrorNotice error={error} /> : null}
      {client.archivedAt ? (
        <Notice tone="wait" title={t('none.archived')} />
      ) : (
        <div className="row wrap form-actions">
          <Button leftSection={<Icon icon={IconClipboardText} />} disabled={busy} onClick={() => void start()}>
            {t('none.here')}
          </Button>
          <WaysForClient clientId={clientId} name={name} paper={t('none.paper')} />
        </div>
      )}
      <p className="ink-2">{t('none.ways')}</p>
    </div>
  );
};
