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

export const OpenPractice = (): JSX.Element => {
  const rooms = useQuery({ queryKey: ['rooms'], queryFn: fetchRooms, structuralSharing: false });
  if (rooms.data) return <rooms.data.BehindLock />;
  const error = errorOf(rooms.error);
  return <main className="alone">{error ? <ErrorNotice error={error} again={rooms.refetch} /> : <Waiting />}</main>;
};
