import { z } from 'zod';
import { call, clinical } from './call.ts';
import { ClearanceScope } from './finding.ts';
import { Id } from './ids.ts';
import { Name, Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

export const clearanceWays = ['letter', 'phone', 'mail', 'client'] as const;
export const Clearance = z.strictObject({
  id: Id,
  clientId: Id,
  findingIds: z.array(Id),
  contactId: Id.nullable(),
  /** To whom, as it was named then. */
  of: z.string(),
  way: z.enum(clearanceWays),
  question: z.string(),
  askedOn: CalendarDay,
  askedAt: Instant,
  askedBy: z.string(),
  reply: z
    .strictObject({
      receivedOn: CalendarDay,
      from: z.string(),
      way: z.enum(clearanceWays),
      outcome: z.enum(['cleared', 'not-cleared']),
      scope: ClearanceScope.nullable(),
      /** Counts up to the day before. */
      endsOn: CalendarDay.nullable(),
      words: z.string(),
      documentId: Id.nullable(),
      recordedAt: Instant,
      recordedBy: z.string(),
    })
    .nullable(),
});
export type Clearance = z.infer<typeof Clearance>;

export const clearanceCalls = {
  /** That a clinician was asked, when and how. @throws Refusal findings-unknown, contact-merged, day-in-future, client-archived; not-found contact */
  'clearance.request': call({
    input: z.strictObject({
      clientId: Id,
      findingIds: z.array(Id).min(1).max(110),
      contactId: Id.nullable(),
      of: Name,
      way: z.enum(clearanceWays),
      question: Paragraph.default(''),
      askedOn: CalendarDay,
    }),
    output: Clearance,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'clearance-requested' },
  }),
  /** Their answer, with what it allows and until when. @throws Refusal clearance-answered, clearance-needs-end, clearance-too-long, clearance-needs-paper, areas-unknown, day-in-future; not-found document */
  'clearance.record': call({
    input: z
      .strictObject({
        clearanceId: Id,
        receivedOn: CalendarDay,
        from: Name,
        way: z.enum(clearanceWays),
        outcome: z.enum(['cleared', 'not-cleared']),
        scope: ClearanceScope.nullable(),
        endsOn: CalendarDay.nullable(),
        words: Paragraph.default(''),
        documentId: Id.nullable().default(null),
      })
      .refine(({ outcome, scope }) => outcome === 'cleared' || scope === null, { path: ['scope'] }),
    output: Clearance,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'clearance-recorded' },
  }),
};
