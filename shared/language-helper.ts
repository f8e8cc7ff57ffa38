import type { LanguageRule, Suggestion } from './language.ts';

/** As many are shown of one note (sensations.json, behaviour). */
export const mostSuggestions = 3;

/**
 * Phrases somebody may want to look at, in their order (sensations.json, how_to_run): sentence by sentence, what stands in quotation marks
 * left out, a rule silent where its `skipIfSameSentence` matches.
 */
export const suggestionsIn = (_rules: readonly LanguageRule[], _text: string): readonly Suggestion[] => [];
