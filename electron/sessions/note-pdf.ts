import type { Unprintable } from '../../shared/consent.ts';
import { customKey } from '../../shared/note-values.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { unprintableIn } from '../documents/printable.ts';
import { drawEvidence, drawLater, drawSignature, drawWho } from './note-pdf-evidence.ts';
import { drawFigures, workedWords } from './note-pdf-figures.ts';
import type { NoteToPrint } from './note-pdf-paper.ts';
import { drawParts } from './note-pdf-parts.ts';
import { words } from './note-pdf-words.ts';

const enteredTexts = ({ note, client, practice, signature }: NoteToPrint): readonly (readonly [string, string])[] => [
  ['client.legalName', client.legalName],
  ['client.chosenName', client.chosenName],
  ['practice.practiceName', practice.practiceName],
  ['practice.address', practice.address],
  ['practice.credential', practice.credential],
  ['practice.licenceWords', practice.licenceWords],
  ['author', note.authorName],
  ...Object.entries(note.values).map(([id, { text }]): [string, string] => [id, text]),
  ...note.custom.map((field): [string, string] => [customKey(field), [field.label, field.low, field.high, ...field.options].join('\n')]),
  ...note.addenda.map(({ id, byName, reason, text }): [string, string] => [`addendum.${id}`, [byName, reason, text].join('\n')]),
  ...note.reviews.map(({ at, words: own }): [string, string] => [`review.${at}`, own]),
  ['signature', signature?.name ?? ''],
];

/** Each character that will be printed in another way, with the field it stands in. */
export const unprintableInNote = (paper: NoteToPrint): readonly Unprintable[] =>
  enteredTexts(paper).flatMap(([where, text]) => unprintableIn(text).map((one) => ({ ...one, where })));

/** The PDF of a note: who and when, every field, where hands were, who signed it and how, and what was added since. */
export const drawNote = async (paper: NoteToPrint): Promise<Uint8Array> => {
  const { note, client, practice } = paper;
  const day = dayWords(note.on);
  const frame = await openFrame({
    documentId: paper.documentId,
    title: paper.title,
    createdAt: paper.asOf,
    paper: practice.paper,
    appVersion: paper.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: {
      name: client.legalName || client.chosenName,
      day: paper.signature ? day : `${words.draft} · ${day}`,
      page: words.page,
    },
  });
  frame.heading(1, words.title);
  if (!paper.signature) frame.lead(words.draftLead);
  drawWho(frame, paper);
  await drawParts(frame, paper);
  drawFigures(frame, paper, { marked: note.values['consent.map']?.areas ?? null, worked: paper.worked });
  drawSignature(frame, paper);
  drawLater(frame, paper);
  drawEvidence(frame, paper, unprintableInNote(paper).length > 0);
  return frame.finish();
};

/** The same within a paper of many notes, without figures: where hands were, and what was in and out, is told in words. */
export const layNote = async (frame: Frame, paper: NoteToPrint): Promise<void> => {
  drawWho(frame, paper);
  await drawParts(frame, paper);
  if (paper.worked.length > 0) frame.paragraph(workedWords(paper.places, paper.worked));
  drawSignature(frame, paper);
  drawLater(frame, paper);
  drawEvidence(frame, paper, unprintableInNote(paper).length > 0);
};
