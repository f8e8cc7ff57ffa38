import { useHotkeys } from '@mantine/hooks';
import { RouterProvider } from '@tanstack/react-router';
import { type JSX, useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { setDatesOf } from '../dates.ts';
import { flushEarly, openDrafts } from '../drafts.ts';
import { lockPractice, PracticeContext } from '../practice.ts';
import { watchTouches } from '../touches.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { CrisisGate } from './crisis-gate.tsx';
import { newRouter } from './routes.tsx';

type Opening = { readonly is: 'reading' | 'ready' } | { readonly is: 'failed'; readonly error: AppError };

/** What was typed before comes first: a screen shown without it would write over it. */
const useKeptDrafts = (): { readonly opening: Opening; readonly again: () => Promise<void> } => {
  const [opening, setOpening] = useState<Opening>({ is: 'reading' });
  const again = useCallback(async () => {
    const reply = await openDrafts();
    setOpening(reply.ok ? { is: 'ready' } : { is: 'failed', error: reply.error });
  }, []);
  useEffect(() => void again(), [again]);
  return { opening, again };
};

/** Everything behind the lock. */
export const BehindLock = (): JSX.Element => {
  const profile = useCall('profile.get', {});
  const { opening, again } = useKeptDrafts();
  const [router] = useState(newRouter);
  useHotkeys([['mod+L', lockPractice]], []);
  useEffect(watchTouches, []);
  useEffect(flushEarly, []);
  if (profile.data && opening.is === 'ready') {
    setDatesOf(profile.data);
    return (
      <PracticeContext value={profile.data}>
        <CrisisGate>
          <RouterProvider router={router} />
        </CrisisGate>
      </PracticeContext>
    );
  }
  const failed = profile.error ?? (opening.is === 'failed' ? opening.error : null);
  return (
    <main className="alone">{failed ? <ErrorNotice error={failed} again={profile.error ? profile.again : again} /> : <Waiting />}</main>
  );
};
