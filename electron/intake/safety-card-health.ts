import { Temporal } from 'temporal-polyfill';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { Clearance } from '../../shared/clearance.ts';
import type { Finding } from '../../shared/finding.ts';
import { byCare, clearedScope, closedPlaces, isMoreCareful, isOpen, needsPlaces } from '../../shared/finding-rules.ts';
import type { TakenMedicine } from '../../shared/readiness-rule.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { byWords, shows } from '../../shared/text.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { labelsOf } from './safety-card-places.ts';
import { words } from './safety-card-words.ts';

/** The last day something counts that ends on the day after it. */
export const lastDayBefore = (endsOn: CalendarDay): CalendarDay => Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString();

const sentences = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(shows)
    .map((part) => (/[.!?…:;]$/.test(part) ? part : `${part}.`))
    .join(' ');

/** A blank that an answer would settle; what was decided about one since stands in its place. */
const isToAsk = ({ cause, saysNo, clearance, weight }: Finding): boolean =>
  weight === 'ask-today' || (cause === 'not-answered' && saysNo === null && clearance?.outcome !== 'not-cleared');

const decidedIn = ({ events }: Finding): string => {
  const lowered = events.findLast((event) => event.what === 'lowered');
  return lowered ? words.decided(lowered.reason) : '';
};

const whileCleared = (finding: Finding): readonly string[] => {
  const scope = clearedScope(finding);
  return [
    words.cleared(finding.clearance?.from ?? ''),
    ...(scope?.minutes ? [words.minutes(scope.minutes)] : []),
    scope?.words ?? '',
    finding.item.adaptation,
  ];
};

/** What is to be done, in one line: while hands stay off what the content says to do, and else how the work is adapted. */
const lineOf = (finding: Finding): string => {
  const { item, weight, cause, clearance } = finding;
  if (isToAsk(finding)) return weight === 'ask-today' ? words.askToday : words.askAgain;
  const unsure = cause === 'not-sure' ? words.notSure : '';
  if (finding.cleared) return sentences(unsure, ...whileCleared(finding));
  if (weight !== 'ask-today' && isMoreCareful(weight, 'local'))
    return sentences(unsure, item.do, clearance?.outcome === 'not-cleared' ? words.notCleared(clearance.from) : '');
  // Of what was lowered the content says what to do with more than is left.
  const isLowered = weight !== 'ask-today' && isMoreCareful(item.kind, weight);
  const adapted = item.adaptation || (isLowered ? '' : item.do);
  return sentences(unsure, needsPlaces(finding) ? words.markPlaces : '', adapted, isLowered ? decidedIn(finding) : '');
};

export const findingsToTell = (findings: readonly Finding[], areas: readonly BodyArea[]): SafetyCard['health'] =>
  findings
    .filter(isOpen)
    .sort(byCare)
    .flatMap((finding) =>
      finding.cause === null
        ? []
        : [
            {
              findingId: finding.id,
              condition: finding.item.condition,
              weight: finding.weight,
              cause: finding.cause,
              line: lineOf(finding),
              places: labelsOf(areas, closedPlaces(finding)),
              until: finding.cleared && finding.clearance?.endsOn ? lastDayBefore(finding.clearance.endsOn) : null,
            },
          ],
    );

const firmest = 4;

const medicineLine = ({ medicine, of }: TakenMedicine): string => {
  if (medicine.match === 'not-yet' || (medicine.match === 'class' && !of)) return sentences(words.toMatch, medicine.note);
  if (!of) return medicine.note;
  const isUnmarked = of.scope === 'site' && of.ceiling < firmest && !medicine.areas?.length;
  return sentences(isUnmarked ? words.markPlaces : '', of.caution, of.ask === '' ? '' : words.askAbout(of.ask), medicine.note);
};

export const medicinesToTell = (taken: readonly TakenMedicine[], areas: readonly BodyArea[]): SafetyCard['medicines'] =>
  [...taken]
    .sort(
      (one, other) =>
        (one.of?.ceiling ?? firmest) - (other.of?.ceiling ?? firmest) ||
        byWords(one.medicine.name, other.medicine.name) ||
        byWords(one.medicine.id, other.medicine.id),
    )
    .map(({ medicine, of }) => ({
      name: medicine.name,
      line: medicineLine({ medicine, of }),
      ceiling: of && of.ceiling < firmest ? of.ceiling : null,
      places: of?.scope === 'site' ? labelsOf(areas, medicine.areas ?? []) : [],
    }));

/** Asked and not answered yet, of findings that are still open; the oldest first. */
export const clearancesToTell = (clearances: readonly Clearance[], findings: readonly Finding[]): SafetyCard['clearancesAsked'] =>
  clearances
    .filter(({ reply }) => reply === null)
    .map(({ id, of, askedOn, findingIds }) => {
      const about = findings.filter((finding) => isOpen(finding) && findingIds.includes(finding.id));
      return { id, of, day: askedOn, about: about.sort(byCare).map(({ item }) => item.condition) };
    })
    .filter(({ about }) => about.length > 0)
    .sort((one, other) => byWords(one.day, other.day) || byWords(one.id, other.id))
    .map(({ of, day, about }) => ({ of, day, about }));
