import type { ProfileDetails } from '../../shared/profile.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { dayWords, momentWords, words as printed } from '../consent/consent-pdf-words.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { type Cut, clipped, listed, sentence, shorter, wholeCard } from './safety-pdf-cuts.ts';
import { type Facts, healthFacts, medicineFacts } from './safety-pdf-health.ts';
import { words } from './safety-pdf-words.ts';

/** A safety card as a sheet of one page. */
export type CardToPrint = {
  readonly documentId: string;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly card: SafetyCard;
  /** How firm contact is called, from none on. */
  readonly levels: readonly string[];
  readonly asOf: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
};

const fact = (name: string, text: string): Facts => (text === '' ? [] : [[name, text]]);

const stopWords = ({ word, gesture }: SafetyCard['stop'], cut: Cut): string => {
  if (word === '' && gesture === '') return words.noStop;
  const said = word === '' ? '' : words.stopWord(clipped(word, cut.name));
  const shown = clipped(gesture, cut.name);
  return words.stop(said === '' || shown === '' ? said + shown : words.or(said, shown));
};

const readinessFacts = ({ readiness }: SafetyCard, cut: Cut): Facts => {
  const known: Partial<Record<string, string>> = words.reasons;
  const others = readiness.reasons.flatMap(({ code }) => known[code] ?? []);
  const toList = readiness.reasons.flatMap(({ code, about }) => (code === 'medicine-to-list' && about ? [about] : []));
  const last = toList.length > 0 ? [words.toList(listed(toList, cut, words.moreForms))] : [];
  return [[words.readiness, [words.states[readiness.state], ...new Set(others), ...last].join(' ')]];
};

/** What was said to have changed, in their words; that something has is told by readiness. */
const changesFacts = ({ changes }: SafetyCard, zone: Zone, cut: Cut): Facts => {
  const said = changes
    .filter((change) => shows(change.words))
    .map(({ at, words: told }) => words.changedOn(dayWords(dayIn(at, zone)), told));
  return fact(words.changed, sentence(listed(said, { ...cut, name: cut.own, row: cut.own * 2 }, words.moreForms)));
};

const placesFacts = ({ places, pressure }: SafetyCard, cut: Cut): Facts => {
  const names = (labels: readonly string[]): string => sentence(listed(labels, cut, words.morePlaces));
  const closed = places.closed.map(({ labels, why }) => words.closedBy(listed(labels, cut, words.morePlaces), clipped(why, cut.name)));
  return [
    ...(places.allClosed
      ? [[words.open, words.allClosed] as const]
      : [[words.pressure, words.pressureNow(pressure.label, listed(pressure.because, cut, words.moreForms))] as const]),
    ...fact(words.open, places.allClosed ? '' : names(places.open) || words.noneOpen),
    ...fact(words.ask, names(places.ask)),
    ...fact(words.out, names(places.out)),
    ...fact(words.closed, sentence(listed(closed, { ...cut, name: cut.row }, words.morePlaces))),
  ];
};

const positionsFact = ({ positions }: SafetyCard): Facts =>
  fact(
    words.positions,
    [sentence(positions.allowed.join('; ')), ...(positions.avoid.length > 0 ? [words.notPositions(positions.avoid.join('; '))] : [])]
      .filter((part) => part !== '')
      .join(' '),
  );

const peopleWords = ({ emergencyContacts: people }: SafetyCard, cut: Cut): string => {
  if (people === null) return words.notAsked;
  if (people.length === 0) return words.nobody;
  const told = people.map(({ name, role, phone }) =>
    [name, phone, role]
      .filter((part) => part !== '')
      .map((part) => clipped(part, cut.name))
      .join(', '),
  );
  return listed(told, { ...cut, name: cut.row }, words.morePeople);
};

const lastStopWords = ({ lastStop }: SafetyCard, zone: Zone): string =>
  lastStop === null ? '' : words.stoppedOn(dayWords(dayIn(lastStop.at, zone)), lastStop.words);

const personFacts = (card: SafetyCard, zone: Zone, cut: Cut): Facts => [
  ...fact(words.lastStop, clipped(lastStopWords(card, zone), Math.max(cut.own, 200))),
  ...fact(words.wouldStop, clipped(card.wouldStop, cut.own)),
  ...fact(words.leaveOut, clipped(card.leaveOut.join('; '), cut.own)),
  ...fact(words.helps, clipped(card.helps.join('; '), cut.own)),
  ...fact(words.howToSpeak, clipped(card.howToSpeak, cut.own)),
  ...fact(words.room, clipped(card.room.join('; '), Math.max(cut.own, 200))),
  ...fact(words.emergencyContact, peopleWords(card, cut)),
];

const datesFacts = ({ endsSoon, clearancesAsked }: SafetyCard, cut: Cut): Facts => {
  const ends = endsSoon.map(({ title, day }) => words.ends(clipped(title, cut.name), dayWords(day)));
  const asked = clearancesAsked.map(({ of, day, about }) =>
    words.asked(clipped(of, cut.name), dayWords(day), listed(about, cut, words.moreFindings)),
  );
  const few: Cut = { ...cut, name: cut.row, list: Math.min(cut.list, 6) };
  return [...fact(words.endsSoon, listed(ends, few, words.moreForms)), ...fact(words.clearancesAsked, listed(asked, few, words.moreForms))];
};

const layDown = (frame: Frame, { card, levels, asOf, zone }: CardToPrint, cut: Cut, size: 'list' | 'tight'): void => {
  const { chosenName, pronouns, birthDate, underAge, stop } = card;
  const who = [chosenName, pronouns, birthDate ? words.born(dayWords(birthDate)) : '', underAge ? words.underAge : ''];
  const rehearsed = stop.rehearsedAt ? words.tried(dayWords(dayIn(stop.rehearsedAt, zone))) : words.notTried;
  frame.heading(1, words.title);
  frame.lead(
    who
      .filter((part) => part !== '')
      .map((part) => clipped(part, 40))
      .join(words.parted),
  );
  frame.small([words.asOf(momentWords(asOf, zone)), rehearsed].join(' '));
  frame.lead(stopWords(stop, cut));
  frame.facts(
    [...readinessFacts(card, cut), ...changesFacts(card, zone, cut), ...healthFacts(card, cut), ...medicineFacts(card, cut, levels)],
    size,
  );
  frame.facts([...placesFacts(card, cut), ...positionsFact(card)], size);
  frame.facts([...personFacts(card, zone, cut), ...datesFacts(card, cut)], size);
  frame.small([words.notNamed, ...(cut === wholeCard ? [] : [words.shortened])].join(' '));
};

const openCard = ({ documentId, practice, card, asOf, zone, appVersion }: CardToPrint, cut: Cut): Promise<Frame> =>
  openFrame({
    documentId,
    title: words.title,
    createdAt: asOf,
    paper: practice.paper,
    appVersion,
    practice: { name: clipped(practice.practiceName, cut.head), address: clipped(practice.address, cut.head) },
    foot: { name: clipped(card.chosenName, 60), day: words.printedOn(dayWords(dayIn(asOf, zone))), page: printed.page },
  });

/** One page, always: laid down anew, smaller first and then with less of everything, until it fits. */
export const drawCardSheet = async (sheet: CardToPrint): Promise<Uint8Array> => {
  const laid = async (cut: Cut, size: 'list' | 'tight'): Promise<Frame> => {
    const frame = await openCard(sheet, cut);
    layDown(frame, sheet, cut, size);
    return frame;
  };
  const asItIs = await laid(wholeCard, 'list');
  if (asItIs.isOnePage()) return asItIs.finish();
  // What fits at one length fits at every shorter one: halved, since each is laid down whole to be looked at.
  const cuts = [wholeCard, ...shorter];
  let [from, to, frame, fits] = [0, cuts.length - 1, asItIs, false];
  while (from <= to) {
    const middle = Math.floor((from + to) / 2);
    const tried = await laid(cuts[middle] ?? wholeCard, 'tight');
    const isFit = tried.isOnePage();
    if (isFit || !fits) [frame, fits] = [tried, isFit];
    if (isFit) to = middle - 1;
    else from = middle + 1;
  }
  return frame.finish();
};
