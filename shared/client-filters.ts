import { z } from 'zod';
import { call, reception } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Tags } from './tags.ts';
import { Name } from './text.ts';

/** What the list of clients is narrowed to. */
export const ClientFilter = z.strictObject({
  query: z.string().max(limits.line),
  tags: Tags,
  archived: z.boolean(),
  /** Records entered in error alone; left out, none of them. */
  inError: z.boolean().optional(),
});
export type ClientFilter = z.infer<typeof ClientFilter>;

/** Of one person, under a name of their own. */
export const SavedFilter = z.strictObject({ id: Id, name: Name, filter: ClientFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

/** At most this many of one person. */
export const mostFilters = 50;

const Listed = z.strictObject({ filters: z.array(SavedFilter).max(mostFilters) });

export const clientFilterCalls = {
  /** One's own, by name. */
  'clientFilters.list': call({ input: z.strictObject({}), output: Listed, roles: reception, states: ['open'], audit: 'none' }),
  /** Over one's own of the same name, if there is one. @throws Refusal client-filters-full */
  'clientFilters.save': call({
    input: z.strictObject({ name: Name, filter: ClientFilter }),
    output: Listed,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-filters-changed' },
  }),
  /** Also of one that is gone, so that asking again is no error. */
  'clientFilters.remove': call({
    input: z.strictObject({ id: Id }),
    output: Listed,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-filters-changed' },
  }),
};
