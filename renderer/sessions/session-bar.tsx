import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { type Conductor, ConductorContext } from './conductor-context.ts';
import { elapsedWords } from './elapsed.ts';
import { useSecond } from './use-fresh.ts';

const Bar = ({ conductor }: { readonly conductor: Conductor }): JSX.Element => {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const { session, now, stop } = conductor;
  useSecond();
  return (
    <aside className="session-bar" aria-label={t('bar.title')}>
      <span className="grow">
        <bdi>{t('bar.with', { name: session.chosenName })}</bdi>
        <span className="num"> · {elapsedWords(now())}</span>
      </span>
      <ButtonLink to="/session" variant="default">
        {t('bar.back')}
      </ButtonLink>
      <Button
        color="red"
        onClick={() => {
          stop();
          void navigate({ to: '/session' });
        }}
      >
        {t('stop.stop')}
      </Button>
    </aside>
  );
};

/** On every other page while a session is open: the way back, and STOP. */
export const SessionBar = (): JSX.Element | null => {
  const conductor = useContext(ConductorContext);
  return conductor ? <Bar conductor={conductor} /> : null;
};
