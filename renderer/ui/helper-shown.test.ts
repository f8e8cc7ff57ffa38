import { expect, test } from 'vitest';
import type { Suggestion } from '../../shared/language.ts';
import { carried, leftOut, sharedOut, standing } from './helper-shown.ts';

const phrase = (text: string, words: string, more: Partial<Suggestion> = {}): Suggestion => ({
  rule: words,
  category: 'tone',
  severity: 'suggest',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  words,
  why: '',
  tryInstead: '',
  ...more,
});

test('what was found moves along with what is typed elsewhere, and goes where its own words are touched', () => {
  const text = 'She felt better. She did well.';
  const suggestions = [phrase(text, 'felt better'), phrase(text, 'did well')];
  const now = (typed: string) =>
    carried({ text, suggestions }, typed).map(({ words, start, end }) => (typed.slice(start, end) === words ? words : 'elsewhere'));
  expect(
    [
      text,
      `${text} Then`,
      `Today: ${text}`,
      'She felt better. Then she did well.',
      'She felt much better. She did well.',
      'She did well.',
      '',
    ].map(now),
  ).toEqual([
    ['felt better', 'did well'],
    ['felt better', 'did well'],
    ['felt better', 'did well'],
    ['felt better', 'did well'],
    ['did well'],
    ['did well'],
    [],
  ]);
});

test('of two in the same words one stands, the graver one; what the writer keeps does not', () => {
  const text = 'heal the trauma stored';
  const [long, short] = [phrase(text, 'heal the trauma'), phrase(text, 'trauma stored')];
  expect(standing([long, short], [])).toEqual([long]);
  expect(standing([long, { ...short, severity: 'stop' }], [])).toEqual([{ ...short, severity: 'stop' }]);
  expect(standing([long, short], [{ rule: long.rule, words: long.words }])).toEqual([short]);
  expect(standing([long, short], [{ rule: 'another', words: long.words }])).toEqual([long]);
});

test('three are shown of one note, in the order of its fields, those no record should hold before others', () => {
  const fields = [
    { id: 'a', severities: ['suggest', 'suggest'] as const },
    { id: 'b', severities: [] },
    { id: 'c', severities: ['suggest', 'suggest', 'stop'] as const },
  ];
  const shown = (most: number) => Object.fromEntries(sharedOut(fields, most));
  expect([shown(3), shown(1), shown(9), shown(0), shown(-1)]).toEqual([
    { a: [0, 1], c: [2] },
    { c: [2] },
    { a: [0, 1], c: [0, 1, 2] },
    {},
    {},
  ]);
});

test('words are left out with the blank, the comma or the sentence that held them', () => {
  const cases: readonly (readonly [text: string, words: string, left: string])[] = [
    ['Tears for a minute, releasing trauma. Then rest.', 'releasing trauma', 'Tears for a minute. Then rest.'],
    ['She felt better after it.', 'felt better', 'She after it.'],
    ['She felt better', 'felt better', 'She'],
    ['Trauma was released. Then rest.', 'Trauma was released', 'Then rest.'],
    ['Rest. Trauma was released.', 'Trauma was released', 'Rest. '],
    ['Rest.\nTrauma was released.\nWater.', 'Trauma was released', 'Rest.\n\nWater.'],
    ['Obviously, she slept.', 'Obviously', 'she slept.'],
    ['Slept (felt better) at home.', 'felt better', 'Slept () at home.'],
    ['Was non-compliant.', 'non-compliant', 'Was.'],
    ['toxins', 'toxins', ''],
  ];
  expect(
    cases.map(([text, words]) => {
      const { start, end } = leftOut(text, phrase(text, words));
      return [text, words, text.slice(0, start) + text.slice(end)];
    }),
  ).toEqual(cases);
});
