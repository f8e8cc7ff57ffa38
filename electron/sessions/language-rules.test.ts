import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestionsIn } from '../../shared/language-helper.ts';
import { quotedIn } from '../../shared/quotations.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';

const { rules, fine } = clinicalContent().language;
const found = (text: string): readonly string[] => suggestionsIn(rules, text).map(({ rule, words }) => `${rule}: ${words}`);

describe('as sensations.json has it', () => {
  test('no sentence that is fine is looked at, alone or one after another', () => {
    expect(fine.map((text) => [text, ...found(text)])).toEqual(fine.map((text) => [text]));
    expect(found(fine.join(' '))).toEqual([]);
  });

  test('each rule finds its example and lets its better one be', () => {
    const first = rules.map(({ exampleFlagged }) => exampleFlagged);
    expect(rules.map(({ id, exampleFlagged }) => suggestionsIn(rules, exampleFlagged).some(({ rule }) => rule === id))).toEqual(
      rules.map(() => true),
    );
    expect(rules.map(({ exampleOk }) => [exampleOk, ...found(exampleOk)])).toEqual(rules.map(({ exampleOk }) => [exampleOk]));
    // In one text each stands where it stands alone.
    expect(found(first.join(' '))).toEqual(first.flatMap(found));
  });
});

test('what is found, in words', () => {
  const cases: readonly (readonly [text: string, ...found: readonly string[]])[] = [
    [''],
    ['Trauma was released.', 'trauma-release: Trauma was released'],
    ['We did not release any trauma.'],
    ['We did not hurry. Trauma was released.', 'trauma-release: Trauma was released'],
    ['She was not there\nTrauma was released', 'trauma-release: Trauma was released'],
    ['We didn’t, as Dr. Lee asked, release any trauma.'],
    ['Client said “my trauma was released”.'],
    ['Client said "my trauma was released". It was clearly sad.', 'must-be: clearly sad'],
    ['Client said "my trauma was released. It was clearly sad.', 'trauma-release: trauma was released', 'must-be: clearly sad'],
    ['The trauma “of my hip” was released.'],
    ['She did not speak, said “no.” Trauma was released.', 'trauma-release: Trauma was released'],
    // As word processors write it.
    ['Don’t worry, it’s just massage.', 'fake-it: Don’t worry', 'fake-it: it’s just massage'],
    ['Was non‑compliant and attention seeking.', 'blame: non‑compliant', 'blame: attention seeking'],
    ['Likely DID. We did what she asked.', 'diagnosis-abbrev: DID'],
    ['Sensual, and again sensual.', 'sexualised: Sensual', 'sexualised: sensual'],
    ['We can heal the trauma stored here.', 'cure: heal the trauma', 'trauma-release: trauma stored'],
  ];
  expect(cases.map(([text]) => [text, ...found(text)])).toEqual(cases);
});

const phrases = fc.constantFrom(
  ...rules.flatMap(({ exampleFlagged, exampleOk }) => [exampleFlagged, exampleOk]),
  ...'"“”„\'‘’«».!?\n \u0000\ud83d'.split(''),
  ' not ',
  'n’t ',
  '🙂',
);
const texts = fc.oneof(
  fc.array(phrases, { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('of any text: places are in it, in order, hold the words they name, and touch no quotation', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const quotations = quotedIn(text);
      let last = 0;
      for (const { start, end, words } of suggestionsIn(rules, text)) {
        expect(words).toBe(text.slice(start, end));
        expect(words.trim()).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(last);
        expect(quotations.filter((one) => one.start < end && start < one.end)).toEqual([]);
        last = start;
      }
    }),
    { numRuns: 300 },
  );
});

test('any words in quotation marks may stay, whatever is said around them', () => {
  const examples = fc.constantFrom(...rules.map(({ exampleFlagged }) => exampleFlagged).filter((text) => !text.includes('?')));
  const marks = fc.constantFrom('""', '“”', '‘’', '«»', '„“', '„”', '»«');
  fc.assert(
    fc.property(examples, marks, fc.constantFrom(...fine), ([...said], [open = '', close = ''], around) => {
      expect(found(`${around} Client said ${open}${said.join('')}${close} and slept.`)).toEqual([]);
    }),
  );
});

const tookMs = (text: string): number => {
  const begun = performance.now();
  suggestionsIn(rules, text);
  return performance.now() - begun;
};

test('a note of 5,000 words is looked through within 50 ms, and half a million characters of anything in no more than their share', () => {
  const sentences = [...fine, ...rules.map(({ exampleFlagged }) => exampleFlagged)].join(' ').split(' ');
  const note = Array.from({ length: 5_000 }, (_, index) => sentences[index % sentences.length]).join(' ');
  tookMs(note);
  expect(Math.min(...Array.from({ length: 5 }, () => tookMs(note)))).toBeLessThan(50);
  const hostile = [
    'a',
    '.',
    ' ',
    '"',
    '“',
    "'",
    '\n',
    '. ',
    '."',
    '.)',
    '." ',
    '"a ',
    'trauma ',
    'was ',
    'not ',
    '\n ',
    'body ',
    'is ',
    'PTSD. ',
    'PTSD\n',
  ];
  const slow = hostile.filter((piece) => tookMs(piece.repeat(Math.ceil(500_000 / piece.length)).slice(0, 500_000)) > 2_000);
  expect(slow).toEqual([]);
});
