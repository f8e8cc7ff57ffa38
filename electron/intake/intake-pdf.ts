import { contactLevels, levelFrom } from '../../shared/body-areas.ts';
import type { FormOption } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import type { Intake, IntakeEntry, IntakeItem, InWriting } from '../../shared/intake.ts';
import { changesSince, entryOf, partOf } from '../../shared/intake-rules.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { type AnswerWords, answerWords } from '../consent/consent-pdf-answers.ts';
import { dayWords, momentWords, words as printed } from '../consent/consent-pdf-words.ts';
import { mapAreas } from '../consent/map-marks.ts';
import { drawFigure, drawPlaces, type Marks, type PlacesToPrint } from '../consent/map-pdf-places.ts';
import { levelWords } from '../consent/map-pdf-words.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { words } from './intake-pdf-words.ts';

/** One round through the intake as it stands in the record. */
export type IntakeToLay = {
  readonly places: PlacesToPrint;
  /** Its people by name. */
  readonly intake: Intake;
  readonly before: Intake | null;
  readonly parts: readonly { readonly letter: IntakeItem['letter']; readonly word: string }[];
  readonly items: readonly IntakeItem[];
  /** By item, as the record stands now. */
  readonly inWriting: Readonly<Record<string, InWriting>>;
  readonly zone: Zone;
};

/** The same as a sheet of its own. */
export type IntakeToPrint = IntakeToLay & {
  readonly documentId: string;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  readonly client: { readonly legalName: string; readonly chosenName: string; readonly birthDate: string | null };
  readonly drawnAt: Instant;
  readonly appVersion: string;
};

const figureHeight = 372;

const dayOf = ({ zone }: IntakeToLay, instant: Instant): string => dayWords(dayIn(instant, zone));

/** Options as they read when they were chosen; one nobody has words for any more stands by its code. */
const optionsFor = (answer: Answer, item: IntakeItem | undefined, { asked }: IntakeEntry): readonly FormOption[] => {
  const chosen = answer.kind === 'choice' ? [answer.value] : answer.kind === 'multi' ? answer.values : [];
  const known = [...(asked?.options ?? []), ...(item?.options ?? [])];
  return chosen.map((value) => known.find((option) => option.value === value) ?? { value, label: value });
};

const mapWords = ({ areas }: Extract<Answer, { kind: 'map' }>): AnswerWords => {
  const count = (state: string): number => Object.values(areas).filter((one) => one === state).length;
  return { label: '', text: words.map(count('no'), count('ask'), count('yes')) };
};

const wordsOf = (round: IntakeToLay, answer: Answer, item: IntakeItem | undefined, entry: IntakeEntry): AnswerWords =>
  answer.kind === 'map'
    ? mapWords(answer)
    : answerWords(round.zone, { options: [...optionsFor(answer, item, entry)], otherText: true }, answer);

const drawAnswer = (frame: Frame, round: IntakeToLay, item: IntakeItem | undefined, entry: IntakeEntry): void => {
  const { answer, from, answeredAt, talk, clientSaid } = entry;
  if (answer) {
    const who = from === null ? '' : answeredAt === null ? words.from[from] : words.on(words.from[from], dayOf(round, answeredAt));
    const { text, own } = wordsOf(round, answer, item, entry);
    frame.answer(who, text, own);
  } else if (!talk && item && partOf(item) !== null) frame.answer('', words.noAnswer);
  if (clientSaid) {
    const own = wordsOf(round, clientSaid.answer, item, { ...entry, asked: clientSaid.asked });
    const { answeredAt: at } = clientSaid;
    frame.answer(at === null ? words.onScreenBefore : words.on(words.onScreenBefore, dayOf(round, at)), own.text, own.own);
  }
  if (talk) frame.answer('', words.talk);
};

/** When it was gone through, and where it stands in writing: one line. */
const standingWords = (round: IntakeToLay, item: IntakeItem | undefined, id: string, entry: IntakeEntry): string => {
  const written = round.inWriting[id];
  const parts = [
    entry.discussedAt ? words.discussed(dayOf(round, entry.discussedAt)) : '',
    entry.leftAt ? words.left(dayOf(round, entry.leftAt)) : '',
    entry.discussedAt || entry.leftAt ? '' : words.notYet,
    written ? words.inRecord[written.by](dayOf(round, written.at)) : '',
    entry.inWritingAt ? words.onPaper(dayOf(round, entry.inWritingAt)) : '',
    item?.needsWriting && !written && !entry.inWritingAt ? words.notInWriting : '',
  ];
  return parts.filter((part) => part !== '').join(words.parted);
};

const drawChange = (frame: Frame, round: IntakeToLay, item: IntakeItem | undefined, id: string): void => {
  const { before } = round;
  if (!before) return;
  const entry = entryOf(before.entries, id);
  const was = entry.answer ? wordsOf(round, entry.answer, item, entry) : { text: words.noAnswer, own: false };
  frame.answer(words.changed(before.number), was.text, was.own);
};

const drawItem = (frame: Frame, round: IntakeToLay, id: string, changed: ReadonlySet<string>): void => {
  const item = round.items.find((one) => one.id === id);
  const entry = entryOf(round.intake.entries, id);
  const question = entry.asked ? entry.asked.question : (item?.question ?? null);
  frame.heading(3, entry.asked?.label ?? item?.label ?? id);
  if (question !== null) frame.small(question);
  drawAnswer(frame, round, item, entry);
  if (changed.has(id)) drawChange(frame, round, item, id);
  if (entry.note !== '') frame.answer(words.note, entry.note, true);
  frame.small(standingWords(round, item, id, entry));
};

const drawParts = (frame: Frame, round: IntakeToLay): void => {
  const { items, intake, before, parts } = round;
  const changed = new Set(before ? changesSince(items, before.entries, intake.entries).map(({ itemId }) => itemId) : []);
  const older = Object.keys(intake.entries).filter((id) => items.every((item) => item.id !== id));
  const sections = [
    ...parts.map(({ letter, word }) => ({
      title: words.part(letter, word),
      ids: items.filter((item) => item.letter === letter).map(({ id }) => id),
    })),
    { title: words.older, ids: older },
  ];
  for (const { title, ids } of sections)
    for (const [index, id] of ids.entries()) {
      if (index === 0) frame.heading(2, title);
      drawItem(frame, round, id, changed);
    }
};

/** The places marked in this round, with the firmest contact that was chosen with them; none chosen is no contact. */
const marksOf = ({ items, intake }: IntakeToLay): Marks | null => {
  const answerTo = (fits: (item: IntakeItem) => boolean): Answer | null =>
    items.map((item) => (fits(item) ? entryOf(intake.entries, item.id).answer : null)).find((answer) => answer !== null) ?? null;
  const marked = answerTo(({ capture }) => capture === 'map');
  if (marked?.kind !== 'map') return null;
  const chosen = answerTo(({ options }) => options.length > 0 && options.every(({ value }) => levelFrom(value) !== null));
  const ceiling = (chosen?.kind === 'choice' ? levelFrom(chosen.value) : null) ?? contactLevels[0];
  return { ceiling, areas: mapAreas(marked, ceiling) };
};

type Facts = readonly (readonly [string, string])[];

const drawMap = (frame: Frame, round: IntakeToLay, withFigure: boolean): void => {
  const marks = marksOf(round);
  if (!marks) return;
  frame.together(() => {
    frame.heading(2, words.mapTitle);
    frame.facts([[words.ceiling, levelWords(round.places.levels, marks.ceiling)]], 'body');
    if (withFigure) drawFigure(frame, round.places, marks, figureHeight);
  });
  drawPlaces(frame, round.places, marks);
};

const roundFacts = ({ intake, zone }: IntakeToLay): Facts => [
  [words.begun, words.by(momentWords(intake.startedAt, zone), intake.startedBy)],
  [words.reviewed, intake.reviewedAt ? words.by(momentWords(intake.reviewedAt, zone), intake.reviewedBy ?? '') : words.stillOpen],
  [words.next, intake.reviewDue ? dayWords(intake.reviewDue) : ''],
];

const drawFacts = (frame: Frame, facts: Facts): void =>
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );

const whoFacts = ({ client, practice }: IntakeToPrint): Facts => [
  [printed.name, client.legalName || client.chosenName],
  [printed.called, client.legalName && client.chosenName !== client.legalName ? client.chosenName : ''],
  [printed.born, client.birthDate ? dayWords(client.birthDate) : ''],
  [printed.practitioner, [practice.practitionerName, practice.credential, practice.licenceWords].filter(Boolean).join(', ')],
];

/** The round within a paper of many things, without the figure: its places are told in words. Whose it is, is said once there. */
export const layIntake = (frame: Frame, round: IntakeToLay): void => {
  drawFacts(frame, roundFacts(round));
  drawParts(frame, round);
  drawMap(frame, round, false);
};

/** The PDF of a round: for the record, and for the client if they ask for it. A sheet, not a document that is kept. */
export const drawIntakeRound = async (round: IntakeToPrint): Promise<Uint8Array> => {
  const { client, practice, intake, drawnAt, zone } = round;
  const frame = await openFrame({
    documentId: round.documentId,
    title: words.title,
    createdAt: drawnAt,
    paper: practice.paper,
    appVersion: round.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: {
      name: client.legalName || client.chosenName,
      day: words.printedOn(dayWords(dayIn(drawnAt, zone))),
      page: printed.page,
    },
  });
  frame.heading(1, words.title);
  frame.lead(words.round(intake.number));
  drawFacts(frame, [...whoFacts(round), ...roundFacts(round)]);
  drawParts(frame, round);
  drawMap(frame, round, true);
  return frame.finish();
};
