import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMoon } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { createContext, type JSX, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { Rings } from '../ui/logo.tsx';
import { PageTitle } from '../ui/page.tsx';
import { palette } from '../ui/palette-store.ts';
import { StopButton } from '../ui/stop-button.tsx';
import { useStopKeys } from '../ui/use-stop-keys.ts';
import { ConductorContext } from './conductor-context.ts';
import { SessionClock } from './session-clock.tsx';
import { useStopTouch } from './stop-bar.tsx';
import { useQuiet } from './use-quiet.ts';

const ShowQuiet = createContext<() => void>(() => undefined);

/** Hides everything of the client by hand, as when nobody touches anything for a while. */
export const QuietButton = (): JSX.Element => {
  const { t } = useTranslation('session');
  return (
    <Button variant="default" leftSection={<Icon icon={IconMoon} />} onClick={useContext(ShowQuiet)}>
      {t('quiet.show')}
    </Button>
  );
};

/** The rest of the page, dialogs and notices included, is not there while it is quiet, and is as it was afterwards (quiet.css). */
const useNothingElse = (): void => {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const { dataset } = document.documentElement;
    palette.close();
    notifications.clean();
    dataset.quiet = '';
    return () => {
      delete dataset.quiet;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [before]);
};

const leavesAlone: readonly string[] = ['Tab', 'Shift', 'Control', 'Alt', 'Meta'];

/** Any key goes on as any touch does, save those that are STOP or lead to a button. */
const useAnyKey = (onGoOn: () => void): void => {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (leavesAlone.includes(event.key) || event.target instanceof HTMLButtonElement) return;
      // It goes on and does nothing else: the button that has the focus again is not pressed by it.
      event.preventDefault();
      onGoOn();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [onGoOn]);
};

const Quiet = ({ onGoOn }: { readonly onGoOn: () => void }): JSX.Element => {
  const { t } = useTranslation('session');
  const { isStopping, press } = useStopTouch();
  const navigate = useNavigate();
  const isLed = useRouterState({ select: ({ location }) => location.pathname === '/session' });
  const touch = useCallback(() => {
    press();
    // What comes next stands on the session's own page.
    if (!isLed) void navigate({ to: '/session' });
    if (isStopping) onGoOn();
  }, [press, isLed, navigate, isStopping, onGoOn]);
  useNothingElse();
  useStopKeys(touch);
  useAnyKey(onGoOn);
  return (
    <main className="quiet">
      <Rings of="resting" />
      <button type="button" className="quiet-anywhere" aria-label={t('quiet.goOn')} onClick={onGoOn} />
      <div className="quiet-words">
        <PageTitle className="quiet-title">{t('quiet.title')}</PageTitle>
        <SessionClock />
        <p className="ink-2" aria-hidden="true">
          {t('quiet.goOn')}
        </p>
      </div>
      <StopButton isStopping={isStopping} onPress={touch} />
    </main>
  );
};

/**
 * Around every page while a session is open: instead of locking at once, an untouched screen shows nothing of the client, how long the
 * session has been, and STOP. One touch brings everything back; the vault keeps its own time and locks in the end.
 */
export const QuietScreen = ({ children }: { readonly children: ReactNode }): JSX.Element => {
  const { isQuiet, show, goOn } = useQuiet(useContext(ConductorContext) !== null);
  return (
    <ShowQuiet value={show}>
      {children}
      {isQuiet ? <Quiet onGoOn={goOn} /> : null}
    </ShowQuiet>
  );
};
