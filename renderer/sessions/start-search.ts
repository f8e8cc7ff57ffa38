import { z } from 'zod';
import { Id } from '../../shared/ids.ts';

/** For whom, and which appointment, as far as it is known where a session is begun. */
export type StartSearch = { readonly client?: string; readonly appointment?: string };

const Asked = z.object({ client: Id.optional().catch(undefined), appointment: Id.optional().catch(undefined) });

/** What is not understood in an address is left out. */
export const startSearch = (asked: Record<string, unknown>): StartSearch => {
  const { client, appointment } = Asked.parse(asked);
  return { ...(client !== undefined && { client }), ...(appointment !== undefined && { appointment }) };
};
