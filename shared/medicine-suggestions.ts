import { foldForSearch } from './clients.ts';
import type { MedicineClass } from './medicines.ts';
import { letters } from './spelling.ts';

/** Say nothing of a class: they stand with any medicine. */
const filling = new Set('medicine tablet treatment various all inhaled edible other also used for and or of the'.split(' '));

/** Belong to too many things to suggest a class without the words they stand with: "blood thinner" is no blood pressure medicine. */
const needCompany = new Set(
  `anti beta blood blocker bone calcium combined contraception gel immune injection inhibitor lowering mood muscle oral
  pain pill pressure sedating stabiliser sugar suppressant testosterone toxin`.split(/\s+/),
);

const singular = (word: string): string => {
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
};

/** Doses and single letters are no words of a medicine. */
const wordsOf = (text: string): readonly string[] =>
  (foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => /^\p{L}{2}/u.test(word))
    .map(singular)
    .filter((word) => !filling.has(word));

const longEnough = 6;

/** The same word, or one letter beside it in a long one. */
const isWord = (typed: string, known: string): boolean =>
  typed === known || (Math.min(typed.length, known.length) >= longEnough && letters(typed, known) <= 1);

/** What a class is known by: its examples, and what its label says, part by part and without what is in brackets. */
const phrasesOf = ({ label, examples }: MedicineClass): readonly (readonly string[])[] => {
  const phrases = [...examples, ...label.replace(/\([^)]*\)/g, '').split(/,|\/|\band\b/)].map(wordsOf).filter((words) => words.length > 0);
  return [...new Map(phrases.map((words) => [words.join(' '), words])).values()];
};

/** How much of a phrase was typed: all of it counts by its words and those spelled right, a telling word of it a little, nothing not at all. */
const fitOf = (typed: readonly string[], phrase: readonly string[]): number => {
  const met = phrase.filter((word) => typed.some((one) => isWord(one, word)));
  const [only] = phrase;
  if (phrase.length === 1 && only && needCompany.has(only) && !typed.every((one) => one === only)) return 0;
  if (met.length === phrase.length) return 2 * phrase.length + met.filter((word) => typed.includes(word)).length;
  return met.some((word) => word.length >= longEnough && !needCompany.has(word)) ? 1 : 0;
};

const most = 3;

/** Classes a medicine may belong to, by how it was typed, the likeliest first. The practitioner decides (domain.md 2.5, 6). */
export const suggestClasses = (name: string, classes: readonly MedicineClass[]): readonly MedicineClass[] => {
  const typed = wordsOf(name);
  return classes
    .map((of) => ({ of, fit: phrasesOf(of).reduce((sum, phrase) => sum + fitOf(typed, phrase), 0) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .slice(0, most)
    .map(({ of }) => of);
};

/** Between two medicines, and not inside brackets, a number or an initial. */
const between = /(?:[;\n]|(?<!\d),|,(?!\d)|(?<=\w{3})\.\s|\s[/+&]\s|\s(?:and|plus)\s(?!\d))(?![^()]*\))/iu;

/** What stands before a name: a bullet, a number, "I take". */
const lead = /^(?:[-*•–—]\s*|\d+[.)]\s+)?(?:(?:and|also|plus|currently|i(?:'m| am)?(?: also)?(?: currently)? tak(?:e|ing)|taking)\s+)*/iu;
const butFor = /^(?:none|nothing|no)\b.*?\b(?:but|apart from|except(?: for)?|other than|besides)\s+/iu;

const notAny =
  /^(?:i )?(?:do not|don'?t|am not|'m not|not) (?:currently )?(?:tak(?:e|ing)|us(?:e|ing)|on|any)\b(?:.*\b(?:any|anything|medic\w*|meds|at present|now)\b.*|)$/iu;
const none =
  /^(?:(?:none|nothing|nil|nope|n\/?a)\b.*|no(?: (?:other|more|others|else|regular|known|current|medic\w*|meds?|tablets?|drugs?|pills?|prescri\w*|thanks?)\b.*)?)$/iu;
const onlyWhen =
  /^(?:(?:as|when|if) (?:and when )?(?:needed|required)|sometimes|occasionally|rarely|daily|every (?:day|morning|evening|night)|(?:once|twice) (?:a|per) \w+|at night|in the (?:morning|evening)|prn)$/iu;

/** The medicines in an answer in their own words, one by one, as they were written. "None" is none. */
export const namesIn = (text: string): readonly string[] => {
  const parts = text
    .replace(/[\u2018\u2019]/gu, "'")
    .split(between)
    .map((part) =>
      part
        .trim()
        .replace(lead, '')
        .replace(butFor, '')
        .replace(/[\s.:]+$/u, ''),
    )
    .filter((part) => /\p{L}{2}/u.test(part.replace(/\d+\s*(?:mg|mcg|ug|g|ml|iu)\b/giu, '')))
    .filter((part) => ![notAny, none, onlyWhen].some((nothing) => nothing.test(part)));
  return [...new Map(parts.map((part) => [foldForSearch(part), part])).values()];
};
