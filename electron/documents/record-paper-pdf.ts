import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputOf } from '../../shared/calls.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Instant } from '../../shared/time.ts';
import { dayWords, momentWords } from '../consent/consent-pdf-words.ts';
import { words as leftWords } from '../releases/disclosures-pdf-words.ts';
import { layNote } from '../sessions/note-pdf.ts';
import type { NoteInRecord } from '../sessions/notes-for-record.ts';
import { type Frame, openFrame } from './pdf-frame.ts';
import type { Logo } from './pdf-logo.ts';
import { drawPerson, type PersonToPrint, printedName, there } from './record-paper-person.ts';
import { words } from './record-paper-words.ts';

/** All of one record, newest first as the services give it, notes oldest first. */
export type RecordToPrint = PersonToPrint & {
  readonly documentId: string;
  readonly consents: OutputOf<'consent.ofClient'>['consents'];
  readonly health: Pick<OutputOf<'health.findings'>, 'findings' | 'medicines'>;
  readonly sessions: OutputOf<'sessions.ofClient'>['sessions'];
  readonly notes: readonly NoteInRecord[];
  readonly incidents: OutputOf<'incidents.ofClient'>['incidents'];
  readonly letters: OutputOf<'letters.ofClient'>['letters'];
  readonly disclosures: OutputOf<'disclosures.ofClient'>['disclosures'];
  readonly papers: OutputOf<'documents.ofClient'>['documents'];
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly logo: Logo | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly appVersion: string;
  /** Told after each note, which take nearly all of the time. */
  readonly came: (done: number, total: number) => void;
};

const joined = (...parts: readonly string[]): string => parts.filter(shows).join('\n');

const drawTop = (frame: Frame, record: RecordToPrint): void => {
  frame.heading(1, words.title);
  frame.lead(words.lead(printedName(record)));
  frame.facts(
    [
      [words.made, momentWords(record.madeAt, record.zone)],
      [words.by, record.madeBy],
    ],
    'body',
  );
  frame.paragraph(words.what);
  frame.heading(2, words.contents);
  frame.contents(Object.values(words.chapters));
};

/** A table, or a line that says there is nothing. */
const drawTable = (frame: Frame, columns: readonly (readonly [string, number])[], rows: readonly (readonly string[])[]): void => {
  if (rows.length === 0) {
    frame.paragraph(words.none);
    return;
  }
  const row = frame.table(
    columns.map(([title, width]) => ({ title, width })),
    true,
  );
  for (const cells of rows) row(cells);
  frame.space(6);
};

const drawConsents = (frame: Frame, { consents, zone }: RecordToPrint): void =>
  drawTable(
    frame,
    [
      [words.columns.day, 92],
      [words.columns.what, 190],
      [words.columns.until, 0],
    ],
    consents.map(({ signedAt, title, endsOn, withdrawals, documentId }) => [
      dayWords(dayIn(signedAt, zone)),
      title,
      joined(
        endsOn ? words.endsBefore(dayWords(endsOn)) : words.noEnd,
        ...withdrawals.map(({ withdrawnAt }) => words.takenBack(momentWords(withdrawnAt, zone))),
        documentId,
      ),
    ]),
  );

const drawHealth = (frame: Frame, { health, zone }: RecordToPrint): void => {
  drawTable(
    frame,
    [
      [words.columns.day, 92],
      [words.columns.item, 160],
      [words.columns.words, 0],
    ],
    health.findings.map(({ since, item, words: own }) => [dayWords(dayIn(since, zone)), item.condition, joined(own, item.do)]),
  );
  if (health.medicines.length === 0) return;
  frame.heading(2, words.medicines);
  frame.list(
    health.medicines.map(({ name, note, takenUntil }) =>
      [name, note, takenUntil ? words.until(dayWords(takenUntil)) : ''].filter(shows).join(', '),
    ),
  );
};

const of10 = (value: number | 'declined' | null): string => (value === null ? words.open : String(value));

const drawSessions = (frame: Frame, { sessions, zone }: RecordToPrint): void =>
  drawTable(
    frame,
    [
      [words.columns.day, 150],
      [words.columns.where, 160],
      [words.columns.said, 0],
    ],
    sessions.map(({ startedAt, practitionerName, talkOnly, touchSeconds, distress, stops }) => [
      joined(momentWords(startedAt, zone), practitionerName),
      talkOnly ? words.talk : words.minutes(Math.round(touchSeconds / 60)),
      joined(words.distress(of10(distress.before), of10(distress.after)), words.stops(stops.length)),
    ]),
  );

const drawNotes = async (frame: Frame, { notes, came }: RecordToPrint): Promise<void> => {
  if (notes.length === 0) frame.paragraph(words.none);
  for (const [index, { on, authorName, paper }] of notes.entries()) {
    frame.marked('entry', words.note(dayWords(on), authorName));
    if (typeof paper === 'string') frame.paragraph(words.notPrinted[paper]);
    else await layNote(frame, paper);
    came(index + 1, notes.length);
    await nextTurn();
  }
};

const drawIncidents = (frame: Frame, { incidents, zone }: RecordToPrint): void => {
  if (incidents.length === 0) frame.paragraph(words.none);
  for (const one of incidents) {
    frame.marked('entry', words.incident(momentWords(one.openedAt, zone), one.practitionerName));
    frame.facts(
      there([
        [words.handsOff, one.secondsToHandsOff === null ? '' : words.handsOffAfter(Math.round(one.secondsToHandsOff))],
        [words.grades, [one.dissociation, one.arousal].flatMap((grade) => grade ?? []).join(', ')],
        [words.seen, joined(...one.seen.flatMap(({ signs, words: own }) => [...signs, own]))],
        [words.did, joined(...one.grounding.map(({ title }) => title))],
        [words.told, joined(...one.told.map(({ at, who, words: own }) => [momentWords(at, zone), who, own].filter(shows).join(', ')))],
        [words.end, joined(one.left, one.wayHome, one.afterwards)],
      ]),
      'list',
    );
  }
};

const drawLeft = (frame: Frame, { letters, disclosures, zone }: RecordToPrint): void => {
  const rows = [
    ...letters.map(({ createdAt, finalisedAt, title, recipient, documentId }) => [
      dayWords(dayIn(finalisedAt ?? createdAt, zone)),
      title,
      recipient.name,
      documentId ?? '',
    ]),
    ...disclosures.map(({ on, what, toName, way, basis, basisWords }) => [
      dayWords(on),
      what,
      toName,
      joined(way, leftWords.bases[basis], basisWords),
    ]),
  ];
  drawTable(
    frame,
    [
      [words.columns.day, 92],
      [words.columns.what, 130],
      [words.columns.to, 110],
      [words.columns.how, 0],
    ],
    rows,
  );
};

const drawPapers = (frame: Frame, { papers, zone }: RecordToPrint): void =>
  drawTable(
    frame,
    [
      [words.columns.day, 92],
      [words.columns.what, 180],
      [words.columns.document, 0],
    ],
    papers.map(({ createdAt, title, id }) => [dayWords(dayIn(createdAt, zone)), title, id]),
  );

const chapters: readonly (readonly [keyof typeof words.chapters, (frame: Frame, record: RecordToPrint) => void | Promise<void>])[] = [
  ['person', drawPerson],
  ['consents', drawConsents],
  ['health', drawHealth],
  ['sessions', drawSessions],
  ['notes', drawNotes],
  ['incidents', drawIncidents],
  ['letters', drawLeft],
  ['papers', drawPapers],
];

/** The record in one PDF: contents and bookmarks, then chapter by chapter, so that other calls are let in between. */
export const drawRecordSheet = async (record: RecordToPrint): Promise<Uint8Array> => {
  const { practice } = record;
  const frame = await openFrame({
    documentId: record.documentId,
    title: words.title,
    createdAt: record.madeAt,
    paper: practice.paper,
    appVersion: record.appVersion,
    practice: { name: practice.practiceName, address: practice.address, logo: record.logo },
    foot: { name: printedName(record), day: dayWords(dayIn(record.madeAt, record.zone)), page: words.page },
  });
  drawTop(frame, record);
  for (const [id, draw] of chapters) {
    frame.marked('chapter', words.chapters[id]);
    await draw(frame, record);
    await nextTurn();
  }
  return frame.finish();
};
