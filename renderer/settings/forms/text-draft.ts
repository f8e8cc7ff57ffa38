import { z } from 'zod';
import { changeKinds, type FormText, partsOf } from '../../../shared/form-texts.ts';

/** Every text of a form by where it stands, as it is typed: `intro`, `stop/text`, `clothing/clothed` for an option. */
const Words = z.record(z.string(), z.string()).readonly();
export type Words = z.infer<typeof Words>;

/** What is typed, the text it was typed over, and how it is to be saved. */
export const TextDraft = z
  .strictObject({ typed: Words, base: Words, version: z.string(), kind: z.enum(changeKinds), note: z.string() })
  .readonly();
export type TextDraft = z.infer<typeof TextDraft>;

export const wordsOf = (text: FormText): Words => Object.fromEntries(partsOf(text));

/** A text that was just opened; a change counts as one of meaning until somebody says otherwise. */
export const draftOver = (text: FormText, version: string): TextDraft => {
  const words = wordsOf(text);
  return { typed: words, base: words, version, kind: 'meaning', note: '' };
};

/** The form's shape with these words in it. */
export const textFrom = (shape: FormText, words: Words): FormText => {
  const at = (part: string, otherwise: string): string => words[part] ?? otherwise;
  return {
    clientTitle: at('clientTitle', shape.clientTitle),
    intro: at('intro', shape.intro),
    elements: shape.elements.map(({ id, title, text, options }) => ({
      id,
      title: at(`${id}/title`, title),
      text: at(`${id}/text`, text),
      options: options.map(({ value, label }) => ({ value, label: at(`${id}/${value}`, label) })),
    })),
  };
};

/** A text as it would be kept, so that a blank at its end is no change. */
const reading = (words: Words, part: string): string => (words[part] ?? '').trim().normalize();

export const changedParts = (before: Words, now: Words): readonly string[] =>
  Object.keys(now).filter((part) => reading(before, part) !== reading(now, part));

type Three = { readonly base: Words; readonly typed: Words; readonly theirs: Words };

/** What was typed on top of what someone saved meanwhile: a part not touched here takes what is saved. */
export const mergedWords = ({ base, typed, theirs }: Three): Words =>
  Object.fromEntries(
    Object.keys(theirs).map((part) => [part, reading(typed, part) === reading(base, part) ? (theirs[part] ?? '') : (typed[part] ?? '')]),
  );

/** Parts changed on both sides, and not to the same: only the person can say which. */
export const disputedParts = ({ base, typed, theirs }: Three): readonly string[] =>
  Object.keys(theirs).filter((part) => new Set([base, typed, theirs].map((one) => reading(one, part))).size === 3);
