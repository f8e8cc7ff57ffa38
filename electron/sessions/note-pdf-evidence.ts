import { Temporal } from 'temporal-polyfill';
import { shows } from '../../shared/text.ts';
import { dayIn, type Instant, wallTime, type Zone } from '../../shared/time.ts';
import { dayWords, momentWords } from '../consent/consent-pdf-words.ts';
import type { Frame, SignatureBlock } from '../documents/pdf-frame.ts';
import type { NoteToPrint } from './note-pdf-paper.ts';
import { words } from './note-pdf-words.ts';

/** On the wall there, to the minute. */
const clockOf = (at: Instant, zone: Zone): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

type Facts = readonly (readonly [string, string])[];

const there = (facts: Facts): Facts => facts.filter(([, value]) => value !== '');

const writerWords = ({ note, practice }: NoteToPrint): string => {
  const isProfile = note.authorName === practice.practitionerName;
  return [note.authorName, ...(isProfile ? [practice.credential, practice.licenceWords] : [])].filter(shows).join(', ');
};

/** Whose note it is, of which day, and when it was written: both days, where they are not the same. */
export const drawWho = (frame: Frame, paper: NoteToPrint): void => {
  const { note, client, zone } = paper;
  const began = note.startedAt === null ? null : clockOf(note.startedAt, zone);
  const day = dayWords(note.on);
  const isLater = note.writtenOn > note.on;
  frame.facts(
    there([
      [words.name, client.legalName || client.chosenName],
      [words.called, client.legalName && client.chosenName !== client.legalName ? client.chosenName : ''],
      [words.born, client.birthDate ? dayWords(client.birthDate) : ''],
      [words.practitioner, writerWords(paper)],
      [words.visit, began === null ? day : words.visitAt(day, began)],
      [words.written, (isLater ? words.writtenLater : words.writtenSame)(dayWords(note.writtenOn))],
      [words.late, note.signed?.late ? words.lateWords(day, dayWords(dayIn(note.signed.at, zone))) : ''],
      [words.format, words.formats[note.format]],
      [words.moved, note.movedFrom ? words.movedWords(note.movedFrom) : ''],
    ]),
    'body',
  );
};

const blockOf = (signature: NonNullable<NoteToPrint['signature']>, { note, zone }: NoteToPrint, at: string): SignatureBlock => {
  const { text, zone: named } = wallTime(at, zone, 'en-GB');
  const name = note.signed?.byName ?? note.authorName;
  return {
    mark:
      signature.method === 'drawn'
        ? { method: 'drawn', strokes: signature.strokes, width: signature.width, height: signature.height, alt: words.drawnAlt(name) }
        : { method: 'typed', name: signature.name },
    intent: words.intent,
    role: words.role,
    evidence: [name, signature.method === 'drawn' ? words.drawn : words.typed, text, named],
  };
};

export const drawSignature = (frame: Frame, paper: NoteToPrint): void => {
  const { signature, note } = paper;
  if (!signature || !note.signed) return;
  const block = blockOf(signature, paper, note.signed.at);
  frame.together(() => {
    frame.heading(2, words.signature);
    frame.signatures([block]);
  });
};

/** What came to the note: each under the name and the time of who said it. */
export const drawLater = (frame: Frame, { note, zone }: NoteToPrint): void => {
  if (note.addenda.length > 0) frame.heading(2, words.addenda);
  for (const { at, byName, isCovering, reason, text } of note.addenda) {
    frame.heading(3, words.addendum(momentWords(at, zone), byName, isCovering));
    frame.answer(words.reason, reason, true);
    frame.answer('', text, true);
  }
  if (note.reviews.length > 0) frame.heading(2, words.reviews);
  for (const { at, outcome, words: own, isCurrent } of note.reviews) {
    const said = words.review[outcome](momentWords(at, zone));
    frame.paragraph(isCurrent ? `${said}.` : `${said}. ${words.reviewBefore}`);
    if (shows(own)) frame.answer(words.reviewWords, own, true);
  }
};

export const drawEvidence = (frame: Frame, paper: NoteToPrint, isSubstituted: boolean): void => {
  const { note, documentId, asOf, zone } = paper;
  const isOriginal = note.signed?.documentId === documentId;
  const facts = there([
    [words.documentId, documentId],
    [words.original, note.signed && !isOriginal ? note.signed.documentId : ''],
    [words.printed, isOriginal ? '' : momentWords(asOf, zone)],
    [words.noteId, words.noteVersion(note.id, note.revision)],
    [words.content, words.contentEdition(paper.edition)],
    [words.sha256, paper.sha256 ?? ''],
    [words.app, words.appVersion(paper.appVersion)],
    [isOriginal ? words.auditHead : words.auditPrinted, paper.auditHead],
    [words.substitutes, isSubstituted ? (isOriginal && paper.substitutesAgreed ? words.substitutesAgreed : words.substitutesShown) : ''],
  ]);
  frame.together(() => {
    frame.rule();
    frame.heading(3, words.evidence);
    frame.facts(facts, 'small');
  });
};
