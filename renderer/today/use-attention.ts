import type { AppError } from '../../shared/app-error.ts';
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

const none = { attention: [], more: 0 };

/** Forms that came back, consents that end or ended, intakes that are open or due, what waits of health, what happened in a session; for those who may read them. */
export const useAttention = (): Attention => {
  const asked = { enabled: isClinical(usePractice()), fresh: true };
  const forms = useCall('consent.attention', {}, asked);
  const intakes = useCall('intake.attention', {}, asked);
  const health = useCall('health.attention', {}, asked);
  const incidents = useCall('incidents.attention', {}, asked);
  const lists = [forms.data ?? none, intakes.data ?? none, health.data ?? none, incidents.data ?? none];
  const more = lists.reduce((sum, list) => sum + list.more, 0);
  return {
    clients: byClient({
      forms: forms.data?.attention ?? [],
      intakes: intakes.data?.attention ?? [],
      health: health.data?.attention ?? [],
      incidents: incidents.data?.attention ?? [],
    }),
    count: lists.reduce((sum, list) => sum + list.attention.length, more),
    more,
    error: forms.error ?? intakes.error ?? health.error ?? incidents.error,
    again: () => Promise.all([forms.again(), intakes.again(), health.again(), incidents.again()]),
  };
};
