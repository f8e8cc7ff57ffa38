import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { call } from '../call.ts';
import { keyOf, useCall } from '../use-call.ts';

type AtDoor = {
  readonly listed: OutputOf<'backup.list'> | undefined;
  readonly error: AppError | null;
  readonly again: () => Promise<unknown>;
  readonly busy: boolean;
  /** Asks for another folder, and shows what lies there. */
  readonly look: () => Promise<void>;
};

/** The backups of the folder looked at last; the vault keeps which one that is. */
export const useBackupsAtDoor = (): AtDoor => {
  const queries = useQueryClient();
  const asked = useCall('backup.list', {}, { fresh: true });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const listOther = async (): Promise<AppError | null> => {
    const chosen = await call('backup.chooseFolder', { for: 'list' });
    if (!chosen.ok) return chosen.error;
    if (chosen.value.fileGrant === null) return null;
    const listed = await call('backup.list', { fileGrant: chosen.value.fileGrant });
    if (!listed.ok) return listed.error;
    queries.setQueryData(keyOf('backup.list', {}), listed.value);
    return null;
  };
  const look = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setError(await listOther());
    setBusy(false);
  };
  return { listed: asked.data, error: error ?? asked.error, again: error ? look : asked.again, busy, look };
};
