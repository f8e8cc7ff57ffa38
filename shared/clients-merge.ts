import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Client } from './clients.ts';
import { Id } from './ids.ts';
import { TextLine } from './text.ts';

/** What can differ between two records of one person; the word and the hand signal for stop are one thing, agreed together. */
export const mergeFields = [
  'chosenName',
  'legalName',
  'pronouns',
  'birthDate',
  'phone',
  'email',
  'contactWishes',
  'stopSignal',
  'voicemail',
  'discreetWords',
  'language',
  'emergencyContacts',
  'guardian',
  'tags',
] as const;

/** One of the record's own, or an answer to a question of the practice's: `custom:` and the id of its field. */
export const MergeField = z.union([z.enum(mergeFields), z.string().regex(/^custom:[0-9a-f-]{36}$/)]);
export type MergeField = z.infer<typeof MergeField>;

/** `keep`: the record that stays. `merge`: the one whose papers go into it. */
export const mergeSides = ['keep', 'merge'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** What is counted in the preview and in the trace; every table that names a client is of one of these. */
export const mergeKinds = [
  'appointments',
  'waiting',
  'tasks',
  'sessions',
  'incidents',
  'holds',
  'notes',
  'consents',
  'maps',
  'intakes',
  'stop-signals',
  'health',
  'findings',
  'medicines',
  'clearances',
  'care-team',
  'letters',
  'permissions',
  'disclosures',
  'papers',
  'hand-overs',
] as const;
export type MergeKind = (typeof mergeKinds)[number];

/** Why two records cannot become one now, each of the one or of the other. */
export const mergeHindrances = [
  'handed-over',
  'session-open',
  'in-error',
  'intake-open',
  'health-open',
  'forms-to-review',
  'words-unsaved',
  'crisis-unread',
] as const;
export type MergeHindrance = (typeof mergeHindrances)[number];

/** What the practitioner goes through with the client afterwards, because each record said something of its own. */
export const mergeLooks = ['body-map', 'stop-signal', 'consents', 'health', 'findings', 'holds', 'care-team'] as const;
export type MergeLook = (typeof mergeLooks)[number];

/** What a record was when the preview was made; a later change of what lies in it makes another. */
const Revision = z.string().regex(/^\d+\.[0-9a-f]{16}$/);

const Pair = z.strictObject({ keepId: Id, mergeId: Id });

export const MergePreview = z.strictObject({
  keep: Client,
  merge: Client,
  keepRevision: Revision,
  mergeRevision: Revision,
  /** Both say something, and not the same: one is chosen. */
  differing: z.array(MergeField),
  /** The kept record says nothing and takes what the other says, without asking. */
  filled: z.array(MergeField),
  /** Lists that become one, because all of both fits. */
  joined: z.array(MergeField),
  /** How much goes over, only what there is. */
  moves: z.array(z.strictObject({ kind: z.enum(mergeKinds), count: z.int().min(1) })),
  looks: z.array(z.enum(mergeLooks)),
  /** Empty: they can be merged now. */
  hindrances: z.array(z.strictObject({ of: z.enum(mergeSides), what: z.enum(mergeHindrances) })),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const mergeCalls = {
  /**
   * What merging would do, without doing it; opens both records, and either has an entry.
   * @throws Refusal clients-same, client-merged; not-found client
   */
  'clients.mergePreview': call({
    input: Pair,
    output: MergePreview,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-merge-previewed' },
  }),
  /**
   * Puts everything of the one record into the other, in one step that cannot be undone. `fields`: what to take for each that differs.
   * @throws Refusal clients-same, client-merged, merge-fields (details.fields), merge-not-now (details: of, what, name),
   *   merge-preview-again (edited meanwhile); not-found client
   */
  'clients.merge': call({
    input: Pair.extend({
      keepRevision: Revision,
      mergeRevision: Revision,
      fields: z.array(z.strictObject({ field: MergeField, from: z.enum(mergeSides) })).max(200),
      reason: TextLine.min(1),
    }),
    output: Client,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'clients-merged' },
  }),
  /**
   * Says of a whole record that it never was of anyone, or takes that back with `inError: false`; everything in it stays and can be read.
   * @throws Refusal client-merged, client-in-error (again), client-not-in-error, session-open, handover-calm, appointments-ahead
   *   (details.count); conflict; not-found client
   */
  'clients.markError': call({
    input: z.strictObject({ clientId: Id, version: z.int().min(1), inError: z.boolean().default(true), reason: TextLine.min(1) }),
    output: Client,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-in-error' },
  }),
};
