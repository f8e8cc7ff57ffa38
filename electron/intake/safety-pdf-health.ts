import { type FindingWeight, findingWeights } from '../../shared/finding.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { type Cut, clipped, listed, moreLeft, sentence } from './safety-pdf-cuts.ts';
import { words } from './safety-pdf-words.ts';

export type Facts = readonly (readonly [string, string])[];

type Told = SafetyCard['health'][number];

/** A name and what to do, within one length; a long name leaves some of it. */
const withLine = (name: string, line: string, cut: Cut): string =>
  sentence(words.finding(name, clipped(line, Math.max(24, cut.line - name.length))));

const findingLine = ({ condition, line, places, until }: Told, cut: Cut): string =>
  [
    withLine(clipped(condition, cut.finding), line, cut),
    ...(cut.places && places.length > 0 ? [words.inPlaces(listed(places, cut, words.morePlaces))] : []),
    ...(until ? [words.until(dayWords(until))] : []),
  ].join(' ');

/** A row for each, or one row for all of a kind where there is no room for what to do about them. */
const ofWeight = (weight: FindingWeight, told: readonly Told[], cut: Cut): Facts => {
  if (told.length === 0) return [];
  if (cut.line > 0) return told.map((one, index) => [index === 0 ? words.weights[weight] : '', findingLine(one, cut)]);
  return [[words.weights[weight], `${told.map(({ condition }) => clipped(condition, cut.finding)).join('; ')}.`]];
};

/** What was not answered, by name as far as there is room. */
const blankFacts = (blanks: readonly Told[], cut: Cut): Facts => {
  if (blanks.length === 0) return [];
  const names = blanks.map(({ condition }) => condition);
  return [[words.blanks, `${words.blanksLead} ${listed(names, cut, words.moreFindings)}.`]];
};

export const healthFacts = ({ health }: Pick<SafetyCard, 'health'>, cut: Cut): Facts => {
  const found = health.filter(({ cause }) => cause !== 'not-answered');
  const blanks = health.filter(({ cause }) => cause === 'not-answered');
  const left = found.filter(({ weight }) => cut.leftOut.some((one) => one === weight));
  const shown = found.filter((one) => !left.includes(one));
  const rows = [
    ...findingWeights.flatMap((weight) =>
      ofWeight(
        weight,
        shown.filter((one) => one.weight === weight),
        cut,
      ),
    ),
    ...moreLeft(left.length).map((more): readonly [string, string] => ['', `${more}.`]),
    ...blankFacts(blanks, cut),
  ];
  return rows.length > 0 ? rows : [[words.health, words.noHealth]];
};

const medicineWords = ({ name, line, ceiling, places }: SafetyCard['medicines'][number], cut: Cut, levels: readonly string[]): string => {
  const label = ceiling === null ? undefined : levels[ceiling];
  return [
    withLine(clipped(name, cut.name), cut.line > 0 ? line : '', cut),
    ...(label === undefined ? [] : [words.atMost(label)]),
    ...(places.length > 0 ? [words.inPlaces(listed(places, cut, words.morePlaces))] : []),
  ].join(' ');
};

/** `levels`: how firm contact is called, from none on. Those that limit most come first. */
export const medicineFacts = ({ medicines }: Pick<SafetyCard, 'medicines'>, cut: Cut, levels: readonly string[]): Facts => {
  const shown = medicines.slice(0, cut.line > 0 ? cut.list : Math.min(cut.list, 6));
  const left = medicines.length - shown.length;
  return [
    ...shown.map((one, index): readonly [string, string] => [index === 0 ? words.medicines : '', medicineWords(one, cut, levels)]),
    ...(left > 0 ? [['', `${words.moreMedicines(left)}.`] as const] : []),
  ];
};
