import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
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

/** Undefined until all of it was told. */
export const useTouchFacts = (): TouchFacts | undefined => {
  const { session, content, allowed } = useConductor();
  const { clientId, state } = session;
  const found = useCall('consentMap.get', { clientId }).data;
  const before = useCall('sessions.ofClient', { clientId, limit: 500 }).data;
  if (!found || !before || !allowed) return undefined;
  return {
    content,
    state,
    allowed: allowed.allowed,
    isFirst: !before.sessions.some(({ id, endedAt, blocks }) => id !== session.id && endedAt !== null && blocks > 0),
    areas: onChart(found.areas),
    presets: found.presets,
    map: found.map,
    asked: state.asked,
    nameOf: (code) => found.areas.find((area) => area.code === code)?.label ?? code,
  };
};
