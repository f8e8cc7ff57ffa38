import type { Unprintable } from '../../shared/consent.ts';
import { type Inline, linesOf } from '../../shared/letter-document.ts';
import { shows } from '../../shared/text.ts';
import { wallTime } from '../../shared/time.ts';
import { dayWords, words as printed } from '../consent/consent-pdf-words.ts';
import { type Frame, openFrame, type SignatureBlock, type Span } from '../documents/pdf-frame.ts';
import { unprintableIn } from '../documents/printable.ts';
import type { LetterToPrint } from './letter-paper.ts';
import { words } from './letter-pdf-words.ts';

const wordsOf = (inline: Inline): string => (inline.type === 'text' ? inline.text : inline.value);

const isBold = (inline: Inline): boolean => inline.type === 'text' && inline.bold === true;

const spansOf = (line: readonly Inline[]): readonly Span[] =>
  line.map((inline) => ({ text: wordsOf(inline), weight: isBold(inline) ? 600 : 400 }));

const lineIn = (line: readonly Inline[]): string => line.map(wordsOf).join('');

/** Who writes, as on the licence. */
const byIn = ({ practice }: LetterToPrint): string =>
  [practice.practitionerName, practice.credential, practice.licenceWords].filter(shows).join(', ');

const recipientIn = ({ recipient, clientName }: LetterToPrint): readonly string[] =>
  recipient === null
    ? [clientName]
    : [recipient.name, recipient.profession, recipient.organisation, recipient.address].filter(shows).map((line) => line.trim());

type Facts = readonly (readonly [string, string])[];

const there = (facts: Facts): Facts => facts.filter(([, value]) => shows(value));

const drawBlock = (frame: Frame, block: LetterToPrint['document'][number]): void => {
  if (block.type === 'list') {
    frame.items(block.items.filter((line) => shows(lineIn(line))).map(spansOf), block.ordered);
    frame.space(4);
    return;
  }
  // An empty paragraph is a gap between two others.
  if (shows(lineIn(block.content))) frame.paragraph(spansOf(block.content));
  frame.space(5);
};

const blockOf = (letter: LetterToPrint): SignatureBlock => {
  const { signature, signedAt, practice, zone } = letter;
  const { text, zone: named } = wallTime(signedAt, zone, printed.locale);
  const name = practice.practitionerName;
  return {
    mark:
      signature.method === 'drawn'
        ? { method: 'drawn', strokes: signature.strokes, width: signature.width, height: signature.height, alt: words.drawnAlt(name) }
        : { method: 'typed', name: signature.name },
    intent: letter.isUnasked ? words.intentUnasked : words.intent,
    role: words.role,
    evidence: [byIn(letter), signature.method === 'drawn' ? words.drawn : words.typed, text, named],
  };
};

/** For who answers: boxes, room for words, and who it was and when. */
const drawAnswers = (frame: Frame, { answers }: LetterToPrint): void => {
  if (answers.length === 0) return;
  frame.together(() => {
    frame.heading(2, words.answers);
    frame.small(words.answersHow);
    frame.boxes(answers.map((label) => ({ label })));
    frame.writingLines(words.answersWords, 3);
    frame.field(words.answersName, 260);
    frame.field(words.answersSign, 260);
    frame.field(words.answersDate, 260);
  });
};

const drawEnd = (frame: Frame, letter: LetterToPrint): void => {
  frame.space(6);
  frame.together(() => {
    frame.rule();
    frame.facts(
      there([
        [words.limits, letter.limits],
        [words.copy, letter.copy],
        [words.answer, letter.contact.filter(shows).join('\n')],
        [words.confidential, letter.confidential],
      ]),
      'tight',
    );
  });
  if (shows(letter.part2))
    frame.together(() => {
      frame.heading(3, words.part2);
      frame.answer('', letter.part2, true);
    });
};

const drawEvidence = (frame: Frame, letter: LetterToPrint): void => {
  const facts = there([
    [words.documentId, letter.documentId],
    [words.sha256, letter.sha256],
    [words.app, words.appVersion(letter.appVersion)],
    [words.auditHead, letter.auditHead],
    [
      words.substitutes,
      unprintableInLetter(letter).length === 0 ? '' : letter.substitutesAgreed ? words.substitutesAgreed : words.substitutesShown,
    ],
  ]);
  frame.together(() => {
    frame.rule();
    frame.heading(3, words.evidence);
    frame.facts(facts, 'small');
  });
};

/** The PDF of a letter: from whom to whom and on what, its words as they are kept, the signature, and what it needs to stand by itself. */
export const drawLetter = async (letter: LetterToPrint): Promise<Uint8Array> => {
  const { practice, document } = letter;
  const day = dayWords(letter.day);
  const frame = await openFrame({
    documentId: letter.documentId,
    title: letter.title,
    createdAt: letter.signedAt,
    paper: practice.paper,
    appVersion: letter.appVersion,
    practice: { name: practice.practiceName, by: byIn(letter), address: practice.address, logo: letter.logo },
    // The name of the client stands nowhere unless the permission lets it.
    foot: { name: letter.reference, day, page: words.page },
  });
  frame.opposite(recipientIn(letter), day);
  frame.space(8);
  frame.subject(letter.title);
  frame.facts(
    there([
      [words.reference, letter.reference],
      [words.basis, letter.basis],
      [words.corrects, letter.corrects],
    ]),
    'list',
  );
  frame.space(6);
  for (const block of document.slice(0, -1)) drawBlock(frame, block);
  frame.together(() => {
    for (const block of document.slice(-1)) drawBlock(frame, block);
    frame.space(4);
    frame.signatures([blockOf(letter)]);
  });
  drawEnd(frame, letter);
  drawAnswers(frame, letter);
  drawEvidence(frame, letter);
  return frame.finish();
};

const enteredTexts = (letter: LetterToPrint): readonly (readonly [string, string])[] => [
  ['client.name', letter.clientName],
  ...Object.entries(letter.recipient ?? {}).map(([key, text]): [string, string] => [`recipient.${key}`, text]),
  ...Object.entries(letter.practice).map(([key, text]): [string, string] => [`practice.${key}`, text]),
  ['practice.contact', letter.contact.join('\n')],
  ['letter.reference', letter.reference],
  ['letter.basis', [letter.basis, letter.corrects].join('\n')],
  // Stretch by stretch, as they are set.
  ...letter.document.flatMap(linesOf).flatMap((line) => line.map((inline): [string, string] => ['letter.document', wordsOf(inline)])),
  ['letter.answers', letter.answers.join('\n')],
  ['letter.end', [letter.limits, letter.copy, letter.confidential, letter.part2].join('\n')],
  ['signature', letter.signature.name],
];

/** Each character that will be printed in another way, once for each field it stands in. */
export const unprintableInLetter = (letter: LetterToPrint): readonly Unprintable[] => {
  const found = enteredTexts(letter).flatMap(([where, text]) => unprintableIn(text).map((one) => ({ ...one, where })));
  return [...new Map(found.map((one) => [`${one.where} ${one.character}`, one])).values()];
};
