import { describe, expect, test } from 'vitest';
import type { LetterDocument } from '../../shared/letter-document.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf, wordsOn } from '../documents/pdf.test-world.ts';
import { letter, paragraph, picture } from './letter-pdf.test-world.ts';
import { drawLetter, unprintableInLetter } from './letter-pdf.ts';
import { words } from './letter-pdf-words.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
const textOn = async (changes: Partial<typeof letter> = {}): Promise<string> =>
  running(textOf(await drawLetter({ ...letter, ...changes })));

describe('the paper of a letter', () => {
  test('says from whom, to whom, on which day, about whom and on what', async () => {
    const text = await textOn({ corrects: 'It takes the place of the letter of 3 November 2026.' });
    for (const said of [
      'Alder Room Hana Lindqvist, registered massage therapist, registration number K-0417 12 Elm Street, Toronto M5T 2K9',
      'Dr. Adaeze Okafor Psychologist Riverside Counselling 4 Mill Lane, Toronto M4C 1B5 24 November 2026',
      'Short progress update About M. R., born 1991 Shared With the client’s signed permission dated 1 June 2026, which ends after 30 November 2026.',
      'Corrects It takes the place of the letter of 3 November 2026.',
    ])
      expect(text).toContain(said);
    expect(await textOn()).not.toContain('Corrects');
  });

  test('holds its words with lists and bold, what it does not cover, the copy, how to answer, and what to do if it went astray', async () => {
    const text = await textOn();
    for (const said of [
      'With Maya’s permission dated 1 June 2026, this is a short update for September to November.',
      'short blocks with pauses. The stop signal was used once, and she settled in four minutes.',
      'Rest after a visit',
      'A short walk, never alone at night',
      '1. Shorter blocks',
      '2. Hands first',
      '3. A check-in half-way',
      'Does not cover This letter tells of supportive bodywork only.',
      'Copy The client has read this letter and has a copy.',
      'To answer Phone 555 0100 hana@alder-room.example Mondays to Thursdays, 9 to 17',
      'Confidential If this letter reached you by mistake, please tell us at once',
    ])
      expect(text).toContain(said);
    for (const never of [words.part2, words.answers, 'Characters']) expect(text).not.toContain(never);
  });

  test('is bold where it was written bold, and nowhere else of its words', async () => {
    const widths = async (...stretches: readonly [string, boolean][]): Promise<ReadonlyMap<string, number>> => {
      const content = stretches.map(([text, bold]) => ({ type: 'text' as const, text, ...(bold ? { bold: true as const } : {}) }));
      const placed = wordsOn(await drawLetter({ ...letter, document: [{ type: 'paragraph', content }] }));
      return new Map(placed.map(({ text, xMin, xMax }) => [text, Math.round((xMax - xMin) * 100) / 100]));
    };
    const plain = await widths(['Walking slowly homewards', false]);
    const parts = await widths(['Walking ', false], ['slowly', true], [' homewards', false]);
    expect(parts.get('slowly')).toBeGreaterThan(plain.get('slowly') ?? 0);
    for (const word of ['Walking', 'homewards']) expect(parts.get(word)).toBe(plain.get(word));
    const mixed: LetterDocument = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'calm ' },
          { type: 'text', text: 'not', bold: true },
          { type: 'text', text: 'withstanding' },
        ],
      },
    ];
    expect(await textOn({ document: mixed })).toContain('calm notwithstanding');
  });

  test('prints its evidence', async () => {
    const text = await textOn();
    for (const proof of [
      `${words.intent} Hana Lindqvist Practitioner Hana Lindqvist, registered massage therapist, registration number K-0417 Typed on this screen 24 November 2026 at 11:32:07 America/Toronto (UTC-05:00)`,
      'About this document Document SHA-256 of the words signed Made with Audit trail before it',
      `${letter.documentId} ${letter.sha256} Stillpoint 0.1.0 ${letter.auditHead}`,
    ])
      expect(text).toContain(proof);
    const drawn = { signer: 'practitioner', name: '', method: 'drawn', strokes: [[{ x: 1, y: 1 }]], width: 9, height: 9 } as const;
    const pdf = await drawLetter({ ...letter, signature: { ...drawn, strokes: [[{ x: 1, y: 1 }]] } });
    expect(running(textOf(pdf))).toContain('Drawn on this screen');
    expect(openedUp(pdf)).toContain('/Alt (Signature of Hana Lindqvist, drawn by hand)');
  });

  test('names the client in no place where the permission lets only initials stand', async () => {
    const pdf = await drawLetter({ ...letter, logo: picture });
    expect(openedUp(pdf)).not.toContain('Rosario');
    expect(textOf(pdf)).not.toContain('Rosario');
    expect(infoOf(pdf)).not.toContain('Rosario');
    for (const page of pagesOf(pdf)) expect(page).toContain('M. R., born 1991');
  });

  test('to the client goes to their name', async () => {
    expect(await textOn({ recipient: null, reference: 'Maya Rosario, born 14 March 1991' })).toContain('Maya Rosario 24 November 2026');
  });

  test('leaves out what a recipient has not got, an address as well', async () => {
    const recipient = { name: 'Dr. Adaeze Okafor', profession: '', organisation: ' ', address: '' };
    const text = await textOn({ recipient });
    expect(text).toContain('Dr. Adaeze Okafor 24 November 2026 Short progress update');
    expect(text).not.toContain('Psychologist');
  });

  test('has boxes, lines and who it was for an answer, on one page', async () => {
    const answers = ['The plan is acceptable', 'Acceptable with these limits', 'Please wait'];
    for (let lines = 0; lines < 12; lines++) {
      const document = Array.from({ length: lines }, (_, index) => paragraph(`line ${index}`));
      const pages = pagesOf(await drawLetter({ ...letter, document, answers }));
      const page = running(pages.find((one) => one.includes(words.answers)) ?? '');
      for (const said of [words.answersHow, ...answers, words.answersWords, words.answersSign]) expect(page).toContain(said);
    }
  });

  test('carries the notice of Part 2 where there is one', async () => {
    expect(await textOn({ part2: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.' })).toContain(
      'Notice under 42 CFR Part 2 42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    );
  });

  test('is a sound, tagged, embedded, passive file with the document id, the same bytes each time', async () => {
    const pdf = await drawLetter({ ...letter, logo: picture });
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(pdf)).toMatch(/Title: +Short progress update\n[\s\S]*Tagged: +yes\n[\s\S]*612 x 792 pts \(letter\)/);
    expect(infoOf(pdf, '-custom')).toContain(letter.documentId);
    expect(infoOf(await drawLetter({ ...letter, practice: { ...letter.practice, paper: 'a4' } }))).toContain('(A4)');
    expect(fontsOf(pdf).length).toBeGreaterThan(1);
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(infoOf(pdf, '-struct')).toMatch(/Document[\s\S]*H1[\s\S]*L\b[\s\S]*LI[\s\S]*LBody[\s\S]*Lbl[\s\S]*Sect/);
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA)\b/);
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(Buffer.compare(pdf, await drawLetter(structuredClone({ ...letter, logo: picture })))).toBe(0);
    expect(openedUp(pdf).match(/\/Subtype \/Image/g)).toHaveLength(2);
    expect(openedUp(await drawLetter(letter))).not.toContain('/Subtype /Image');
  });
});

describe('a letter may be long, and written in any hand', () => {
  test('several pages, each with whose and which it is, and not a word lost', async () => {
    const document = Array.from({ length: 150 }, (_, index) =>
      paragraph(`Paragraph ${index} begins. ${'Slow and clothed. '.repeat(14)}ends ${index}.`),
    );
    const pdf = await drawLetter({ ...letter, document });
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(8);
    pages.forEach((page, index) => {
      expect(page).toContain(`24 November 2026 · page ${index + 1} of ${pages.length}`);
    });
    const text = running(textOf(pdf));
    for (let index = 0; index < 150; index++)
      for (const said of [`Paragraph ${index} begins.`, `ends ${index}.`]) expect(text).toContain(said);
  });

  test('200,000 characters in 2,000 stretches of one paragraph', async () => {
    const content = Array.from({ length: 2_000 }, (_, index) =>
      index % 2 === 0
        ? { type: 'text' as const, text: 'zigs '.repeat(20) }
        : { type: 'text' as const, text: 'zags '.repeat(20), bold: true as const },
    );
    const pdf = await drawLetter({ ...letter, document: [{ type: 'paragraph', content }] });
    expect(textOf(pdf).match(/zigs/g)).toHaveLength(20_000);
    expect(textOf(pdf).match(/zags/g)).toHaveLength(20_000);
  });

  const names = ['דוד בן־גוריון', 'محمد الأحمد', '山田太郎', 'Nguyễn Thị Phượng', '<b>&amp;</b>', ') Tj ET (x) /JS'];

  test.each(names)('names in any script: %s', async (name) => {
    const recipient = { name, profession: name, organisation: name, address: name };
    const document: LetterDocument = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: `${name} ` },
          { type: 'text', text: name, bold: true },
          { type: 'field', name: 'who', value: ` ${name}` },
        ],
      },
      { type: 'list', ordered: true, items: [[{ type: 'text', text: name }]] },
    ];
    const pdf = await drawLetter({ ...letter, recipient, document, reference: name });
    const text = running(textOf(pdf));
    expect(text.split(name).length - 1).toBeGreaterThanOrEqual(9);
    expect(checkOf(pdf)).toContain('No syntax');
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|OpenAction|Launch|URI|AA)\b/);
  });

  test('names and words without end stay on the page', async () => {
    const long = 'W'.repeat(200);
    const recipient = { name: long, profession: long, organisation: long, address: 'A'.repeat(500) };
    const pdf = await drawLetter({
      ...letter,
      recipient,
      title: long,
      reference: long,
      logo: picture,
      contact: [long, long],
      answers: [long, long],
      practice: { ...letter.practice, practiceName: long, address: long, practitionerName: long },
      document: [paragraph(long.repeat(5)), { type: 'list', ordered: false, items: [[{ type: 'text', text: long }]] }],
    });
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(checkOf(pdf)).toContain('No syntax');
  });

  test('a letter without words is still drawn', async () => {
    expect(await textOn({ document: [] })).toContain('Short progress update');
  });

  test('characters that become another where two stretches meet are drawn', async () => {
    const content = ['e', '\u0301', '\u1100', '\u1161', '🇨', '🇦'].map((text, index) => ({
      type: 'text' as const,
      text,
      ...(index % 2 ? { bold: true as const } : {}),
    }));
    const pdf = await drawLetter({ ...letter, document: [{ type: 'paragraph', content }] });
    expect(checkOf(pdf)).toContain('No syntax');
    expect(running(textOf(pdf))).toContain('[U+0301]');
  });
});

describe('what cannot be printed', () => {
  test('is named once with its field, and the paper says whether it was agreed to', async () => {
    const odd = { ...letter, document: [paragraph('ᚠ', ' and ᚠ')], recipient: { ...letter.recipient!, name: '🦄' } };
    expect(unprintableInLetter(odd)).toEqual([
      { character: '🦄', codePoint: 'U+1F984', printedAs: '[unicorn]', where: 'recipient.name' },
      { character: 'ᚠ', codePoint: 'U+16A0', printedAs: '[U+16A0]', where: 'letter.document' },
    ]);
    expect(unprintableInLetter(letter)).toEqual([]);
    expect(running(textOf(await drawLetter({ ...odd, substitutesAgreed: true })))).toContain('was shown before signing and agreed to');
    const shown = running(textOf(await drawLetter(odd)));
    expect(shown).not.toContain('shown before signing');
    expect(shown).toContain('[U+16A0] and [U+16A0]');
  });
});
