import { Temporal } from 'temporal-polyfill';
import type { BodyArea, ContactLevel } from '../../shared/body-areas.ts';
import type { Clearance } from '../../shared/clearance.ts';
import type { Finding } from '../../shared/finding.ts';
import { byCare, clearedScope, closedPlaces, isMoreCareful, isOpen, needsPlaces, standingOf } from '../../shared/finding-rules.ts';
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

/** What findings are told with beside themselves. */
export type ToTellWith = {
  readonly areas: readonly BodyArea[];
  readonly levels: ReadonlyMap<ContactLevel, string>;
  readonly clearances: readonly Clearance[];
};

const isRefused = ({ clearance }: Pick<Finding, 'clearance'>): boolean => clearance?.outcome === 'not-cleared';

/** A blank that an answer would settle; what was decided or noted about one since stands in its place. */
const isToAsk = ({ item, events, cause, saysNo, clearance, cleared, areas, words: noted }: Finding): boolean => {
  if (cause !== 'not-answered' || saysNo !== null || cleared || areas || shows(noted) || isRefused({ clearance })) return false;
  const { raised, lowered } = standingOf(item, events);
  return raised === null && lowered === null;
};

const keepsOff = ({ weight }: Finding): boolean => weight !== 'ask-today' && isMoreCareful(weight, 'local');

const decidedIn = (finding: Finding): string => {
  const { raised, lowered } = standingOf(finding.item, finding.events);
  const decided = lowered ? 'lowered' : raised ? 'raised' : null;
  const reason = finding.events.findLast((event) => event.what === decided);
  return reason && 'reason' in reason && shows(reason.reason) ? words.decided(reason.reason) : '';
};

/** What a clinician allows, and within what; nothing of it while hands stay off. */
const clearedIn = (finding: Finding, { areas, levels }: ToTellWith): readonly string[] => {
  const scope = clearedScope(finding);
  const from = finding.clearance?.from ?? '';
  if (!scope || (!finding.cleared && keepsOff(finding))) return [];
  const level = scope.ceiling === null ? undefined : levels.get(scope.ceiling);
  return [
    finding.cleared ? words.cleared(from) : words.limitsStay(from),
    scope.minutes ? words.minutes(scope.minutes) : '',
    level === undefined ? '' : words.atMost(level),
    scope.words,
    scope.areas ? words.onlyPlaces(labelsOf(areas, scope.areas).join('; ')) : '',
  ];
};

/** What the clinician wrote or said with an answer that counts, or with a refusal. */
const writtenIn = ({ clearance, cleared }: Finding, { clearances }: ToTellWith): string => {
  const said = clearances.find(({ id }) => id === clearance?.clearanceId)?.reply?.words ?? '';
  return clearance && shows(said) && (cleared || isRefused({ clearance })) ? words.answeredBy(clearance.from, said) : '';
};

/** While hands stay off what the content says to do, and else how the work is adapted. */
const toDo = (finding: Finding): string => {
  const { item, weight, cause, cleared } = finding;
  if (weight === 'ask-today') return words.askToday;
  if (keepsOff(finding)) return item.do || (cause === 'not-answered' ? words.askAgain : '');
  // Of what was lowered or cleared the content says what to do with more than is left.
  return item.adaptation || (cleared || isMoreCareful(item.kind, weight) ? '' : item.do);
};

/** In one line; who refuses or allows it first, what somebody noted last. */
const lineOf = (finding: Finding, given: ToTellWith): string => {
  const { weight, cause, clearance } = finding;
  if (isToAsk(finding)) return weight === 'ask-today' ? words.askToday : words.askAgain;
  const unanswered = cause === 'not-answered' && weight !== 'ask-today' ? words.notAnswered : '';
  return sentences(
    isRefused(finding) ? words.notCleared(clearance?.from ?? '') : '',
    cause === 'not-sure' ? words.notSure : unanswered,
    ...clearedIn(finding, given),
    needsPlaces(finding) ? words.markPlaces : '',
    toDo(finding),
    decidedIn(finding),
    writtenIn(finding, given),
    shows(finding.words) ? words.noted(finding.words) : '',
  );
};

export const findingsToTell = (findings: readonly Finding[], given: ToTellWith): SafetyCard['health'] =>
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
              toAsk: isToAsk(finding),
              refused: isRefused(finding),
              line: lineOf(finding, given),
              places: labelsOf(given.areas, closedPlaces(finding)),
              until: finding.cleared && finding.clearance?.endsOn ? lastDayBefore(finding.clearance.endsOn) : null,
            },
          ],
    );

const firmest = 4;

const medicineLine = ({ medicine, of }: TakenMedicine): string => {
  if (medicine.match === 'not-yet' || (medicine.match === 'class' && !of)) return sentences(words.toMatch, medicine.note);
  if (!of) return medicine.note;
  const isUnmarked = of.scope === 'site' && of.ceiling < firmest && !medicine.areas?.length;
  return sentences(
    isUnmarked ? words.markPlaces : '',
    of.caution,
    of.ask === '' ? '' : words.askAbout(of.ask),
    of.urgentIf === '' ? '' : words.urgentIf(of.urgentIf),
    medicine.note,
  );
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
