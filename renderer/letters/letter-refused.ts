import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { Verdict } from '../../shared/releases.ts';

const Said = z.object({ verdict: Verdict });

/** What the gate said, where it is what refused. */
export const verdictIn = (error: AppError | null): Extract<Verdict, { permitted: false }> | null => {
  const details = error?.code === 'refused' ? error.details : undefined;
  const verdict = Said.safeParse(details).data?.verdict ?? Verdict.safeParse(details).data;
  return verdict && !verdict.permitted ? verdict : null;
};
