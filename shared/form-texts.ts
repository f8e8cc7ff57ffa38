import { z } from 'zod';
import { call, clinical } from './call.ts';
import { FormElement, Validity } from './consent-form.ts';
import { limits } from './limits.ts';
import { Paragraph, shows, TextLine } from './text.ts';
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

const Blank = z.strictObject({ placeholder: z.string(), label: z.string(), example: z.string() });
export type Blank = z.infer<typeof Blank>;

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
  /** The practice's own words were written over an older text of the application than it brings now. */
  shippedSince: z.boolean(),
  /** Placeholders its text asks for where the practice is. */
  blanks: z.array(z.string()),
  /** Placeholders of the practice that this form needs and that are not filled yet. */
  unfilled: z.array(Blank),
});
export type FormHead = z.infer<typeof FormHead>;

/** What a part is, which its words do not change. */
const FormPart = FormElement.pick({ id: true, capture: true, by: true, allowDeclined: true, signers: true }).extend({
  /** The law of the practice's place asks for it; a part of another place is never shown. */
  shownHere: z.boolean(),
});
export type FormPart = z.infer<typeof FormPart>;

/** Every text of a form by where it stands: `intro`, `stop/text`, `clothing/clothed` for an option's label. */
const listOfParts = (text: FormText): readonly (readonly [part: string, words: string])[] => [
  ['clientTitle', text.clientTitle],
  ['intro', text.intro],
  ...text.elements.flatMap((element): [string, string][] => [
    [`${element.id}/title`, element.title],
    [`${element.id}/text`, element.text],
    ...element.options.map((option): [string, string] => [`${element.id}/${option.value}`, option.label]),
  ]),
];

export const partsOf = (text: FormText): ReadonlyMap<string, string> => new Map(listOfParts(text));

export const nextVersion = (version: string, kind: ChangeKind): string => {
  const [major, minor, patch] = numbersOf(version);
  return kind === 'meaning' ? `${major + 1}.0.0` : `${major}.${minor}.${patch + 1}`;
};

/** The practice's own words, with what they were laid over. */
export const OwnText = z.strictObject({
  /** Version of the application's text then. */
  shipped: z.string(),
  /** Parts that read differently from it. */
  own: z.array(z.string()),
  text: FormText,
});
export type OwnText = z.infer<typeof OwnText>;

export const ownParts = (shipped: FormText, text: FormText): readonly string[] => {
  const theirs = partsOf(shipped);
  return [...partsOf(text)].filter(([part, words]) => theirs.get(part) !== words).map(([part]) => part);
};

/** What is asked stays as it is: the same parts and options, in their order. Gives those that are not. */
export const partsChanged = (shipped: FormText, text: FormText): readonly string[] => {
  const named = (one: FormText): readonly string[] => listOfParts(one).map(([part]) => part);
  const [theirs, own] = [named(shipped), named(text)];
  const moved = (part: string): boolean => theirs.indexOf(part) !== own.indexOf(part) || own.indexOf(part) !== own.lastIndexOf(part);
  return [...new Set([...theirs, ...own])].filter(moved);
};

/** Parts that had words and have none any more. */
export const partsEmptied = (shipped: FormText, text: FormText): readonly string[] => {
  const theirs = partsOf(shipped);
  return [...partsOf(text)].filter(([part, words]) => !shows(words) && shows(theirs.get(part) ?? '')).map(([part]) => part);
};

/**
 * The text in force: the practice's own words where it has written its own, those of the application everywhere else. What the
 * application asks newly, or words anew where the practice left its words, comes with it; what it does not ask any more is gone.
 */
export const laidOver = (shipped: FormText, { own, text }: OwnText): FormText => {
  const words = partsOf(text);
  const at = (part: string, theirs: string): string => (own.includes(part) ? (words.get(part) ?? theirs) : theirs);
  return {
    clientTitle: at('clientTitle', shipped.clientTitle),
    intro: at('intro', shipped.intro),
    elements: shipped.elements.map((element) => ({
      id: element.id,
      title: at(`${element.id}/title`, element.title),
      text: at(`${element.id}/text`, element.text),
      options: element.options.map(({ value, label }) => ({ value, label: at(`${element.id}/${value}`, label) })),
    })),
  };
};

const numbersOf = (version: string): readonly [number, number, number] => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
};

/** Versions of one major count as one meaning. */
export const sameMajor = (one: string, other: string): boolean => numbersOf(one)[0] === numbersOf(other)[0];

/** Ascending. */
export const byVersion = (one: string, other: string): number => {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
};

/** The version of own words once the application brings a newer text under them: it goes on by the same step, so that no two texts share a number and a new major version asks for signatures again. */
export const versionOver = (own: string, made: string, now: string): string => {
  const [[major, minor, patch], before, since] = [numbersOf(own), numbersOf(made), numbersOf(now)];
  if (byVersion(now, made) <= 0) return own;
  if (since[0] > before[0]) return `${major + since[0] - before[0]}.${since[1]}.${since[2]}`;
  if (since[1] > before[1]) return `${major}.${minor + since[1] - before[1]}.${since[2]}`;
  return `${major}.${minor}.${patch + since[2] - before[2]}`;
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
      parts: z.array(FormPart),
      /** Blanks a text of this practice may ask for. */
      placeholders: z.array(Blank),
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
