import { z } from 'zod';
import { auditActions, call, clinical } from './call.ts';
import { FileGrant, Id } from './ids.ts';
import { limits } from './limits.ts';
import { CalendarDay, Instant } from './time.ts';

/**
 * What is known about the trail's end. `one-ahead`: one commit more than the anchor knows, as a crash between the two leaves it; accepted.
 * `missing-tail`: the anchor knows of commits the database has lost. `anchor-mismatch`: the anchor is gone, damaged, much older, or of another trail.
 * `file-changed`: the trail ends as it should, but the files are not as they were left (shared/evidence.ts says what).
 */
export const evidences = ['whole', 'one-ahead', 'missing-tail', 'anchor-mismatch', 'file-changed'] as const;
export const Evidence = z.strictObject({
  verdict: z.enum(evidences),
  /** When the anchor was last written, where one can be read: what is missing is from before then. */
  anchorAt: Instant.nullable(),
  /** Commits the anchor knows, and commits the database holds. */
  anchorCommits: z.int().nullable(),
  commits: z.int(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What the anchor outside the database remembers; `head` is the MAC of entry `seq` in hex. */
export type AnchorState = { readonly commits: number; readonly seq: number; readonly head: string; readonly at: Instant };

/** What the database holds: commits, its newest entry, and the MAC of the entry the anchor names (null when it has no such entry). */
export type HeldTrail = { readonly commits: number; readonly seq: number; readonly headAtAnchor: string | null };

/** What the end of the trail says beside its anchor. A practice that has counted no commit yet needs no anchor. */
export const judgeEvidence = (held: HeldTrail, anchor: AnchorState | null): Evidence => {
  const verdict = ((): Evidence['verdict'] => {
    if (anchor === null) return held.commits === 0 ? 'whole' : 'anchor-mismatch';
    if (held.commits < anchor.commits || held.seq < anchor.seq) return 'missing-tail';
    if (held.headAtAnchor !== anchor.head) return 'anchor-mismatch';
    if (held.commits === anchor.commits) return held.seq === anchor.seq ? 'whole' : 'anchor-mismatch';
    return held.commits === anchor.commits + 1 ? 'one-ahead' : 'anchor-mismatch';
  })();
  return { verdict, anchorAt: anchor?.at ?? null, anchorCommits: anchor?.commits ?? null, commits: held.commits };
};

/** What stands in the trail, with names as they are now. Never clinical text. */
export const AuditLine = z.strictObject({
  seq: z.int().min(1),
  at: Instant,
  action: z.enum(auditActions),
  /** Null: recorded while locked, not keyed. */
  actor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  client: z.strictObject({ id: Id, name: z.string() }).nullable(),
  recordId: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

const Filter = z.strictObject({
  clientId: Id.nullable().default(null),
  actorId: z.string().max(limits.namePart).nullable().default(null),
  /** Empty: all. */
  actions: z.array(z.enum(auditActions)).max(auditActions.length).default([]),
  /** Days in the practice's zone, both included. */
  from: CalendarDay.nullable().default(null),
  to: CalendarDay.nullable().default(null),
});

export const auditCalls = {
  /** Newest first, from below `before`. Leafing on under the same filter joins the entry of its first page. */
  'audit.list': call({
    input: Filter.extend({ before: z.int().min(1).nullable().default(null), limit: z.int().min(1).max(limits.page).default(100) }),
    output: z.strictObject({
      lines: z.array(AuditLine),
      more: z.boolean(),
      /** Everyone who stands in the trail, for the filter. */
      people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
    roles: ['owner'],
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'audit-opened',
      about: (input) => (input.clientId ? { clientId: input.clientId } : {}),
      run: (before, now) => JSON.stringify({ ...before, before: null }) === JSON.stringify({ ...now, before: null }),
    },
  }),
  /** Walks the whole chain and looks at the anchor. */
  'audit.verify': call({
    input: z.strictObject({}),
    output: z.strictObject({
      verdict: z.enum(['whole', 'altered', 'missing-tail', 'anchor-mismatch', 'file-changed']),
      entries: z.int(),
      /** With `altered`: the first entry that does not follow from the one before it. */
      firstBad: z.int().nullable(),
      evidence: Evidence,
      /** What earlier openings found amiss, newest first. */
      found: z.array(z.strictObject({ seq: z.int(), at: Instant, verdict: z.enum(evidences) })),
    }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'dispatch', action: 'audit-verified', about: () => ({}) },
  }),
  /** Everyone who opened or changed anything of this client, newest first, and the same as PDF in base64. */
  'audit.whoSaw': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ lines: z.array(AuditLine), pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'who-saw-opened', about: (input) => ({ clientId: input.clientId }) },
  }),
  'audit.chooseWhoSawFile': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Draws it anew and writes it to the chosen file. The entry stands before the file does. */
  'audit.saveWhoSaw': call({
    input: z.strictObject({ clientId: Id, fileGrant: FileGrant }),
    output: z.strictObject({ fileName: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'who-saw-saved' },
  }),
};
