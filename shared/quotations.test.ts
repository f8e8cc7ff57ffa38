import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedIn } from './quotations.ts';
import { sentencesIn } from './sentences.ts';

const quoted = (text: string): readonly string[] => quotedIn(text).map(({ start, end }) => text.slice(start, end));
const sentences = (text: string): readonly string[] => sentencesIn(text).map(({ start, end }) => text.slice(start, end).trim());

test('every kind of quotation mark is known, with the marks; apostrophes, feet and what is never closed quote nothing', () => {
  const cases: readonly (readonly [text: string, ...quoted: readonly string[]])[] = [
    ['She said "my jaw feels tight".', '"my jaw feels tight"'],
    ['She said “my jaw feels tight”. And “lighter”.', '“my jaw feels tight”', '“lighter”'],
    ['She said ‘it’s okay, carry on’, then slept.', '‘it’s okay, carry on’'],
    ["She said 'it's okay, carry on', then slept.", "'it's okay, carry on'"],
    ['Elle a dit «plus léger» et « ainsi ».', '«plus léger»', '« ainsi »'],
    ['Sie sagte „leichter“ und „das ist gut”.', '„leichter“', '„das ist gut”'],
    ['Sie sagte »leichter« und ‚so‘ und ‹gut›.', '»leichter«', '‚so‘', '‹gut›'],
    ['Hon sa ”lättare” och gick.', '”lättare”'],
    ['Mixed “so" and "so”.', '“so"', '"so”'],
    ['One in another: “he said ‘stop’ and I did”.', '“he said ‘stop’ and I did”'],
    ['Over two lines: "first\nsecond".', '"first\nsecond"'],
    ['“Is it?” she asked. ("Yes.")', '“Is it?”', '"Yes."'],
    ["It's the clients' choice; they didn't say, and the client's arm isn't sore."],
    ['It’s the clients’ choice; they didn’t say.'],
    ["Back in '98, rock 'n' roll, 'til the clients' ride came."],
    ['She said "my jaw feels tight. Then nothing more.'],
    ['Open "and never closed.\n\nAnother paragraph with a stray" mark.'],
    ['Left open: "my jaw. Then she said "lighter" and slept.', '"lighter"'],
    ['He is 5\'10" tall.'],
    ['Typing "'],
    ['""', '""'],
    ['(“”)', '“”'],
  ];
  expect(cases.map(([text]) => [text, ...quoted(text)])).toEqual(cases);
});

test('sentences end where a person ends them', () => {
  const cases: readonly (readonly string[])[] = [
    ['One. Two! Three? Four… Five'],
    ['Seen by Dr. Lee and Maya R. at 3.5 of 10, approx. noon.'],
    ['She said no. Then she slept.'],
    ['A line\nanother line'],
    ['She said "Stop." Then rest.'],
    ['“Is it ok?” she asked.'],
    ['(Done.) Next.'],
  ];
  expect(cases.map(([text = '']) => sentences(text))).toEqual([
    ['One.', 'Two!', 'Three?', 'Four…', 'Five'],
    ['Seen by Dr. Lee and Maya R. at 3.5 of 10, approx. noon.'],
    ['She said no.', 'Then she slept.'],
    ['A line', 'another line'],
    ['She said "Stop."', 'Then rest.'],
    ['“Is it ok?” she asked.'],
    ['(Done.)', 'Next.'],
  ]);
});

test('of any text the sentences are the text, and quotations lie in it one after another', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'"“”„\'‘’‚«»‹› .!?\nab\r\t'), maxLength: 80 });
  fc.assert(
    fc.property(texts, (text) => {
      expect(
        sentencesIn(text)
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
      ).toBe(text);
      let from = 0;
      for (const { start, end } of quotedIn(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start + 1);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    }),
  );
});
