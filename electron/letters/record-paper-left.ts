import type { Disclosure } from '../../shared/disclosures.ts';
import type { Release } from '../../shared/releases.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import type { Paper } from '../documents/attachments-service.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { lastDayBefore } from '../intake/safety-card-health.ts';
import { words as leftWords } from '../releases/disclosures-pdf-words.ts';
import type { LetterInRecord } from './letters-for-record.ts';
import { words } from './record-paper-left-words.ts';
import {
  apart,
  dayAt,
  drawLongTable,
  drawPart,
  inLine,
  joined,
  momentAt,
  nothing,
  type RecordToPrint,
  there,
} from './record-paper-shared.ts';
import { words as paperWords } from './record-paper-words.ts';

/** What the client ticked, in the words of the form; a value it does not hold any more stands as it is. */
const ticked = ({ content }: RecordToPrint, element: string, values: readonly string[]): string => {
  const options = content.consents.items.flatMap(({ elements }) =>
    elements.filter(({ id }) => id === element).flatMap((one) => one.options ?? []),
  );
  return apart(values.map((value) => options.find((option) => option.value === value)?.label ?? value));
};

const releaseFacts = (record: RecordToPrint, release: Release) =>
  there([
    [words.form, words.forms[release.formId]],
    [words.recipient, inLine(release.recipient.profession, release.recipient.organisation, release.recipient.address)],
    [words.stands, words.states[release.state]],
    [words.direction, words.directions[release.direction]],
    [words.covers, apart(release.kinds.map((kind) => leftWords.kinds[kind]))],
    [words.measures, ticked(record, 'scores', release.measures)],
    [words.purposes, inLine(...release.purposes.map((purpose) => leftWords.purposes[purpose]), release.purposeWords)],
    [words.special, ticked(record, 'special-categories', release.special)],
    [words.from, release.coversWords],
    [words.signed, release.signedAt ? momentAt(record, release.signedAt) : ''],
    [words.authority, release.authority],
    [words.ends, joined(release.endsOn ? words.lastDay(dayWords(lastDayBefore(release.endsOn))) : '', release.endEvent)],
    [words.came, release.eventOn ? dayWords(release.eventOn) : ''],
    [words.takenBack, release.revokedAt ? joined(momentAt(record, release.revokedAt), release.revokedWords) : ''],
    [words.paper, release.documentId ?? ''],
  ]);

export const drawReleases = (frame: Frame, record: RecordToPrint): void => {
  if (record.releases.length === 0) nothing(frame);
  for (const release of record.releases) {
    frame.marked('entry', release.recipient.name);
    frame.facts(releaseFacts(record, release), 'list');
  }
};

const cameOf = (record: RecordToPrint, { line, preview, events }: LetterInRecord): string =>
  joined(
    line.finalisedAt ? words.final(dayAt(record, line.finalisedAt), line.authorName) : words.draft(line.authorName),
    preview ? inLine(words.seen[preview.way](dayAt(record, preview.at)), preview.words) : '',
    ...events.map(({ kind, on, way, words: own, documentId }) => inLine(words.events[kind](dayWords(on)), way, own, documentId ?? '')),
    line.replacedBy ? words.replaced : '',
    line.documentId ?? '',
  );

const basisOf = ({ way, basis, basisWords, purpose, why, recordedBy }: Disclosure): string =>
  joined(way, leftWords.bases[basis], basisWords, purpose ? leftWords.purposes[purpose] : '', why, leftWords.recordedBy(recordedBy));

export const drawLeft = (frame: Frame, record: RecordToPrint): void => {
  const { letters, disclosures } = record;
  if (letters.length + disclosures.length === 0) nothing(frame);
  drawPart(
    frame,
    words.letters,
    [
      [words.columns.day, 84],
      [words.columns.what, 110],
      [words.columns.to, 84],
      [words.columns.came, 0],
    ],
    letters.map((letter) => [
      dayAt(record, letter.line.finalisedAt ?? letter.line.createdAt),
      letter.line.title,
      letter.line.recipient.name,
      cameOf(record, letter),
    ]),
  );
  drawPart(
    frame,
    leftWords.title,
    [
      [words.columns.day, 84],
      [words.columns.what, 110],
      [words.columns.to, 84],
      [words.columns.how, 0],
    ],
    disclosures.map((one) => [
      dayWords(one.on),
      joined(one.what, inLine(...one.kinds.map((kind) => leftWords.kinds[kind]))),
      one.toName,
      basisOf(one),
    ]),
  );
};

/** What was said of a paper when it was filed, and what became of it. */
const filingOf = (record: RecordToPrint, { title, filed }: Paper): string => {
  if (filed === null) return title;
  return joined(
    title,
    inLine(
      paperWords.filed[filed.kind],
      filed.paperOn ? paperWords.paperOf(dayWords(filed.paperOn)) : '',
      paperWords.filedBy(filed.byName),
    ),
    ...filed.moves.map(({ at, byName, reason }) => paperWords.moved(dayAt(record, at), byName, reason)),
    ...filed.before.map((one) => {
      const was = inLine(one.title, paperWords.filed[one.kind], one.paperOn ? paperWords.paperOf(dayWords(one.paperOn)) : '');
      return paperWords.described(dayAt(record, one.at), one.byName, was);
    }),
    filed.inError ? paperWords.inError(dayAt(record, filed.inError.at), filed.inError.byName, filed.inError.reason) : '',
  );
};

export const drawPapers = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  const { papers, movedAway } = record;
  if (papers.length === 0) nothing(frame);
  await drawLongTable(
    frame,
    [
      [words.columns.day, 92],
      [words.columns.what, 180],
      [words.columns.document, 0],
    ],
    papers,
    (paper) => [dayAt(record, paper.createdAt), filingOf(record, paper), paper.id],
  );
  for (const { at, byName, reason } of movedAway)
    frame.facts([[paperWords.away, inLine(dayAt(record, at), paperWords.wentAway(byName, reason))]], 'list');
};
