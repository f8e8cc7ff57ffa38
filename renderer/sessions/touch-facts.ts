import { useQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { call, errorOf, unwrap } from '../call.ts';
import { onChart } from '../ui/areas.ts';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';
import type { PlanFacts } from './touch-plan.ts';

type Found = OutputOf<'consentMap.get'>;

/** What the touch stage shows besides the session: the places by name, and what came before. */
export type TouchFacts = PlanFacts & {
  readonly areas: readonly BodyArea[];
  readonly presets: Found['presets'];
  readonly map: Found['map'];
  /** Places with a spoken yes for the next block. */
  readonly asked: readonly string[];
  readonly nameOf: (code: string) => string;
};

/**
 * Whether no session with touch came before. Asked once: it does not change while this one is open, and each asking stands in the trail as
 * an opening, which every event of the session would be otherwise.
 */
const useIsFirst = (clientId: string, sessionId: string) =>
  useQuery({
    queryKey: ['sessions before', sessionId],
    queryFn: async () => {
      const { sessions } = unwrap(await call('sessions.ofClient', { clientId, limit: 500 }));
      return !sessions.some(({ id, endedAt, blocks }) => id !== sessionId && endedAt !== null && blocks > 0);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

type Asked = { readonly facts: TouchFacts | null; readonly error: AppError | null; readonly again: () => unknown };

/** No facts until all of them were told; why not, where asking failed. */
export const useTouchFacts = (): Asked => {
  const { session, content, allowed } = useConductor();
  const { clientId, state } = session;
  const found = useCall('consentMap.get', { clientId });
  const first = useIsFirst(clientId, session.id);
  const error = found.error ?? errorOf(first.error);
  const again = (): unknown => Promise.all([found.again(), first.refetch()]);
  if (!found.data || first.data === undefined || !allowed) return { facts: null, error, again };
  const { areas, presets, map } = found.data;
  const facts: TouchFacts = {
    ...{ content, state, presets, map },
    allowed: allowed.allowed,
    isFirst: first.data,
    areas: onChart(areas),
    asked: state.asked,
    nameOf: (code) => areas.find((area) => area.code === code)?.label ?? code,
  };
  return { facts, error: null, again };
};
