import { useHotkeys } from '@mantine/hooks';
import { RouterProvider } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { setDatesOf } from '../dates.ts';
import { lockPractice, PracticeContext } from '../practice.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { newRouter } from './routes.tsx';

/** Everything behind the lock. */
export const OpenPractice = (): JSX.Element => {
  const profile = useCall('profile.get', {});
  const [router] = useState(newRouter);
  useHotkeys([['mod+L', lockPractice]], []);
  if (profile.data) {
    setDatesOf(profile.data);
    return (
      <PracticeContext value={profile.data}>
        <RouterProvider router={router} />
      </PracticeContext>
    );
  }
  return <main className="alone">{profile.error ? <ErrorNotice error={profile.error} again={profile.again} /> : <Waiting />}</main>;
};
