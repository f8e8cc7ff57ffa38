import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { isClinical, usePractice } from '../practice.ts';
import { useCall } from '../use-call.ts';
import { type AsksOfClient, byClient } from './asking.ts';

type Attention = {
  readonly clients: readonly AsksOfClient[];
  /** Lines in all, those that are not shown too. */
  readonly count: number;
  readonly more: number;
  readonly error: AppError | null;
  readonly again: () => unknown;
};

const none: OutputOf<'consent.attention'> & Pick<OutputOf<'intake.attention'>, 'more'> = { attention: [], more: 0 };

/** Forms that came back, consents that end or ended, intakes that are open or due; for those who may read them. */
export const useAttention = (): Attention => {
  const enabled = isClinical(usePractice());
  const forms = useCall('consent.attention', {}, { enabled, fresh: true });
  const intakes = useCall('intake.attention', {}, { enabled, fresh: true });
  const { attention, more } = forms.data ?? none;
  const asked = intakes.data ?? { attention: [], more: 0 };
  return {
    clients: byClient(attention, asked.attention),
    count: attention.length + asked.attention.length + more + asked.more,
    more: more + asked.more,
    error: forms.error ?? intakes.error,
    again: () => Promise.all([forms.again(), intakes.again()]),
  };
};
