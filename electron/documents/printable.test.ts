import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emojiName } from './emoji-names.ts';
import { fileForAll, fontBytes, fontFileNames, fontFor, hanFamilyOf } from './font-files.ts';
import { clustersOf, fileOfCluster, printable, unprintableIn } from './printable.ts';

const printed = (text: string): string => printable(text).text;

describe('text that has a font', () => {
  test.each([
    'Łukasz Żółć',
    'Nguyễn Thị Phượng',
    'ẹ̀ q̃ n̄',
    'Γειά σου ἀρχή',
    'Привет Ґ',
    'שָׁלוֹם',
    'مُحَمَّد',
    'می‌خواهم',
    'क्षत्रिय क्‍ष',
    'ก็น้ำ',
    '日本語',
    '简体们闫',
    '繁體龍',
    '한국어',
    '© ® ™ ½ ① → ✓ € ₪ ₹ №',
    'a\u00A0b',
    '“don’t” — …',
  ])('%s stays as it is', (text) => {
    expect(printable(text)).toEqual({ text: text.normalize('NFC'), unprintable: [] });
  });

  test('decomposed letters are composed', () => {
    expect(printed('Z\u0307o\u0301\u0142c\u0301')).toBe('Żółć');
  });

  test('every kind of line end is one', () => {
    expect(printed('a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
  });
});

describe('text that has none', () => {
  test.each([
    ['🦄', 'U+1F984', '[unicorn]'],
    ['👍🏽', 'U+1F44D U+1F3FD', '[thumbs up, medium skin tone]'],
    ['👩‍👩‍👧', 'U+1F469 U+200D U+1F469 U+200D U+1F467', '[family woman, woman, girl]'],
    ['❤️', 'U+2764 U+FE0F', '[red heart]'],
    ['1️⃣', 'U+0031 U+FE0F U+20E3', '[keycap 1]'],
    ['🇨🇦', 'U+1F1E8 U+1F1E6', '[flag Canada]'],
    ['🇦🇽', 'U+1F1E6 U+1F1FD', '[flag Åland Islands]'],
    ['ᚠ', 'U+16A0', '[U+16A0]'],
    ['\u0000', 'U+0000', '[U+0000]'],
    ['\u001B', 'U+001B', '[U+001B]'],
    ['\u009F', 'U+009F', '[U+009F]'],
    ['\u202E', 'U+202E', '[U+202E]'],
    ['\u2066', 'U+2066', '[U+2066]'],
    ['\u3164', 'U+3164', '[U+3164]'],
    ['\u2800', 'U+2800', '[U+2800]'],
    ['\uD800', 'U+D800', '[U+D800]'],
    ['\uE000', 'U+E000', '[U+E000]'],
    ['\uFFFF', 'U+FFFF', '[U+FFFF]'],
    ['\u{E0100}', 'U+E0100', '[U+E0100]'],
  ])('%j is named', (character, codePoint, printedAs) => {
    expect(unprintableIn(`x ${character} y ${character}`)).toEqual([{ character, codePoint, printedAs }]);
    expect(printed(character)).toBe(printedAs);
  });

  test('a mark without a letter is named', () => {
    expect(printed('\u0301a')).toBe('[U+0301]a');
    expect(printed('a\n\u0301')).toBe('a\n[U+0301]');
  });

  test('only the part of a letter that cannot be drawn is replaced', () => {
    expect(printed('葛\u{E0100}')).toBe('葛[U+E0100]');
    expect(printed('e\u0301\u0310')).toBe('é[U+0310]');
  });

  test('marks piled on one letter do not run into the lines around', () => {
    expect(printed(`x${'\u0303'.repeat(10)}`)).toBe(`x${'\u0303'.repeat(8)}[U+0303][U+0303]`);
  });
});

test('whatever is typed, all that goes to paper has a font, and nothing typed is lost without being named', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { text: result, unprintable } = printable(text);
      for (const cluster of clustersOf(result))
        if (cluster !== '\n') expect(fileOfCluster(cluster, 400, hanFamilyOf(result)), cluster).not.toBeNull();
      expect(printable(result)).toEqual({ text: result, unprintable: [] });
      if (unprintable.length === 0) expect(result.replace(/\s/g, '')).toBe(text.normalize('NFC').replace(/\s|\u0085/g, ''));
    }),
    { numRuns: 500 },
  );
});

test('an emoji nobody has named yet is no crash', () => {
  expect([emojiName('\u{1FAFF}'), emojiName('x'), emojiName('')]).toEqual([null, null, null]);
});

describe('the bundled fonts', () => {
  test('can all be read, as plain fonts', () => {
    const heads = fontFileNames().map((file) => Buffer.from(fontBytes(file)).toString('hex', 0, 4));
    expect(heads.length).toBeGreaterThan(300);
    expect([...new Set(heads)].toSorted()).toEqual(['00010000', '774f4632']);
  });

  test('have both weights of Source Sans and one weight of the rest', () => {
    expect([fontFor(0x41, 600), fontFor(0x41, 400), fontFor(0x5d0, 600)]).toEqual([
      'source-sans-3-latin-600-normal.woff',
      'source-sans-3-latin-400-normal.woff',
      'noto-sans-hebrew-hebrew-400-normal.woff',
    ]);
    expect(fontFor(0x16a0, 400)).toBeNull();
  });

  test('give a letter and its mark from one file', () => {
    expect(fileForAll([0x1eb9, 0x300], 400)).toBe('source-sans-3-vietnamese-400-normal.woff');
  });

  test('set Han characters in one hand for a whole text', () => {
    expect(['東京の', '龍', '你好们', '한국 韓國'].map(hanFamilyOf)).toEqual([
      'noto-sans-jp',
      'noto-sans-jp',
      'noto-sans-sc',
      'noto-sans-kr',
    ]);
  });
});
