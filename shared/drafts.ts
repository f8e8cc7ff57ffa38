import { z } from 'zod';
import { call, roles } from './call.ts';
import { limits } from './limits.ts';
import { Instant } from './time.ts';

const Key = z.string().min(1).max(limits.namePart);

/** What was typed and not saved yet, kept encrypted for the person who typed it. Its content is the screen's own. */
export const Draft = z.strictObject({
  /** Which screen, and of which record: `client-01a2…`. */
  key: Key,
  /** In the screen's words, for the list of unfinished work. */
  title: z.string().max(limits.line),
  /** Where in the window it goes on: `/clients/01a2…/edit`. */
  place: z.string().max(limits.line),
  /** JSON. */
  text: z.string().max(limits.draft),
  savedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;

/** No entries in the trail: a draft is its writer's own words on the way to a record, seen by nobody else, and saved every second. */
export const draftCalls = {
  /** Takes the place of the one under the same key. */
  'drafts.save': call({
    input: Draft.omit({ savedAt: true }),
    output: z.strictObject({ savedAt: Instant }),
    roles,
    states: ['open'],
    audit: 'none',
  }),
  /** The one under `key`, or all of this person's, newest first. */
  'drafts.get': call({
    input: z.strictObject({ key: Key.nullable().default(null) }),
    output: z.strictObject({ drafts: z.array(Draft) }),
    roles,
    states: ['open'],
    audit: 'none',
  }),
  /** Also of one that is not there: what is wanted is that it is gone. */
  'drafts.discard': call({ input: z.strictObject({ key: Key }), output: z.strictObject({}), roles, states: ['open'], audit: 'none' }),
};
