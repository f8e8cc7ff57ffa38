import { z } from 'zod';
import type { AftercareItem } from '../../../shared/aftercare.ts';
import { KeptWords } from '../../../shared/note-values.ts';

/** What a person changed of the sheet, before it is made: ticked or unticked lines, and words. What begins ticked is not in it, so that a line whose blank is filled meanwhile comes along. */
export const AftercareDraft = z.strictObject({
  on: z.array(z.string()),
  off: z.array(z.string()),
  words: z.string(),
  kept: z.array(KeptWords),
});
export type AftercareDraft = z.infer<typeof AftercareDraft>;

/** What was chosen when the session was closed; null where nothing was, or there is no session. */
export type AftercareTold = { readonly items: readonly string[]; readonly words: string } | null;

export const firstAftercare = (told: AftercareTold): AftercareDraft => ({ on: [], off: [], words: told?.words ?? '', kept: [] });

type Known = { readonly items: readonly AftercareItem[]; readonly told: AftercareTold };

/** Begins with what a person chose at the end of the session, else with what is for everybody. */
const begins = (item: AftercareItem, told: AftercareTold): boolean => (told ? told.items.includes(item.id) : item.isTicked);

/** In the order of the content, and without what cannot be chosen: a blank of it is empty. */
export const chosenAftercare = ({ items, told }: Known, { on, off }: Pick<AftercareDraft, 'on' | 'off'>): readonly AftercareItem[] =>
  items.filter((item) => item.missing.length === 0 && (on.includes(item.id) || (begins(item, told) && !off.includes(item.id))));

/** The draft after exactly these are ticked, of all that can be. */
export const withChosen = ({ items, told }: Known, draft: AftercareDraft, chosen: readonly string[]): AftercareDraft => {
  const can = items.filter(({ missing }) => missing.length === 0);
  return {
    ...draft,
    on: can.filter((item) => chosen.includes(item.id) && !begins(item, told)).map(({ id }) => id),
    off: can.filter((item) => !chosen.includes(item.id) && begins(item, told)).map(({ id }) => id),
  };
};
