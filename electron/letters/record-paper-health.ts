import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clearance } from '../../shared/clearance.ts';
import type { ClearanceScope, Finding, FindingEvent } from '../../shared/finding.ts';
import type { HealthScreen } from '../../shared/health.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { levelWords } from '../consent/map-pdf-words.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { lastDayBefore } from '../intake/safety-card-health.ts';
import { words } from './record-paper-health-words.ts';
import {
  dayAt,
  drawLongTable,
  drawPart,
  drawTable,
  inLine,
  joined,
  momentAt,
  nothing,
  placesIn,
  type RecordToPrint,
  there,
} from './record-paper-shared.ts';

const answerColumns = [
  [words.columns.question, 270],
  [words.columns.answer, 64],
  [words.columns.how, 0],
] as const;

/** The questions of one round as they are asked now, each with its answer; what the questions do not hold any more stands by its name. */
const screenRows = (record: RecordToPrint, { answers, doneAt, seen }: HealthScreen): readonly (readonly string[])[] => {
  const { sections, answers: labels } = record.health;
  const asked = sections.flatMap(({ id: section, questions }) =>
    questions.map(({ id, question }) => ({
      id,
      question,
      blank: doneAt !== null || seen.includes(section) ? words.skipped : words.notAsked,
    })),
  );
  const known = new Set(asked.map(({ id }) => id));
  const older = Object.keys(answers).filter((id) => !known.has(id));
  return [...asked, ...older.map((id) => ({ id, question: id, blank: '' }))].map(({ id, question, blank }) => {
    const given = answers[id];
    return given
      ? [question, labels.get(given.answer) ?? given.answer, inLine(words.from[given.from], dayAt(record, given.at))]
      : [question, blank, ''];
  });
};

const drawScreens = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  for (const screen of record.health.screens) {
    frame.marked('entry', words.round(screen.number, dayAt(record, screen.startedAt)));
    frame.facts(
      there([
        [words.begun, inLine(momentAt(record, screen.startedAt), record.nameOf(screen.startedBy))],
        [words.done, screen.doneAt ? momentAt(record, screen.doneAt) : words.stillOpen],
      ]),
      'body',
    );
    await drawLongTable(frame, answerColumns, screenRows(record, screen), (cells) => cells);
  }
};

const levelIn = ({ maps, content }: RecordToPrint, ceiling: NonNullable<ClearanceScope['ceiling']>): string =>
  maps[0] ? levelWords(maps[0].levels, ceiling) : (content.bodyAreas.contact_scale[ceiling]?.label ?? '');

const scopeWords = (record: RecordToPrint, scope: ClearanceScope | null): string =>
  scope === null
    ? ''
    : joined(
        scope.areas === null ? '' : words.only(placesIn(record, scope.areas)),
        scope.ceiling === null ? '' : words.atMost(levelIn(record, scope.ceiling)),
        scope.minutes === null ? '' : words.minutes(scope.minutes),
        scope.words,
      );

const whatHappened = (record: RecordToPrint, event: FindingEvent): string => {
  switch (event.what) {
    case 'said':
      return inLine(words.said(words.sources[event.source], words.answers[event.answer]), event.words);
    case 'raised':
    case 'lowered':
      return inLine(words[event.what](words.weights[event.kind]), event.reason);
    case 'marked':
      return inLine(words.marked(placesIn(record, event.areas)), event.reason);
    case 'resolved':
      return inLine(words.resolved, event.reason);
    case 'asked':
      return words.clinicianAsked(event.of);
    case 'answered':
      return inLine(words.outcomes[event.outcome](event.from), event.endsOn ? words.until(dayWords(lastDayBefore(event.endsOn))) : '');
  }
};

const eventLine = (record: RecordToPrint, event: FindingEvent): string =>
  `${dayAt(record, event.at)}, ${record.nameOf(event.by)}: ${whatHappened(record, event)}`;

const drawFinding = (frame: Frame, record: RecordToPrint, finding: Finding): void => {
  frame.heading(3, finding.item.condition);
  frame.facts(
    there([
      [words.stands, finding.cause === null ? words.resolved : words.weights[finding.weight]],
      [words.toDo, finding.cause === null ? '' : finding.item.do],
      [words.places, finding.areas ? placesIn(record, finding.areas) : ''],
      [words.happened, joined(...finding.events.map((event) => eventLine(record, event)))],
    ]),
    'list',
  );
};

const drawFindings = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  if (record.health.findings.length === 0) return;
  frame.marked('entry', words.findings);
  for (const [index, finding] of record.health.findings.entries()) {
    drawFinding(frame, record, finding);
    if (index % 20 === 19) await nextTurn();
  }
};

const drawMedicines = (frame: Frame, record: RecordToPrint): void =>
  drawPart(
    frame,
    words.medicines,
    [
      [words.columns.medicine, 130],
      [words.columns.kind, 150],
      [words.columns.note, 0],
    ],
    record.health.medicines.map(({ name, match, classId, areas, note, takenUntil, at, by }) => [
      name,
      match === 'class' ? (record.health.kinds.get(classId ?? '') ?? classId ?? '') : words.match[match],
      joined(
        note,
        areas ? placesIn(record, areas) : '',
        takenUntil ? words.taken(dayWords(takenUntil)) : '',
        words.writtenBy(dayAt(record, at), record.nameOf(by)),
      ),
    ]),
  );

/** It is asked at each visit: the days without a change are told together. */
const drawChanges = (frame: Frame, record: RecordToPrint): void => {
  const { changes } = record.health;
  if (changes.length === 0) return;
  frame.heading(2, words.changes);
  const without = changes.filter(({ changed }) => !changed).map(({ at }) => dayAt(record, at));
  if (without.length > 0) frame.paragraph(words.nothingChanged(inLine(...new Set(without))));
  for (const one of changes.filter(({ changed }) => changed))
    frame.facts(
      there([
        [dayAt(record, one.at), one.words || words.changedWithoutWords],
        [words.settled, one.settledAt ? joined(dayAt(record, one.settledAt), one.settledWords) : words.notSettled],
      ]),
      'list',
    );
};

const drawCrises = (frame: Frame, record: RecordToPrint): void => {
  const conditions = new Map(record.health.findings.map(({ id, item }) => [id, item.condition]));
  drawPart(
    frame,
    words.crises,
    [
      [words.columns.day, 120],
      [words.columns.about, 180],
      [words.columns.did, 0],
    ],
    record.health.crises.map(({ openedAt, findingIds, read }) => [
      momentAt(record, openedAt),
      joined(...findingIds.map((id) => conditions.get(id) ?? '')),
      read ? joined(words.readBy(momentAt(record, read.at), record.nameOf(read.by)), read.words) : words.notRead,
    ]),
  );
};

export const drawHealth = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  const { screens, findings, medicines, changes, crises } = record.health;
  if ([screens, findings, medicines, changes, crises].every(({ length }) => length === 0)) nothing(frame);
  await drawScreens(frame, record);
  await drawFindings(frame, record);
  drawMedicines(frame, record);
  drawChanges(frame, record);
  drawCrises(frame, record);
};

export const drawSuitability = (frame: Frame, record: RecordToPrint): void =>
  drawTable(
    frame,
    [
      [words.columns.day, 92],
      [words.columns.question, 190],
      [words.columns.answer, 0],
    ],
    record.health.suitability.map(({ questionId, outcome, words: own, at, by }) => [
      joined(dayAt(record, at), record.nameOf(by)),
      record.health.asked.get(questionId) ?? questionId,
      joined(words.suitability[outcome], own),
    ]),
  );

const replyFacts = (record: RecordToPrint, { reply }: Clearance) =>
  reply === null
    ? [[words.answer, words.noAnswerYet] as const]
    : there([
        [words.answer, inLine(words.outcomes[reply.outcome](reply.from), dayWords(reply.receivedOn), words.ways[reply.way])],
        [words.limits, scopeWords(record, reply.scope)],
        [words.counts, reply.endsOn ? words.until(dayWords(lastDayBefore(reply.endsOn))) : ''],
        [words.theirWords, reply.words],
        [words.paper, reply.documentId ?? ''],
        [words.written, words.writtenBy(momentAt(record, reply.recordedAt), reply.recordedBy)],
      ]);

export const drawClearances = (frame: Frame, record: RecordToPrint): void => {
  const { clearances, findings } = record.health;
  if (clearances.length === 0) nothing(frame);
  const conditions = new Map(findings.map(({ id, item }) => [id, item.condition]));
  for (const one of clearances) {
    frame.marked('entry', words.request(one.of, dayWords(one.askedOn)));
    frame.facts(
      there([
        [words.about, joined(...one.findingIds.map((id) => conditions.get(id) ?? ''))],
        [words.way, words.ways[one.way]],
        [words.question, one.question],
        [words.written, words.writtenBy(momentAt(record, one.askedAt), one.askedBy)],
        ...replyFacts(record, one),
      ]),
      'list',
    );
  }
};
