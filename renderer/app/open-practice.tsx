import { useQuery } from '@tanstack/react-query';
import { type JSX, useEffect } from 'react';
import { errorOf } from '../call.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

const fetchRooms = () => import('./behind-lock.tsx');

/** The door stands without the rooms behind it; they are fetched while a passphrase is typed. */
export const RoomsAhead = (): null => {
  const doorStands = useCall('vault.status', {}).data !== undefined;
  useEffect(() => {
    if (!doorStands) return;
    const soon = requestIdleCallback(() => void fetchRooms().catch(() => undefined));
    return () => cancelIdleCallback(soon);
  }, [doorStands]);
  return null;
};

const NotYet = ({ failed, again }: { readonly failed: unknown; readonly again: () => unknown }): JSX.Element => {
  const error = errorOf(failed);
  return <main className="alone">{error ? <ErrorNotice error={error} again={again} /> : <Waiting />}</main>;
};

export const OpenPractice = (): JSX.Element => {
  const rooms = useQuery({ queryKey: ['rooms'], queryFn: fetchRooms, structuralSharing: false });
  return rooms.data ? <rooms.data.BehindLock /> : <NotYet failed={rooms.error} again={rooms.refetch} />;
};

/** The client's screen comes without the rooms of the practice. */
export const HandedOverScreen = (props: { readonly afterLock: boolean }): JSX.Element => {
  const screen = useQuery({
    queryKey: ['handed-over screen'],
    queryFn: () => import('../handover/handed-over.tsx'),
    structuralSharing: false,
  });
  return screen.data ? <screen.data.HandedOver {...props} /> : <NotYet failed={screen.error} again={screen.refetch} />;
};
