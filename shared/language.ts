import { z } from 'zod';
import { call, clinical } from './call.ts';
import { limits } from './limits.ts';

/** A pattern the language helper looks for, as sensations.json has it. */
export const LanguageRule = z.strictObject({
  id: z.string(),
  category: z.string(),
  /** `stop` asks to read again before signing; it never keeps anything from being saved. */
  severity: z.enum(['suggest', 'stop']),
  pattern: z.string(),
  flags: z.string(),
  skipIfSameSentence: z.string().nullable(),
  why: z.string(),
  tryInstead: z.string(),
  exampleFlagged: z.string(),
  exampleOk: z.string(),
});
export type LanguageRule = z.infer<typeof LanguageRule>;

/** One phrase somebody may want to look at. `start` and `end` are places in the text, in UTF-16 units. */
export const Suggestion = z.strictObject({
  rule: z.string(),
  category: z.string(),
  severity: z.enum(['suggest', 'stop']),
  start: z.int().min(0),
  end: z.int().min(0),
  words: z.string(),
  why: z.string(),
  tryInstead: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const LanguageSettings = z.strictObject({
  mode: z.enum(['soft', 'off']),
  /** Rules that are quiet for this person. */
  off: z.array(z.string().max(60)).max(200),
});
export type LanguageSettings = z.infer<typeof LanguageSettings>;

/** No entries in the trail and no count of anything: who used which words is nobody's to know (sensations.json, behaviour). */
export const languageCalls = {
  /** What is quiet for this person is left out; turned off altogether it finds nothing. `most`: as many as are shown of one note. */
  'language.check': call({
    input: z.strictObject({ text: z.string().max(limits.note) }),
    output: z.strictObject({ suggestions: z.array(Suggestion), most: z.int().min(1) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  'language.settings': call({
    input: z.strictObject({}),
    output: LanguageSettings.extend({ rules: z.array(LanguageRule.omit({ pattern: true, flags: true, skipIfSameSentence: true })) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** One's own. @throws Refusal rules-unknown */
  'language.set': call({
    input: LanguageSettings,
    output: LanguageSettings,
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
};
