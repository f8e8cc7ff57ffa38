import { describe, expect, test } from 'vitest';
import { partsOf, questionOf } from './note-search-query.ts';
import { snippetOf } from './note-search-snippet.ts';
import { indexed } from './note-search-words.ts';

const typed = (query: string): string[] => partsOf(query).map(({ words, isBeginning }) => `${words.join(' ')}${isBeginning ? '*' : ''}`);

describe('a text is kept as words', () => {
  test.each([
    ['The left Shoulder, warm.', 'the left shoulder warm'],
    ['Łukasz Zoë naïve Straße İstanbul ΣΟΦΟΣ', 'lukasz zoe naive strasse istanbul σοφοσ'],
    ['Zoe\u0308 and Zoë are one', 'zoe and zoe are one'],
    ['well-being 10:07 3.5 don’t C++', 'well being 10 07 3 5 don t c'],
    ['肩こり、つらい', '肩 こ り つ ら い'],
    ['首は右', '首 は 右'],
    ['がぎ ｶﾞ', 'が ぎ ガ'],
    ['어깨가 아파요', '어 깨 가 아 파 요'],
    ['นวดไทย', 'น ว ด ไ ท ย'],
    ['दर्द कम', 'दर्द कम'],
    ['كَتِف شِفاء', 'كتف شفاء'],
    ['שָׁלוֹם', 'שלום'],
    ['плечо Ёлка', 'плечо елка'],
    ['calm 😊👍🏽 ♥️', 'calm 😊 👍 🏽 ♥'],
    ['soft\u00adhyphen \u200fמילה', 'softhyphen מילה'],
    ['ＡＢＣ１２ ﬁne', 'abc12 fine'],
    ['\' " * ^ ( ) + - : ; NEAR/3 \u0000 \ud800 x', 'near 3 x'],
    ['´ ¨ ﷺ', 'صلىاللهعليهوسلم'],
    ['a'.repeat(500), 'a'.repeat(64)],
    ['', ''],
  ])('%s', (text, words) => {
    expect(indexed(text)).toBe(words);
  });

  test('no word holds what means something to the index', () => {
    const every = Array.from({ length: 0x2_ffff }, (_, code) => String.fromCodePoint(code)).join(' ');
    expect([...indexed(every)].filter((sign) => sign < '\u0080' && !/[a-z0-9 ]/.test(sign))).toEqual([]);
  });
});

describe('what is typed is asked for', () => {
  test.each([
    ['tension', ['tension*']],
    ['left shoul', ['left', 'shoul*']],
    ['  Left\tSHOULDER  ', ['left', 'shoulder*']],
    ['left left', ['left', 'left*']],
    ['left left neck', ['left', 'neck*']],
    ['a', ['a']],
    ['neck a', ['neck', 'a']],
    ['é', ['e']],
    ['"left shoulder"', ['left shoulder']],
    ['"left shoulder" wa', ['left shoulder', 'wa*']],
    ['“left shoulder” ', ['left shoulder']],
    ['«épaule gauche»', ['epaule gauche']],
    ['"left shoul', ['left shoul*']],
    ['warm "', ['warm*']],
    ['"" ""', []],
    ['well-being', ['well being*']],
    ['10:0', ['10 0']],
    ['肩こ', ['肩 こ']],
    ['😊', ['😊']],
    ['AND OR NOT', ['and', 'or', 'not*']],
    ['NEAR(a b, 2)', ['near a', 'b', '2']],
    ['body:x ^y z*', ['body x', 'y', 'z']],
    ['keys : state:signed', ['keys', 'state signed*']],
    ['*', []],
    ['^ + - ( ) { } | \\ /', []],
  ])('%s', (query, parts) => {
    expect(typed(query)).toEqual(parts);
  });

  test('as one question, with who may read what beside it', () => {
    const where = { authorId: 'a-1', covered: ['c-2'], clientId: null, state: null };
    expect(questionOf(partsOf('"left arm" wa'), where)).toBe(
      '((":authora1" OR ":clientc2") AND "left arm" AND "wa"*) NOT (":stateinerror")',
    );
    expect(questionOf(partsOf('a'), { ...where, covered: [], clientId: 'c-3', state: 'in-error' })).toBe(
      '(":authora1") AND (":clientc3") AND (":stateinerror") AND "a"',
    );
  });
});

describe('a piece around what was found', () => {
  const shown = (text: string, query: string): string =>
    snippetOf(text, partsOf(query))
      .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join('');
  const far = 'and then it was quiet for a while '.repeat(40);

  test.each([
    ['Warm left shoulder.', 'shoul', 'Warm left [shoulder].'],
    ['Łukasz: naïve', 'naive lukasz', '[Łukasz]: [naïve]'],
    ['Warm\n\nleft shoulder', '"warm left"', '[Warm left] shoulder'],
    ['right shoulder, left shoulder', '"left shoulder"', 'right shoulder, [left shoulder]'],
    ['今日は肩こりです', '肩こり', '今日は[肩こり]です'],
    ['calm 👍🏽 yes', '👍', 'calm [👍]🏽 yes'],
    ['<b>\u0002shoulder\u0003</b> [neck]', 'neck', '<b>\u0002shoulder\u0003</b> [[neck]]'],
    ['shoulders shoulder', 'shoulder x', 'shoulders [shoulder]'],
    ['nothing of it', 'elsewhere', 'nothing of it'],
    ['', 'x', ''],
  ])('%s: %s', (text, query, piece) => {
    expect(shown(text, query)).toBe(piece);
  });

  test('far inside a note, cut at words, and where most of what was asked stands', () => {
    const piece = shown(`neck ${far}neck and shoulder ${far}`, 'neck shoulder');
    expect(piece).toMatch(/^…(\w+ )+\[neck\] and \[shoulder\] (\w+ )*\w+…$/);
    expect(piece.length).toBeLessThan(240);
  });

  test('also behind thousands of words, and never of endless length', () => {
    expect(shown(`${far.repeat(40)}needle`, 'needle')).toMatch(/^….*\[needle\]$/);
    expect(shown('😊'.repeat(5_000), '😊').length).toBeLessThan(240);
    expect(shown('a'.repeat(500_000), 'aaaa')).toMatch(/^\[a{1,240}\]…$/);
  });
});
