import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { DocumentHead } from './documents.ts';
import { Id } from './ids.ts';
import { releaseExceptions } from './release-gate.ts';
import { informationKinds, sharingPurposes } from './releases.ts';
import { Name, Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** On what it stands. `none`: it was told without a permission, and is recorded as that. */
export const disclosureBases = ['release', ...releaseExceptions, 'none'] as const;

const Needed = Paragraph.refine(shows, 'required');

/** Something of the record that left the practice (domain.md 5.3): what, to whom, why, and under what. */
export const Disclosure = z.strictObject({
  id: Id,
  clientId: Id,
  /** The day it left, and when that was written down. */
  on: CalendarDay,
  recordedAt: Instant,
  recordedBy: z.string(),
  contactId: Id.nullable(),
  toName: z.string(),
  way: z.string(),
  kinds: z.array(z.enum(informationKinds)),
  what: z.string(),
  purpose: z.enum(sharingPurposes).nullable(),
  why: z.string(),
  basis: z.enum(disclosureBases),
  releaseId: Id.nullable(),
  /** The law, the order, the danger, or how it came about. */
  basisWords: z.string(),
  letterId: Id.nullable(),
});
export type Disclosure = z.infer<typeof Disclosure>;

const ofClient = ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId });

export const disclosureCalls = {
  /**
   * Writes down what was told by phone or in person. With a contact the gate says whether a release covers it; without one, or where none
   * does, `basis` says what it stood on, in words.
   * @throws Refusal day-in-future, letter-not-permitted with the verdict (basis "release", and none covers it), basis-unsaid; not-found client, contact
   */
  'disclosures.record': call({
    input: z.strictObject({
      clientId: Id,
      on: CalendarDay,
      contactId: Id.nullable(),
      toName: Name,
      way: TextLine.refine(shows, 'required'),
      kinds: z.array(z.enum(informationKinds)).min(1).max(20),
      what: Needed,
      purpose: z.enum(sharingPurposes).nullable(),
      why: Paragraph.default(''),
      basis: z.enum(disclosureBases),
      basisWords: Paragraph.default(''),
    }),
    output: Disclosure,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'disclosure-recorded' },
  }),
  /** The accounting of one client, newest first. */
  'disclosures.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ disclosures: z.array(Disclosure) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'disclosures-opened', about: ofClient },
  }),
  /** The accounting as a PDF; held until the next lock. */
  'disclosures.paper': call({
    input: z.strictObject({ clientId: Id }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'disclosures-printed', about: ofClient },
  }),
};
