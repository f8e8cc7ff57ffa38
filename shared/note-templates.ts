import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { noteFormats } from './note-content.ts';
import { CustomField, NoteValues } from './note-values.ts';
import { Name } from './text.ts';

/** How a note of a service begins. */
export const NoteTemplate = z.strictObject({
  name: Name,
  format: z.enum(noteFormats),
  /** Sessions of these begin with it; none: it is chosen by hand. */
  serviceIds: z.array(Id).max(100),
  /** What stands in fields to begin with; what happened in a session goes before it. */
  values: NoteValues,
  custom: z.array(CustomField).max(40),
});
export type NoteTemplate = z.infer<typeof NoteTemplate>;

const KeptTemplate = NoteTemplate.extend({ id: Id, version: z.int().min(1), active: z.boolean() });
export type KeptTemplate = z.infer<typeof KeptTemplate>;

/** Words that take the place of `;` and a short word. */
export const Snippet = z.strictObject({
  /** What is typed after the `;`: letters, figures and hyphens of any script. */
  trigger: z
    .string()
    .normalize()
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,29}$/u),
  text: z
    .string()
    .min(1)
    .max(limits.paragraph)
    .overwrite((text) => text.toWellFormed().replace(/\r\n?/g, '\n').normalize()),
  /** For everybody here, or for who wrote it. */
  shared: z.boolean(),
});
export type Snippet = z.infer<typeof Snippet>;
const KeptSnippet = Snippet.extend({ id: Id, version: z.int().min(1), isOwn: z.boolean() });
export type KeptSnippet = z.infer<typeof KeptSnippet>;

export const noteTemplateCalls = {
  /** Also those out of use, last; notes that began with them name them. */
  'noteTemplates.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ templates: z.array(KeptTemplate) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** A new one without `id`. @throws Refusal template-fields (not in a note, or not to be chosen), name-taken, note-too-long; conflict with the one as it stands; not-found note-template, service */
  'noteTemplates.save': call({
    input: z.strictObject({ id: Id.nullable(), version: z.int().min(0), template: NoteTemplate, active: z.boolean() }),
    output: KeptTemplate,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'note-templates-changed' },
  }),
  /** One's own and those for everybody, by trigger. */
  'snippets.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ snippets: z.array(KeptSnippet) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal trigger-taken, not-your-snippet; conflict with the one as it stands; not-found snippet */
  'snippets.save': call({
    input: z.strictObject({ id: Id.nullable(), version: z.int().min(0), snippet: Snippet }),
    output: KeptSnippet,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'snippets-changed' },
  }),
  /** Notes keep the words it brought. Also of one that is gone. @throws Refusal not-your-snippet */
  'snippets.remove': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({}),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'snippets-changed' },
  }),
};
