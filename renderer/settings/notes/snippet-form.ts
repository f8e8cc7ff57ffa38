import type { TFunction } from 'i18next';
import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import { Snippet } from '../../../shared/note-templates.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { tooLong } from '../../ui/too-long.ts';
import type { Standing } from '../schedule/use-editing.ts';

export const snippetFields = ['trigger', 'text', 'shared'] as const;
export type SnippetField = (typeof snippetFields)[number];

/** A snippet as it is typed. */
export const TypedSnippet = z.strictObject({ trigger: z.string(), text: z.string(), shared: z.boolean() });
export type TypedSnippet = z.infer<typeof TypedSnippet>;

export const newSnippet: TypedSnippet = { trigger: '', text: '', shared: false };

/** The `;` is typed before it in a note, and may be typed here too. */
export const snippetFrom = ({ trigger, text, shared }: TypedSnippet): TypedSnippet => ({
  trigger: trigger.trim().replace(/^;/, ''),
  text,
  shared,
});

const Kept = z.object({ ...Snippet.shape, version: z.int() });

export const snippetStanding = (current: unknown): Standing<SnippetField, unknown> | null => {
  const kept = Kept.safeParse(current).data;
  return kept ? { version: kept.version, typed: { trigger: kept.trigger, text: kept.text, shared: kept.shared } } : null;
};

type Words = { readonly templates: TFunction<'templates'>; readonly errors: TFunction<'errors'> };

/** What keeps it from being saved, in the order of the form. */
export const snippetProblems = (typed: TypedSnippet, { templates, errors }: Words): readonly FieldProblem[] => {
  const long = tooLong(typed.text, limits.paragraph);
  const trigger = Snippet.shape.trigger.safeParse(snippetFrom(typed).trigger).success ? null : templates('wrong.trigger');
  const text = long ? errors('problem.too-long', long) : typed.text === '' ? errors('problem.required') : null;
  return [
    ...(trigger ? [{ field: 'trigger', label: templates('snippet.trigger'), text: trigger }] : []),
    ...(text ? [{ field: 'text', label: templates('snippet.text'), text }] : []),
  ];
};
