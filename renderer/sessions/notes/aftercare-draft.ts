import { z } from 'zod';
import type { AftercareItem } from '../../../shared/aftercare.ts';
import { KeptWords } from '../../../shared/note-values.ts';

/** What is ticked and written for the sheet, before it is made. */
export const AftercareDraft = z.strictObject({ items: z.array(z.string()), words: z.string(), kept: z.array(KeptWords) });
export type AftercareDraft = z.infer<typeof AftercareDraft>;

/** What was chosen when the session was closed; null where nothing was, or there is no session. */
export type AftercareTold = { readonly items: readonly string[]; readonly words: string } | null;

const canBe = ({ missing }: AftercareItem): boolean => missing.length === 0;

/** Begins with what a person chose at the end of the session, else with what is for everybody. */
export const firstAftercare = (items: readonly AftercareItem[], told: AftercareTold): AftercareDraft => ({
  items: items.filter((item) => canBe(item) && (told ? told.items.includes(item.id) : item.isTicked)).map(({ id }) => id),
  words: told?.words ?? '',
  kept: [],
});

/** In the order of the content, and without what can no longer be chosen: a draft may be older than the content or the practice's words. */
export const chosenAftercare = (items: readonly AftercareItem[], ids: readonly string[]): readonly AftercareItem[] =>
  items.filter((item) => canBe(item) && ids.includes(item.id));
