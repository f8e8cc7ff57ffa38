import { z } from 'zod';
import { call, clinical, reception } from './call.ts';
import { limits } from './limits.ts';
import { Name } from './text.ts';

/** Free words by which a practice finds clients again. Accents and capitals count for nothing: "Vip" is the tag "VIP" that was there first. */
export const Tag = Name.max(limits.tag);
export const Tags = z.array(Tag).max(limits.tags);

const Listed = z.strictObject({ tags: z.array(z.strictObject({ words: Tag, clients: z.int().min(1) })) });
export type TagInUse = z.infer<typeof Listed>['tags'][number];

export const tagCalls = {
  /** Every tag some client has, archived ones too, by its words. */
  'tags.list': call({ input: z.strictObject({}), output: Listed, roles: reception, states: ['open'], audit: 'none' }),
  /** To the words of another tag joins the two. @throws not-found tag */
  'tags.rename': call({
    input: z.strictObject({ tag: Tag, to: Tag }),
    output: Listed,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'tags-changed' },
  }),
  /** Off every client; of one that is gone, so that asking again is no error. */
  'tags.remove': call({
    input: z.strictObject({ tag: Tag }),
    output: Listed,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'tags-changed' },
  }),
};
