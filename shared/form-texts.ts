import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Validity } from './consent-form.ts';
import { limits } from './limits.ts';
import { Paragraph, TextLine } from './text.ts';
import { Instant } from './time.ts';

const FormId = z.string().min(1).max(100);
const Version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);

/** The words of a form a practice may change. What is asked, of whom and how it is answered stays as the content has it. */
export const FormText = z.strictObject({
  clientTitle: TextLine,
  intro: Paragraph,
  elements: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        title: TextLine,
        text: Paragraph,
        options: z.array(z.strictObject({ value: z.string().max(limits.line), label: TextLine })).max(100),
      }),
    )
    .max(200),
});
export type FormText = z.infer<typeof FormText>;

/** `meaning`: rights, risk, areas, price or sharing change, a new major version, older signatures stop counting. `spelling`: a patch keeps them. */
export const changeKinds = ['meaning', 'spelling'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const FormVersion = z.strictObject({
  version: z.string(),
  /** Null of the text that came with the application. */
  madeAt: Instant.nullable(),
  madeBy: z.string(),
  kind: z.enum(changeKinds).nullable(),
  /** In the words of who changed it. */
  note: z.string(),
});
export type FormVersion = z.infer<typeof FormVersion>;

const FormHead = z.strictObject({
  id: z.string(),
  version: z.string(),
  language: z.string(),
  title: z.string(),
  clientTitle: z.string(),
  purpose: z.string(),
  when: z.string(),
  signedBy: z.string(),
  validity: Validity,
  /** Newest first. */
  versions: z.array(FormVersion),
  /** Placeholders of the practice that this form needs and that are not filled yet. */
  unfilled: z.array(z.strictObject({ placeholder: z.string(), label: z.string(), example: z.string() })),
});
export type FormHead = z.infer<typeof FormHead>;

/** Figures, blanks and the small words that turn a sentence round: none of them is a spelling fix. */
const turning =
  /\{\{\w+\}\}|\d+(?:[.,]\d+)*|\b(?:not|no|never|none|nobody|without|only|may|must|can|cannot|always|unless|until)\b|n[\u2019']t\b/giu;

const partsOf = (text: FormText): ReadonlyMap<string, string> =>
  new Map([
    ['clientTitle', text.clientTitle],
    ['intro', text.intro],
    ...text.elements.flatMap((element): [string, string][] => [
      [`${element.id}/title`, element.title],
      [`${element.id}/text`, element.text],
      ...element.options.map((option): [string, string] => [`${element.id}/${option.value}`, option.label]),
    ]),
  ]);

/** Characters by which two texts differ between what they share at their beginning and end. */
const differing = (before: string, now: string): number => {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < now.length - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  return Math.max(before.length, now.length) - start - end;
};

const mostForSpelling = 12;

/** Parts that changed by more than a spelling fix can: consents.json, versioning_rules. */
export const moreThanSpelling = (before: FormText, now: FormText): readonly string[] => {
  const old = partsOf(before);
  return [...partsOf(now)]
    .filter(([part, text]) => {
      const was = old.get(part) ?? '';
      const words = (of: string): string => JSON.stringify(of.toLowerCase().match(turning) ?? []);
      return was !== text && (words(was) !== words(text) || differing(was, text) > mostForSpelling);
    })
    .map(([part]) => part);
};

export const nextVersion = (version: string, kind: ChangeKind): string => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return kind === 'meaning' ? `${major + 1}.0.0` : `${major}.${minor}.${patch + 1}`;
};

export const formTextCalls = {
  /** Every form the practice offers. */
  'forms.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ forms: z.array(FormHead) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** The words of one version, blanks unfilled; without one, those in force and those that came with the application. */
  'forms.get': call({
    input: z.strictObject({ formId: FormId, version: Version.nullable().default(null) }),
    output: z.strictObject({
      formId: z.string(),
      version: z.string(),
      text: FormText,
      shipped: FormText,
      placeholders: z.array(z.string()),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Makes a new version. @throws Refusal more-than-spelling, placeholder-unknown, form-text-empty, form-parts-changed; conflict when `basedOn` is not the newest */
  'forms.edit': call({
    input: z.strictObject({ formId: FormId, basedOn: Version, kind: z.enum(changeKinds), note: TextLine, text: FormText }),
    output: z.strictObject({ version: z.string() }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'form-changed' },
  }),
};
