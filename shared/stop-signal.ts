import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Client } from './clients.ts';
import { Id } from './ids.ts';
import { OptionalName } from './text.ts';

export const stopSignalCalls = {
  /**
   * The one word and the one hand signal agreed with the client; another one than before is not rehearsed yet.
   * @throws Refusal stop-signal-empty, client-archived; conflict with the client as they stand when someone changed them meanwhile
   */
  'stopSignal.set': call({
    input: z.strictObject({ clientId: Id, version: z.int().min(1), word: OptionalName, gesture: OptionalName }),
    output: Client,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'stop-signal-agreed' },
  }),
  /** Both were tried, and hands were lifted both times. Names what was tried. @throws Refusal stop-signal-changed, stop-signal-empty */
  'stopSignal.rehearsed': call({
    input: z.strictObject({ clientId: Id, word: OptionalName, gesture: OptionalName }),
    output: Client,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'stop-signal-rehearsed' },
  }),
};
