import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { isClinical, usePractice } from '../practice.ts';
import { useCall } from '../use-call.ts';

type Attention = OutputOf<'consent.attention'> & { readonly error: AppError | null; readonly again: () => unknown };

/** Forms that came back, and consents that end or ended; for those who may read them. */
export const useAttention = (): Attention => {
  const asked = useCall('consent.attention', {}, { enabled: isClinical(usePractice()), fresh: true });
  return { attention: asked.data?.attention ?? [], more: asked.data?.more ?? 0, error: asked.error, again: asked.again };
};
