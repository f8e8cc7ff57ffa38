import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type JSX, useCallback, useEffect, useMemo, useState } from 'react';
import type { LastWord } from '../../shared/last-word.ts';
import { schemeManager, useContrast } from '../appearance.ts';
import { setDatesOf } from '../dates.ts';
import { clearDrafts } from '../drafts.ts';
import { palette } from '../ui/palette-store.ts';
import { followNotices } from '../use-call.ts';
import { forgetAll } from '../use-remembered.ts';
import { Gate } from './gate.tsx';
import { RoomsAhead } from './open-practice.tsx';
import { newQueries } from './queries.ts';
import { cssVariables } from './roles.ts';
import { theme } from './theme.ts';

type AppProps = {
  readonly nonce: string;
  readonly ended: boolean;
  /** What the vault process before left to say. */
  readonly word: LastWord | null;
};

/**
 * What stays through locks: look, notices, the gate. A lock that leaves the page alive begins a new generation,
 * so that nothing shown, typed or fetched before it survives.
 */
export const App = ({ nonce, ended, word }: AppProps): JSX.Element => {
  const [generation, setGeneration] = useState(0);
  const contrast = useContrast();
  const onLocked = useCallback(() => {
    clearDrafts();
    forgetAll();
    setDatesOf(null);
    notifications.clean();
    palette.close();
    window.history.replaceState(null, '', '#/');
    setGeneration((now) => now + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each generation has its own answers
  const queries = useMemo(() => newQueries(onLocked), [generation, onLocked]);
  useEffect(() => followNotices(queries, onLocked), [queries, onLocked]);
  useEffect(() => {
    document.documentElement.dataset.contrast = contrast;
  }, [contrast]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={useMemo(() => cssVariables(contrast), [contrast])}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" containerWidth={420} limit={3} />
      <QueryClientProvider client={queries}>
        <RoomsAhead />
        <Gate key={generation} ended={ended && generation === 0} word={generation === 0 ? word : null} />
      </QueryClientProvider>
    </MantineProvider>
  );
};
