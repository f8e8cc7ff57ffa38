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

const apostrophe = "['\u2018\u2019]";

/** What stands before a name: a bullet, a number, "I take". */
const lead =
  /^(?:[-*•–—]\s*|\d{1,2}[.)]\s+)?(?:(?:and|also|plus|currently|i(?:['\u2018\u2019]m| am)?(?: also)?(?: currently)? tak(?:e|ing)|taking)\s+)*/iu;

const now = '(?: (?:at (?:the moment|present|all|this time)|(?:right )?now|currently|presently|today))?';
const things = '(?:(?:other|more|known|current) )?(?:medic(?:ines?|ations?)|meds?|tablets?|drugs?|pills?|anything)';
/** All the ways of saying no that say nothing besides; whatever says more may name a medicine. */
const plainNo = [
  `(?:no|nope|none|nothing|nil|n ?/? ?a|not any|not applicable|no,? (?:thanks|thank you)|(?:none|nothing) (?:else|more|other|of (?:these|those|them)))${now}`,
  `(?:no|not any) ${things}${now}|no (?:others?|more)`,
  `(?:i )?(?:do not|don${apostrophe}?t|am not|i${apostrophe}m not|not)(?: currently)?(?: (?:take|taking|use|using|on)(?: (?:any|(?:any )?${things}))?| any)${now}`,
].join('|');
const isPlainNo = new RegExp(`^(?:${plainNo})$`, 'iu');
const butFor = new RegExp(`^(?:${plainNo}) (?:but|apart from|except(?: for)?|other than|besides) `, 'iu');

/** How the one before it is taken: a time, or a dose. */
const onlyHow =
  /^(?:(?:as|when|if) (?:and when )?(?:needed|required)|sometimes|occasionally|rarely|daily|every (?:day|morning|evening|night)|(?:once|twice) (?:a|per) \w+|at night|in the (?:morning|evening)|prn|[\d.,]+\s*(?:mg|mcg|ug|g|ml|iu))$/iu;

const isNone = (text: string): boolean => isPlainNo.test(text.replace(/[\s.:!]+$/u, ''));

/** The medicines in an answer in their own words, one by one, as they were written. "None" is none; what says more is kept, name or not. */
export const namesIn = (text: string): readonly string[] => {
  const spaced = text.replace(/[^\S\n]+/gu, ' ').trim();
  const names = new Map<string, string>();
  for (const part of isNone(spaced) ? [] : spaced.split(between)) {
    const name = part
      .trim()
      .replace(lead, '')
      .replace(butFor, '')
      .replace(/[\s.:!]+$/u, '');
    const isOfOneBefore = names.size > 0 && onlyHow.test(name);
    if (/[\p{L}\p{N}]/u.test(name) && !isNone(name) && !isOfOneBefore) names.set(foldForSearch(name), name);
  }
  return [...names.values()];
};
