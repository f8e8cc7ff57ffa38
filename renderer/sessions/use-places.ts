import { useMemo } from 'react';
import type { BodyArea } from '../../shared/body-areas.ts';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';

/** The places of the body by their names. A place this version does not know keeps its code. */
export const usePlaces = (): { readonly areas: readonly BodyArea[]; readonly nameOf: (code: string) => string } => {
  const { clientId } = useConductor().session;
  const { data } = useCall('consentMap.get', { clientId });
  return useMemo(() => {
    const areas = data?.areas ?? [];
    return { areas, nameOf: (code) => areas.find((area) => area.code === code)?.label ?? code };
  }, [data]);
};
