import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { LanguageRule, LanguageSettings, Suggestion } from '../../shared/language.ts';
import { mostSuggestions, suggestionsIn } from '../../shared/language-helper.ts';
import { fieldsOf } from '../../shared/note-content.ts';
import { customKey, type NoteBody } from '../../shared/note-values.ts';
import type { Practice } from '../practice/practice.ts';
import { keepLanguageSettings, languageSettingsOf } from './language-repository.ts';

/** As this person chose; a rule that newer content does without is quiet by itself. */
const settingsOf = async ({ db, actor, content }: Practice): Promise<LanguageSettings> =>
  (await languageSettingsOf(db, actor.id)) ?? { mode: content.language.defaultMode, off: [] };

/** What is looked for with this person's words: left out before looking, so that a quiet rule hides no other. */
const rulesFor = async (practice: Practice): Promise<readonly LanguageRule[]> => {
  const { mode, off } = await settingsOf(practice);
  return mode === 'off' ? [] : practice.content.language.rules.filter(({ id }) => !off.includes(id));
};

/** Enough for those shown after all that may be kept; a text of nothing else is answered in no more. */
const mostFound = 250;

export const checkLanguage = async (
  practice: Practice,
  { text }: ParsedInputOf<'language.check'>,
): Promise<OutputOf<'language.check'>> => ({
  suggestions: suggestionsIn(await rulesFor(practice), text).slice(0, mostFound),
  most: mostSuggestions,
});

export const languageSettings = async (practice: Practice): Promise<OutputOf<'language.settings'>> => ({
  ...(await settingsOf(practice)),
  rules: practice.content.language.rules.map(({ pattern: _, flags: __, skipIfSameSentence: ___, ...rule }) => rule),
});

export const setLanguage = async (practice: Practice, { mode, off }: ParsedInputOf<'language.set'>): Promise<OutputOf<'language.set'>> => {
  const known = practice.content.language.rules.map(({ id }) => id);
  const before = (await settingsOf(practice)).off;
  // What newer content does without may still stand in what a window sends back.
  const unknown = off.filter((id) => !known.includes(id) && !before.includes(id));
  if (unknown.length > 0) throw new Refusal('rules-unknown', { rules: unknown });
  const settings: LanguageSettings = { mode, off: known.filter((id) => off.includes(id)) };
  await practice.write((tx) => keepLanguageSettings(tx, practice.actor.id, settings));
  return settings;
};

/** Each field by itself, as it is looked at while it is written; what the client said is theirs. */
const lookedAt = ({ content }: Practice, { format, values, custom }: NoteBody): readonly string[] =>
  [
    ...fieldsOf(content.notes, format)
      .filter(({ type }) => type !== 'quotes')
      .map(({ id }) => id),
    ...custom.map(customKey),
  ].map((key) => values[key]?.text ?? '');

const nameOf = ({ rule, words }: Pick<Suggestion, 'rule' | 'words'>): string => `${rule} ${words}`;

/** What must be read again before signing: phrases no record should hold, save those the writer kept (sensations.json, severity stop). Each once. */
export const wordsToReread = async (practice: Practice, body: NoteBody): Promise<readonly Suggestion[]> => {
  const rules = (await rulesFor(practice)).filter(({ severity }) => severity === 'stop');
  const found = lookedAt(practice, body).flatMap((text) => suggestionsIn(rules, text));
  const kept = new Set(body.kept.map(nameOf));
  return [...new Map(found.map((one) => [nameOf(one), one])).values()].filter((one) => !kept.has(nameOf(one)));
};
