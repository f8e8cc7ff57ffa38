import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { useCountdown, waitOf } from '../ui/countdown.ts';

type Answer = {
  readonly wait: number;
  /** The passphrase was not the one; the field was emptied for the next try. */
  readonly isWrong: boolean;
  /** Anything else the vault said no to. */
  readonly other: AppError | null;
  readonly hear: (said: AppError | null) => void;
};

/** What the vault said to the present passphrase, and how long until the next try. */
export const usePresentPassphrase = (): Answer => {
  const [error, setError] = useState<AppError | null>(null);
  const [wait, setWait] = useCountdown(0);
  const isWrong = error?.code === 'refused' && (error.reason === 'wrong-passphrase' || error.reason === 'wait-before-next-try');
  const hear = (said: AppError | null): void => {
    setError(said);
    if (said) setWait(waitOf(said));
  };
  return { wait, isWrong, other: isWrong ? null : error, hear };
};
