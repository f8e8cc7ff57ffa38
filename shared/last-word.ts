import { z } from 'zod';
import { refusals, unavailabilities } from './app-error.ts';
import { SalvageReport } from './salvage.ts';
import { Instant } from './time.ts';

/** Of all errors those that hold nothing of a client: the shell carries them. */
const Said = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('refused'), reason: z.enum(refusals) }),
  z.strictObject({ code: z.literal('unavailable'), reason: z.enum(unavailabilities) }),
  z.strictObject({ code: z.literal('unexpected'), incident: z.string().max(40) }),
]);
export type Said = z.infer<typeof Said>;

/**
 * What a person still needs to hear when the vault process that knew it has ended, and its page with it: whoever held a key without
 * opening the practice is not kept. The shell hands it to the next page.
 */
export const LastWord = z.discriminatedUnion('kind', [
  /** `madeAt`: the moment of the backup that is in place now. */
  z.strictObject({ kind: z.literal('restored'), madeAt: Instant }),
  z.strictObject({ kind: z.enum(['not-opened', 'not-restored', 'not-salvaged']), error: Said }),
  /** What was saved out of a damaged practice lies beside it. */
  z.strictObject({ kind: z.literal('salvaged'), report: SalvageReport }),
]);
export type LastWord = z.infer<typeof LastWord>;

const start = '#word=';

/** In the hash the shell opens the page with; null where there is none. */
export const wordIn = (hash: string): LastWord | null => {
  if (!hash.startsWith(start)) return null;
  try {
    return LastWord.parse(JSON.parse(decodeURIComponent(hash.slice(start.length))));
  } catch {
    return null;
  }
};
