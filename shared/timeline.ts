import { z } from 'zod';
import { appointmentStatuses } from './appointment.ts';
import { type AuditSubject, call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { CalendarDay, Instant } from './time.ts';

/** What can be left out of the line, and what each entry is of. */
export const timelineGroups = ['sessions', 'appointments', 'consents', 'intake', 'letters', 'files', 'tasks', 'record'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

const one = <K extends string, S extends z.ZodRawShape>(kind: K, more: S) =>
  z.strictObject({ kind: z.literal(kind), id: Id, at: Instant, ...more });

/** One thing that happened with a client, by its moment; the id is of what it leads to. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  one('session', {
    /** Counted from the client's first. */
    number: z.int(),
    ended: z.boolean(),
    talkOnly: z.boolean(),
    touchSeconds: z.int(),
    blocks: z.int(),
    stops: z.int(),
    incident: z.boolean(),
    note: z.strictObject({ id: Id, signedAt: Instant.nullable() }).nullable(),
  }),
  one('note', { on: CalendarDay, authorName: z.string(), signedAt: Instant.nullable(), inError: z.boolean() }),
  one('appointment', { serviceName: z.string(), status: z.enum(appointmentStatuses) }),
  one('consent', { title: z.string(), documentId: Id, onPaper: z.boolean() }),
  one('withdrawn', { title: z.string(), isPart: z.boolean() }),
  one('map', { source: z.enum(['together', 'intake', 'consent', 'handover', 'withdrawal']) }),
  one('intake', { number: z.int() }),
  one('health', { number: z.int() }),
  one('letter', { title: z.string(), recipientName: z.string(), handedOverOn: CalendarDay.nullable() }),
  one('answer', { title: z.string(), on: CalendarDay }),
  one('told', { toName: z.string(), way: z.string(), on: CalendarDay }),
  one('file', { title: z.string(), inError: z.boolean() }),
  one('task', { title: z.string() }),
  one('added', {}),
  one('archived', {}),
  /** Another record became part of this one; the id is that record's. */
  one('merged', { name: z.string(), reason: z.string() }),
  /** The record was marked as entered in error, or that was `taken` back. */
  one('in-error', { reason: z.string(), taken: z.boolean() }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const timelineCalls = {
  /** Everything that happened with a client until now, newest first; what is not signed or not finished stands at the moment it was begun. */
  'clients.timeline': call({
    input: z.strictObject({
      clientId: Id,
      groups: z
        .array(z.enum(timelineGroups))
        .min(1)
        .default([...timelineGroups]),
      limit: z.int().min(1).max(200).default(40),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({ entries: z.array(TimelineEntry), total: z.int() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'timeline-opened',
      about: ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId }),
      run: (before: { readonly clientId: string }, now: { readonly clientId: string }) => before.clientId === now.clientId,
    },
  }),
};
