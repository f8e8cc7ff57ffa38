import { useRef, useState } from 'react';
import type { AppError } from '../shared/app-error.ts';
import type { BackupState } from '../shared/backup.ts';
import { call } from './call.ts';

type FolderChoice = {
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Null: the dialog was cancelled, or the folder cannot hold backups and `error` says why. */
  readonly choose: () => Promise<BackupState | null>;
  /** No backups from now on. */
  readonly stop: () => Promise<BackupState | null>;
};

/** Says where backups go: the person chooses the folder in the shell's dialog, and only its grant passes through here. */
export const useBackupFolder = (): FolderChoice => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const running = useRef(false);

  const once = async (work: () => Promise<BackupState | null>): Promise<BackupState | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setError(null);
    const state = await work();
    running.current = false;
    setBusy(false);
    return state;
  };
  const change = async (fileGrant: string | null): Promise<BackupState | null> => {
    const reply = await call('backup.changeSettings', { fileGrant });
    if (reply.ok) return reply.value;
    setError(reply.error);
    return null;
  };
  const choose = async (): Promise<BackupState | null> => {
    const chosen = await call('backup.chooseFolder', { for: 'settings' });
    if (chosen.ok) return chosen.value.fileGrant === null ? null : change(chosen.value.fileGrant);
    setError(chosen.error);
    return null;
  };
  return { busy, error, choose: () => once(choose), stop: () => once(() => change(null)) };
};
