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

/** A row for each, or one row for all of a kind where there is no room for what to do about them. Who refuses is never left out. */
const ofWeight = (weight: FindingWeight, told: readonly Told[], cut: Cut): Facts => {
  if (told.length === 0) return [];
  if (cut.line > 0) return told.map((one, index) => [index === 0 ? words.weights[weight] : '', findingLine(one, cut)]);
  const names = told.map(({ condition, refused }) => clipped(condition, cut.finding) + (refused ? words.refused : ''));
  return [[words.weights[weight], `${names.join('; ')}.`]];
};

/** What was not answered: by name where it keeps hands off, the rest as far as there is room. */
const blankFacts = (blanks: readonly Told[], isStop: (one: Told) => boolean, cut: Cut): Facts => {
  if (blanks.length === 0) return [];
  const stops = blanks.filter(isStop).map(({ condition }) => clipped(condition, cut.blank));
  const others = blanks.filter((one) => !isStop(one)).map(({ condition }) => condition);
  return [
    [
      words.blanks,
      `${words.blanksLead} ${[...stops, ...(others.length > 0 ? [listed(others, cut, words.moreFindings)] : [])].join('; ')}.`,
    ],
  ];
};

const stopping: readonly FindingWeight[] = ['emergency', 'absolute', 'clearance'];

/** What keeps hands off, by its weight or as readiness says. */
const stopsIn = ({ readiness }: Pick<SafetyCard, 'readiness'>): ((one: Told) => boolean) => {
  const reasons = readiness.reasons.filter(({ state }) => state === 'not-now' || state === 'needs-clearance');
  const ids = new Set(reasons.map(({ findingId }) => findingId));
  return ({ findingId, weight }) => stopping.includes(weight) || ids.has(findingId);
};

export const healthFacts = (card: Pick<SafetyCard, 'health' | 'readiness'>, cut: Cut): Facts => {
  const isStop = stopsIn(card);
  const found = card.health.filter(({ toAsk }) => !toAsk);
  const blanks = card.health.filter(({ toAsk }) => toAsk);
  const left = found.filter((one) => !one.refused && !isStop(one) && cut.leftOut.some((weight) => weight === one.weight));
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
    ...blankFacts(blanks, isStop, cut),
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
