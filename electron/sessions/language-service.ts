import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { LanguageSettings, Suggestion } from '../../shared/language.ts';
import { mostSuggestions, suggestionsIn } from '../../shared/language-helper.ts';
import { type NoteBody, wordsOf } from '../../shared/note-values.ts';
import type { Practice } from '../practice/practice.ts';

const settingsOf = async ({ content }: Practice): Promise<LanguageSettings> => ({ mode: content.language.defaultMode, off: [] });

const suggestionsFor = async (practice: Practice, text: string): Promise<readonly Suggestion[]> => {
  const { mode, off } = await settingsOf(practice);
  return mode === 'off' ? [] : suggestionsIn(practice.content.language.rules, text).filter(({ rule }) => !off.includes(rule));
};

export const checkLanguage = async (
  practice: Practice,
  { text }: ParsedInputOf<'language.check'>,
): Promise<OutputOf<'language.check'>> => ({
  suggestions: [...(await suggestionsFor(practice, text))],
  most: mostSuggestions,
});

export const languageSettings = async (practice: Practice): Promise<OutputOf<'language.settings'>> => ({
  ...(await settingsOf(practice)),
  rules: practice.content.language.rules.map(({ pattern: _, flags: __, skipIfSameSentence: ___, ...rule }) => rule),
});

export const setLanguage = async (_practice: Practice, _asked: ParsedInputOf<'language.set'>): Promise<OutputOf<'language.set'>> => {
  throw new Error('not built');
};

/** What must be read again before signing: phrases no record should hold, save those the writer kept (sensations.json, severity stop). */
export const wordsToReread = async (practice: Practice, body: NoteBody): Promise<readonly Suggestion[]> =>
  (await suggestionsFor(practice, wordsOf(practice.content.notes, body))).filter(
    ({ severity, rule, words }) => severity === 'stop' && !body.kept.some((one) => one.rule === rule && one.words === words),
  );
