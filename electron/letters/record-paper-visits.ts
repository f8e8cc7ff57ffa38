import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Incident } from '../../shared/incidents.ts';
import type { Scale } from '../../shared/session-events.ts';
import type { SessionLine } from '../../shared/sessions.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { holdWords } from '../sessions/holds-service.ts';
import { words as lastStop } from '../sessions/last-stop-words.ts';
import { layNote } from '../sessions/note-pdf.ts';
import {
  dayAt,
  drawLongTable,
  drawPart,
  inLine,
  joined,
  momentAt,
  nothing,
  placesIn,
  type RecordToPrint,
  there,
} from './record-paper-shared.ts';
import { words } from './record-paper-visits-words.ts';

const scaleWords = (value: Scale | null): string => (value === null ? words.open : value === 'declined' ? words.declined : String(value));

const wasSaid = ({ before, after }: SessionLine['distress']): boolean => before !== null || after !== null;

type Grades = Pick<SessionLine, 'dissociation' | 'arousal'>;

const gradeWords = ({ content }: RecordToPrint, { dissociation, arousal }: Grades): string => {
  const seen = content.session.dissociation.find(({ grade }) => grade === dissociation);
  const stirred = content.session.arousal.find(({ grade }) => grade === arousal);
  return joined(seen ? lastStop.dissociation(seen.label) : '', stirred ? lastStop.arousal(stirred.label) : '');
};

const stopWords = ({ content }: RecordToPrint, { signal, cause, secondsToHandsOff }: SessionLine['stops'][number]): string =>
  inLine(
    Object.entries(lastStop.stop).find(([one]) => one === cause)?.[1] ?? cause,
    content.session.signals.find(({ id }) => id === signal)?.label ?? '',
    secondsToHandsOff === null ? '' : lastStop.handsOff(String(secondsToHandsOff)),
  );

const sessionCells = (record: RecordToPrint, line: SessionLine): readonly string[] => {
  const { startedAt, practitionerName, talkOnly, touchSeconds, areas, distress, pain, stops, helped } = line;
  return [
    joined(momentAt(record, startedAt), practitionerName),
    joined(talkOnly ? words.talk : words.minutes(Math.round(touchSeconds / 60)), placesIn(record, areas)),
    joined(
      words.distress(scaleWords(distress.before), scaleWords(distress.after)),
      wasSaid(pain) ? words.pain(scaleWords(pain.before), scaleWords(pain.after)) : '',
      words.stops(stops.length),
      ...stops.map((stop) => stopWords(record, stop)),
      gradeWords(record, line),
      helped.length > 0 ? words.helped(inLine(...helped)) : '',
    ),
  ];
};

export const drawSessions = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  if (record.sessions.length === 0) nothing(frame);
  await drawLongTable(
    frame,
    [
      [words.columns.day, 150],
      [words.columns.where, 160],
      [words.columns.said, 0],
    ],
    record.sessions,
    (line) => sessionCells(record, line),
  );
};

export const drawNotes = async (frame: Frame, { notes, came }: RecordToPrint): Promise<void> => {
  if (notes.length === 0) nothing(frame);
  for (const [index, { on, authorName, paper }] of notes.entries()) {
    frame.marked('entry', words.note(dayWords(on), authorName));
    if (typeof paper === 'string') frame.paragraph(words.notPrinted[paper]);
    else await layNote(frame, paper);
    came(index + 1, notes.length);
    await nextTurn();
  }
};

const incidentFacts = (record: RecordToPrint, one: Incident) =>
  there([
    [words.cause, words.causes[one.cause]],
    [words.handsOff, one.secondsToHandsOff === null ? '' : words.handsOffAfter(Math.round(one.secondsToHandsOff))],
    [words.grades, gradeWords(record, one)],
    [
      words.distressAt,
      wasSaid(one.distress) || one.distress.at !== null
        ? words.distressThrough(scaleWords(one.distress.before), scaleWords(one.distress.at), scaleWords(one.distress.after))
        : '',
    ],
    [words.before, joined(...one.done)],
    [words.seen, joined(...one.seen.flatMap(({ signs, words: own }) => [...signs, own]))],
    [words.did, joined(...one.grounding.map(({ title, what }) => words.grounded(title, what)))],
    [words.told, joined(...one.told.map(({ at, who, means, under, words: own }) => inLine(momentAt(record, at), who, means, under, own)))],
    [words.end, joined(one.left, one.wayHome, one.afterwards)],
    [
      words.followed,
      one.resolved ? joined(inLine(momentAt(record, one.resolved.at), one.resolved.by), one.resolved.who, one.resolved.words) : '',
    ],
  ]);

const drawHolds = (frame: Frame, record: RecordToPrint): void =>
  drawPart(
    frame,
    words.holds,
    [
      [words.columns.day, 92],
      [words.columns.from, 170],
      [words.columns.ended, 0],
    ],
    record.incidents.holds.map((hold) => [
      dayAt(record, hold.since),
      holdWords(record.content.session, hold),
      hold.ended ? joined(words.ended[hold.ended.how](momentAt(record, hold.ended.at), hold.ended.by), hold.ended.words) : words.stillHeld,
    ]),
  );

export const drawIncidents = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  const { incidents, holds } = record.incidents;
  if (incidents.length + holds.length === 0) nothing(frame);
  for (const one of incidents) {
    frame.marked('entry', words.incident(momentAt(record, one.openedAt), one.practitionerName));
    frame.facts(incidentFacts(record, one), 'list');
    await nextTurn();
  }
  drawHolds(frame, record);
};
