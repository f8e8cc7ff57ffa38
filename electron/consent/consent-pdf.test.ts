import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf, withoutSpace, wordsOn } from '../documents/pdf.test-world.ts';
import { answers, consent, drawn, form, typed } from './consent-pdf.test-world.ts';
import { type ConsentToPrint, drawConsent, unprintableInConsent } from './consent-pdf.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');

describe('a signed consent', () => {
  test('says everything that was shown and every answer in words', async () => {
    const text = running(textOf(await drawConsent(consent)));
    expect(text).toContain(form.title);
    expect(text).toContain(form.clientTitle);
    expect(text).toContain(running(form.intro));
    for (const element of form.elements)
      expect(withoutSpace(text)).toContain(withoutSpace(`${element.title}${element.text}`.replace(element.title, '')));
    for (const { title } of form.elements) expect(text).toContain(title);
    for (const words of [
      'Light: the skin moves a little',
      'I undress and stay under a cover',
      'I agree',
      'MR',
      'My shoulders, and sleeping through the night. Zażółć gęślą jaźń.',
    ])
      expect(text).toContain(words);
    for (const label of [
      'Top of the shoulder, left',
      'Top of the shoulder, right',
      'Scalp, front and top',
      'Face and forehead',
      'Every other area is out.',
      'Not offered by this practice, and out',
    ])
      expect(text).toContain(label);
    for (const { label } of form.areas.filter(({ offered }) => !offered)) expect(text).toContain(label);
    for (const who of [
      'Maya Rivera Ortega',
      'Called',
      'Maya Rivera',
      'she/her',
      '14 March 1991',
      'Łucja Nowak, registered massage therapist, registration number 12345',
      'Quiet Hands Bodywork',
      '12 Elm Street, Toronto',
    ])
      expect(text).toContain(who);
  });

  test('prints its evidence', async () => {
    const text = running(textOf(await drawConsent(consent)));
    for (const proof of [
      'Client',
      'Practitioner',
      'Drawn on this screen',
      'Typed on this screen',
      form.intents.client,
      form.intents.practitioner,
      '23 November 2026',
      '10:58:07',
      '10:51:30',
      'America/Toronto (UTC-05:00)',
      consent.documentId,
      'informed-consent, version 1.1.0, language en',
      form.shownSha256,
      'Stillpoint 0.1.0',
      consent.auditHead,
    ])
      expect(text).toContain(proof);
  });

  test('shows no codes', async () => {
    expect(textOf(await drawConsent(consent))).not.toMatch(/\bC[0-5]\b|\b[FBS]-[A-Z]{3,}|undressed_covered|allow_declined/);
  });

  test('sorts areas under in, ask me each time and out', async () => {
    const text = running(textOf(await drawConsent(consent)));
    expect(text).toMatch(
      / In .*Top of the shoulder, left.* Ask me each time .*Scalp, front and top.* Out .*Face and forehead.*Every other area is out\./,
    );
  });

  test('says what was declined, left open or out altogether', async () => {
    const changed: Answers = {
      ...answers,
      why: { kind: 'declined' },
      areas: { kind: 'map', areas: {} },
      clothing: { kind: 'multi', values: [], other: '' },
    };
    const { questions: _, ...rest } = changed;
    const text = running(textOf(await drawConsent({ ...consent, answers: rest })));
    for (const words of ['I’d rather not say', 'Every area is out.', 'None of these', 'Not answered']) expect(text).toContain(words);
  });

  test('is a sound, tagged, embedded, passive file with the document id', async () => {
    const pdf = await drawConsent(consent);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(pdf)).toMatch(/Title: +Consent to bodywork\n[\s\S]*Tagged: +yes\n[\s\S]*612 x 792 pts \(letter\)/);
    expect(infoOf(pdf, '-custom')).toContain(consent.documentId);
    expect(infoOf(await drawConsent({ ...consent, practice: { ...consent.practice, paper: 'a4' } }))).toContain('(A4)');
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(openedUp(pdf)).toContain('/Alt (Signature of Maya Rivera Ortega, drawn by hand)');
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA)\b/);
  });

  test('is the same bytes each time', async () => {
    expect(Buffer.compare(await drawConsent(consent), await drawConsent(structuredClone(consent)))).toBe(0);
  });

  test('keeps both signatures on one page, beside each other, with what they sign', async () => {
    const pdf = await drawConsent(consent);
    const page = pagesOf(pdf).find((one) => one.includes('Drawn on this screen')) ?? '';
    for (const words of ['I have read this form', 'Typed on this screen', 'Client', 'Practitioner']) expect(page).toContain(words);
    const placed = wordsOn(pdf);
    const [client, practitioner] = ['Drawn', 'Typed'].map((text) => placed.findLast((word) => word.text === text));
    expect(client?.yMin).toBe(practitioner?.yMin);
    expect(practitioner?.xMin).toBeGreaterThan((client?.xMin ?? 0) + 200);
  });
});

describe('nothing a person types keeps it from being drawn', () => {
  test('an answer of 20,000 characters runs over many pages, each counted', async () => {
    const text = Array.from({ length: 4_000 }, (_, index) => String(10_000 + index).slice(-4)).join(' ');
    const pdf = await drawConsent({ ...consent, answers: { ...answers, why: { kind: 'text', text } } });
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) expect(page).toContain(`page ${index + 1} of ${pages.length}`);
    const found = new Set(textOf(pdf).match(/\b\d{4}\b/g));
    for (const number of text.split(' ')) expect(found).toContain(number);
  });

  test('names of 200 characters without a space, and signatures outside their field', async () => {
    const long = 'Ł'.repeat(200);
    const pdf = await drawConsent({
      ...consent,
      practice: { ...consent.practice, practiceName: long, practitionerName: long, address: 'A'.repeat(500) },
      client: { ...consent.client, legalName: long, chosenName: 'W'.repeat(200) },
      signatures: [
        {
          ...drawn,
          strokes: [
            [
              { x: -50, y: -50 },
              { x: 5_000, y: 5_000 },
            ],
            [{ x: 3, y: 3 }],
            [],
          ],
        },
        { ...typed, name: 'M'.repeat(200) },
      ],
    });
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(withoutSpace(textOf(pdf))).toContain('M'.repeat(25));
    expect(textOf(pdf).split('M').length).toBeGreaterThan(200);
  });

  test.each([
    ['Hebrew', 'דוד כהן'],
    ['Arabic', 'محمد الأحمد'],
    ['Thai', 'สมชาย น้ำ'],
    ['Japanese', '山田太郎'],
    ['an emoji', 'Maya 🦄'],
    ['decomposed', 'Zoe\u0308'],
    ['blank', '\u00A0'],
    ['filler', '\u3164'],
  ])('a name in %s', async (_, name) => {
    const pdf = await drawConsent({
      ...consent,
      client: { ...consent.client, legalName: name },
      signatures: [{ signer: 'client', method: 'typed', name }, typed],
      substitutesAgreed: true,
    });
    expect(checkOf(pdf)).toContain('No syntax');
    const shown = { 'Maya 🦄': 'Maya [unicorn]', '\u3164': '[U+3164]' }[name] ?? name.normalize('NFC').trim();
    expect(textOf(pdf)).toContain(shown);
  });

  test('with nothing signed and nothing answered', async () => {
    const pdf = await drawConsent({
      ...consent,
      answers: {},
      signatures: [],
      auditHead: 'none',
      client: { legalName: '', chosenName: ' ', pronouns: '', birthDate: null },
    });
    expect(textOf(pdf)).toContain('Not answered');
  });
});

describe('characters without a font', () => {
  const odd: ConsentToPrint = {
    ...consent,
    client: { ...consent.client, legalName: 'Maya 🦄' },
    practice: { ...consent.practice, address: 'ᚠ Street' },
    answers: { ...answers, why: { kind: 'text', text: 'rest \u202E' }, stop: { kind: 'initials', initials: '🦄' } },
    signatures: [{ ...typed, signer: 'client', name: '🦄' }, typed],
  };
  const unicorn = { character: '🦄', codePoint: 'U+1F984', printedAs: '[unicorn]' };

  test('are listed with where they stand', () => {
    expect(unprintableInConsent(odd)).toEqual([
      { ...unicorn, where: 'client.legalName' },
      { character: 'ᚠ', codePoint: 'U+16A0', printedAs: '[U+16A0]', where: 'practice.address' },
      { character: '\u202E', codePoint: 'U+202E', printedAs: '[U+202E]', where: 'answers.why' },
      { ...unicorn, where: 'answers.stop' },
      { ...unicorn, where: 'signature.client' },
    ]);
    expect(unprintableInConsent(consent)).toEqual([]);
  });

  test('are printed as agreed, and the paper says so', async () => {
    const text = running(textOf(await drawConsent({ ...odd, substitutesAgreed: true })));
    for (const words of ['Maya [unicorn]', '[U+16A0] Street', 'rest [U+202E]', 'was shown before signing and agreed to'])
      expect(text).toContain(words);
    expect(running(textOf(await drawConsent(odd)))).not.toContain('agreed to');
  });
});
