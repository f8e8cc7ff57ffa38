import { useMemo } from 'react';
import { millisecondsOf } from '../../shared/schedule-time.ts';
import type { Instant } from '../../shared/time.ts';
import { useMinute } from '../use-minute.ts';

/** What time it is by the vault's clock, told anew each minute from the moment it last said. In milliseconds. */
export const useVaultNow = (told: Instant): number => {
  useMinute();
  const since = useMemo(() => millisecondsOf(told) - performance.now(), [told]);
  return since + performance.now();
};
