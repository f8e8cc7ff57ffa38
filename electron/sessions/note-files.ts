import { z } from 'zod';
import type { LanguageRule } from '../../shared/language.ts';
import { type NoteContent, type NoteField, noteFieldTypes, noteSections } from '../../shared/note-content.ts';
import { Codes, MayBeEmpty, Words } from '../content/content-file.ts';

/** What notes are made of, as `techniques.json` holds it, and the helper's patterns, as `sensations.json` does. */

const options = z.array(z.object({ value: Words, label: Words })).default([]);

const Field = z.object({
  id: Words,
  section: z.enum([...noteSections, 'sign']),
  label: Words,
  type: z.enum([...noteFieldTypes, 'signature']),
  required: z.boolean(),
  share_class: z.enum(['A', 'B', 'C']),
  guidance: MayBeEmpty,
  options,
});

export const NoteFile = z.object({
  content_version: Words,
  note_fields: z.array(Field).min(1),
  // A format this version does not know how to lay out would be left out of a note: it stops the start.
  note_formats: z.object({ SOAP: Codes.length(4), DAP: Codes.length(3) }).strict(),
});
export type NoteFile = z.infer<typeof NoteFile>;

/** The field of `techniques.json` that a note could not be made of: one twice, a choice without options, no reflection to keep apart. */
export const noteProblem = ({ note_fields: fields }: NoteFile): string | null => {
  const twice = fields.findIndex(({ id }, index) => fields.findIndex((one) => one.id === id) !== index);
  if (twice >= 0) return `note_fields.${twice}.id`;
  const empty = fields.findIndex(({ type, options: list }) => type.includes('choice') && list.length === 0);
  if (empty >= 0) return `note_fields.${empty}.options`;
  return fields.filter(({ share_class: share }) => share === 'C').length === 1 ? null : 'note_fields';
};

const noteField = ({ share_class: share, section, type, ...field }: z.infer<typeof Field>): readonly NoteField[] =>
  section === 'sign' || type === 'signature' || share === 'C' ? [] : [{ ...field, section, type, share }];

export const noteContentFrom = ({ content_version: edition, note_fields: fields }: NoteFile): NoteContent => {
  const reflection = fields.find(({ share_class: share }) => share === 'C');
  return {
    edition,
    fields: fields.flatMap(noteField),
    reflection: { label: reflection?.label ?? '', guidance: reflection?.guidance ?? '' },
  };
};

const isPattern = (pattern: string): boolean => {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
};

export const LanguageFile = z.object({
  language_helper: z.object({
    default_mode: z.enum(['soft', 'off']),
    rules: z
      .array(
        z.object({
          id: Words,
          category: Words,
          severity: z.enum(['suggest', 'stop']),
          pattern: Words.refine(isPattern),
          flags: z.enum(['', 'i']),
          skip_if_same_sentence: Words.refine(isPattern).nullable(),
          why: Words,
          try_instead: Words,
          example_flagged: Words,
          example_ok: Words,
        }),
      )
      .min(1),
    test_sentences_ok: Codes.min(1),
  }),
});
export type LanguageFile = z.infer<typeof LanguageFile>;

export type LanguageContent = {
  readonly defaultMode: 'soft' | 'off';
  readonly rules: readonly LanguageRule[];
  readonly fine: readonly string[];
};

export const languageContentFrom = ({ language_helper: helper }: LanguageFile): LanguageContent => ({
  defaultMode: helper.default_mode,
  rules: helper.rules.map((rule) => ({
    id: rule.id,
    category: rule.category,
    severity: rule.severity,
    pattern: rule.pattern,
    flags: rule.flags,
    skipIfSameSentence: rule.skip_if_same_sentence,
    why: rule.why,
    tryInstead: rule.try_instead,
    exampleFlagged: rule.example_flagged,
    exampleOk: rule.example_ok,
  })),
  fine: helper.test_sentences_ok,
});
