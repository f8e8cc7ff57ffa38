import type { AppError } from '../../shared/app-error.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { useCall } from '../use-call.ts';

/** What every part of the health page works with. */
export type Care = {
  readonly client: Client;
  readonly of: OutputOf<'health.findings'>;
  readonly content: OutputOf<'health.content'>;
  /** Names of places; empty while no finding and no medicine has any. */
  readonly areas: readonly BodyArea[];
  /** Nothing is added to an archived client. */
  readonly canWork: boolean;
};

type Read = { readonly care: Care | null; readonly error: AppError | null; readonly again: () => unknown };

/** `places`: the chart is needed however it stands. */
export const useHealth = (clientId: string, places = false): Read => {
  const client = useCall('clients.get', { id: clientId });
  const of = useCall('health.findings', { clientId });
  const content = useCall('health.content', {});
  const hasPlaces = [...(of.data?.findings ?? []), ...(of.data?.medicines ?? [])].some(({ areas }) => areas !== null);
  const map = useCall('consentMap.get', { clientId }, { enabled: places || hasPlaces });
  const error = of.error ?? content.error ?? client.error ?? map.error;
  const again = (): unknown => Promise.all([of.again(), content.again(), client.again()]);
  if (!client.data || !of.data || !content.data || (places && !map.data)) return { care: null, error, again };
  return {
    care: {
      client: client.data,
      of: of.data,
      content: content.data,
      areas: map.data?.areas ?? [],
      canWork: client.data.archivedAt === null,
    },
    error,
    again,
  };
};

/** Names of places, each side by its own; a code the chart does not know any more stands as it is. */
export const placeNames = (areas: readonly BodyArea[], codes: readonly string[]): string =>
  codes.map((code) => areas.find((area) => area.code === code)?.label ?? code).join(', ');
