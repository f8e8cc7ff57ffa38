import { z } from 'zod';
import { CalendarDay, Instant } from './time.ts';

/** What a filed paper is, as the person who filed it says. */
export const attachmentKinds = ['scan', 'photo', 'report', 'referral', 'other'] as const;
export const AttachmentKind = z.enum(attachmentKinds);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** Something done to a filed paper that stays beside it: who, when and why. */
export const PaperDeed = z.strictObject({ at: Instant, byName: z.string(), reason: z.string() });
export type PaperDeed = z.infer<typeof PaperDeed>;

/** What a filed paper was called until it was described anew: when, and by whom. */
export const PaperBefore = z.strictObject({
  at: Instant,
  byName: z.string(),
  title: z.string(),
  kind: AttachmentKind,
  paperOn: CalendarDay.nullable(),
});
export type PaperBefore = z.infer<typeof PaperBefore>;

/** What is known of a paper that was filed, beside its bytes. */
export const Filed = z.strictObject({
  kind: AttachmentKind,
  /** The day on the paper itself; null where it has none or nobody said. */
  paperOn: CalendarDay.nullable(),
  byName: z.string(),
  /** How it came to this client from the files of another, oldest first. Whose they were is not said here. */
  moves: z.array(PaperDeed),
  /** What was said of it before, oldest first. */
  before: z.array(PaperBefore),
  inError: PaperDeed.nullable(),
});
export type Filed = z.infer<typeof Filed>;
