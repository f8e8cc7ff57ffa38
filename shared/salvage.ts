import { z } from 'zod';
import { limits } from './limits.ts';
import { recordKinds } from './record-kinds.ts';

/** What came of saving what can be read out of a damaged practice. */
export const SalvageReport = z.strictObject({
  /** How it is asked for where a backup is restored: it lies beside the practice, which is as it was. */
  id: z.string().min(1).max(limits.namePart),
  pages: z.strictObject({ count: z.int().min(0), damaged: z.int().min(0) }),
  /** Rows that were read, and rows that are known to have been there and could not be. */
  kinds: z.array(z.strictObject({ kind: z.enum(recordKinds), read: z.int().min(0), lost: z.int().min(0) })),
  /** Rows that stand in for lost ones that others belong to, and rows that were kept aside because nothing could. */
  stoodIn: z.int().min(0),
  aside: z.int().min(0),
});
export type SalvageReport = z.infer<typeof SalvageReport>;
