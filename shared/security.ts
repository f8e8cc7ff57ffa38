import { z } from 'zod';
import { call } from './call.ts';
import { Instant } from './time.ts';

/** Each protection that is looked at, in the order and groups of the page. */
export const probes = {
  file: ['encrypted', 'saved-on-disk', 'no-leftovers', 'nothing-altered', 'own-files'],
  keys: ['guessing-slow', 'key-file-twice', 'ways-in', 'recovery-kit', 'idle-lock', 'one-owner'],
  around: ['no-network', 'backup-copied'],
} as const;
export type ProbeGroup = keyof typeof probes;
export const probeIds = [...probes.file, ...probes.keys, ...probes.around] as const;
export type ProbeId = (typeof probeIds)[number];

export const Probe = z.strictObject({
  id: z.enum(probeIds),
  /** Held when it was looked at, which is now. */
  holds: z.boolean(),
  /** What was found, for the words: numbers and short terms, never a path or a name. */
  facts: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean(), z.null()])),
});
export type Probe = z.infer<typeof Probe>;

export const securityCalls = {
  /** Looks at every protection now. */
  'security.probes': call({
    input: z.strictObject({}),
    output: z.strictObject({ at: Instant, probes: z.array(Probe) }),
    roles: ['owner', 'practitioner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'security-probed' },
  }),
};
