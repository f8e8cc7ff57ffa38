import { type Inline, inlinesOf, plainText } from '../../shared/letter-document.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import { limits } from '../../shared/limits.ts';
import type { Practice } from '../practice/practice.ts';
import { checkLanguage } from '../sessions/language-service.ts';
import type { LetterOutline } from './letter-content.ts';
import type { KeptLetter } from './letters-repository.ts';

type Found = OpenLetter['found'];

/** Findings of this rule keep a letter from being signed; those of the language helper do not. */
export const neverRule = 'never';

/** An attendance letter says when somebody came and nothing of why: not one of these words. */
const ofHealth =
  /\b(?:pain\w*|trauma\w*|anxi\w+|depress\w+|stress\w*|panic\w*|dissociat\w+|flashbacks?|distress\w*|symptom\w*|diagnos\w+|disorder\w*|illness\w*|disease\w*|condition|treatment\w*|treated|therap\w+|clinical\w*|medic(?:ine|ation|al)\w*|injur\w+|sleep\w*|insomnia|health\w*|suicid\w+|self-harm\w*|pregnan\w+|surger\w+|cancer\w*|ptsd|fit (?:for|to) work|unfit)\b/giu;

/** "Massage therapy, 60 minutes" is the neutral name on the receipt: what fills that blank is not looked at. */
const isLookedAt = (inline: Inline): boolean => inline.type === 'text' || inline.name !== 'service_name';

const wordsToLookAt = ({ body }: Pick<KeptLetter, 'body'>): string =>
  plainText([{ type: 'paragraph', content: inlinesOf(body.document).filter(isLookedAt) }]);

const neverIn = (outline: LetterOutline, letter: Pick<KeptLetter, 'body'>): Found => {
  if (outline.kind !== 'attendance') return [];
  const why = outline.never_include[0] ?? '';
  const words = [...new Set([...wordsToLookAt(letter).matchAll(ofHealth)].map(([match]) => match))];
  return words.map((one) => ({ rule: neverRule, words: one, why }));
};

/** Words of the never-include list, and after them what the language helper would look at again. */
export const foundIn = async (practice: Practice, outline: LetterOutline, letter: Pick<KeptLetter, 'body'>): Promise<Found> => {
  const text = plainText(letter.body.document).slice(0, limits.note);
  const { suggestions } = await checkLanguage(practice, { text });
  return [...neverIn(outline, letter), ...suggestions.map(({ rule, words, why }) => ({ rule, words, why }))];
};
