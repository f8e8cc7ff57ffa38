import type { Inline, LetterDocument } from '../../shared/letter-document.ts';
import { pngOf } from '../documents/pictures.test-world.ts';
import type { LetterToPrint, LogoToPrint } from './letter-paper.ts';

/** A letter about an invented client, as it goes on paper. */

const text = (words: string): Inline => ({ type: 'text', text: words });
const bold = (words: string): Inline => ({ type: 'text', text: words, bold: true });
const field = (name: string, value: string): Inline => ({ type: 'field', name, value });

export const paragraph = (...words: readonly string[]): LetterDocument[number] => ({ type: 'paragraph', content: words.map(text) });

const document: LetterDocument = [
  {
    type: 'paragraph',
    content: [
      text('With Maya’s permission dated '),
      field('release_date', '1 June 2026'),
      text(', this is a short update for September to November.'),
    ],
  },
  {
    type: 'paragraph',
    content: [
      text('Maya came for '),
      field('sessions_count', '10'),
      text(' visits. Contact was light, mostly to the hands, forearms and shoulders, clothed, in short blocks with pauses. '),
      bold('The stop signal was used once'),
      text(', and she settled in four minutes.'),
    ],
  },
  { type: 'list', ordered: false, items: [[text('Rest after a visit')], [text('A short walk, '), bold('never alone at night')]] },
  { type: 'list', ordered: true, items: [[text('Shorter blocks')], [text('Hands first')], [text('A check-in half-way')]] },
  { type: 'paragraph', content: [] },
  paragraph('If anything here is unhelpful to your work together, please tell me and I will follow your advice.'),
];

export const picture: LogoToPrint = { mediaType: 'image/png', bytes: new Uint8Array(pngOf(300, 120)) };

export const letter: LetterToPrint = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  title: 'Short progress update',
  day: '2026-11-24',
  recipient: {
    name: 'Dr. Adaeze Okafor',
    profession: 'Psychologist',
    organisation: 'Riverside Counselling',
    address: '4 Mill Lane, Toronto M4C 1B5',
  },
  clientName: 'Maya Rosario',
  practice: {
    practiceName: 'Alder Room',
    address: '12 Elm Street, Toronto M5T 2K9',
    practitionerName: 'Hana Lindqvist',
    credential: 'registered massage therapist',
    licenceWords: 'registration number K-0417',
    place: 'CA-ON',
    zone: 'America/Toronto',
    paper: 'letter',
  },
  contact: ['Phone 555 0100', 'hana@alder-room.example', 'Mondays to Thursdays, 9 to 17'],
  logo: null,
  reference: 'M. R., born 1991',
  basis: 'With the client’s signed permission dated 1 June 2026, which ends after 30 November 2026.',
  isUnasked: false,
  corrects: '',
  document,
  answers: [],
  limits: 'This letter tells of supportive bodywork only. It is no diagnosis, no assessment and no opinion on treatment.',
  copy: 'The client has read this letter and has a copy.',
  confidential: 'If this letter reached you by mistake, please tell us at once, and destroy it without reading or copying it.',
  part2: '',
  signature: { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' },
  signedAt: '2026-11-24T16:32:07.000Z',
  sha256: 'ab'.repeat(32),
  zone: 'America/Toronto',
  appVersion: '0.1.0',
  auditHead: '9f'.repeat(32),
  substitutesAgreed: false,
};
