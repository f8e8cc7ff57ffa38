import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOf, fontsOf, head, infoOf, inkOutside, openedUp, pagesOf, textOf, withoutSpace, wordsOn } from './pdf.test-world.ts';
import { type Frame, openFrame } from './pdf-frame.ts';
import { printable } from './printable.ts';

const drawn = async (lay: (frame: Frame) => void, changes: Partial<typeof head> = {}): Promise<Uint8Array> => {
  const frame = await openFrame({ ...head, ...changes });
  lay(frame);
  return frame.finish();
};
const paragraphs = (...texts: readonly string[]): Promise<Uint8Array> =>
  drawn((frame) => texts.forEach((text) => void frame.paragraph(text)));

describe('the text that comes out is the text that went in', () => {
  test.each([
    ['Polish', 'Zażółć gęślą jaźń, Łódź'],
    ['ligatures', 'office fjord waffle offline'],
    ['Vietnamese', 'Nguyễn Thị Phượng ở Hà Nội, ẹ̀ q̃ n̄'],
    ['Greek', 'Γειά σου Κόσμε ἀρχή'],
    ['Cyrillic', 'Привет, мир Ґґ Ѣ'],
    ['Hebrew', 'שלום עולם'],
    ['pointed Hebrew', 'שָׁלוֹם עֲלֵיכֶם'],
    ['Arabic', 'مرحبا بالعالم'],
    ['Arabic ligatures', 'السلام عليكم ورحمة الله'],
    ['pointed Arabic', 'مُحَمَّد الأحمد'],
    ['Persian with a non-joiner', 'می‌خواهم بروم'],
    ['Urdu', 'نمستہ'],
    ['a mark its letter has no place for', 'فٍ ء'],
    ['Devanagari', 'नमस्ते दुनिया किताब क्षत्रिय हिन्दी'],
    ['Thai', 'สวัสดีชาวโลก ก็น้ำ'],
    ['Japanese', '日本語のテキスト、東京。'],
    ['Chinese', '简体中文：你好们'],
    ['Korean', '한국어 텍스트 안녕하세요'],
    ['spaces and hyphens of their own', 'a\u00A0b c\u2011d soft\u00ADhyphen zero\u200Bwidth'],
    ['what PDF strings escape', '[x] \\ (paren) <tag> & "q" %PDF /JavaScript'],
    ['an emoji', 'so 🦄'],
  ])('%s', async (_, text) => {
    expect(textOf(await paragraphs(text))).toContain(printable(text).text);
  });

  test('plain right-to-left words are drawn as text, only others as outlines with letters under them', async () => {
    expect(openedUp(await paragraphs('שלום עולם'))).not.toContain('3 Tr');
    expect(openedUp(await paragraphs('الأحمد'))).toContain('3 Tr');
  });

  test('words of both directions in one line', async () => {
    const found = textOf(await paragraphs('Hello שלום (עולם) world and مرحبا 2024', 'محمد (لا) ١٢٣ 456', 'שלום, ok?'));
    for (const word of ['Hello', 'שלום', 'עולם', 'world', 'مرحبا', '2024', 'محمد', 'لا', '١٢٣', '456', 'ok']) expect(found).toContain(word);
  });

  const between = (...ranges: readonly (readonly [number, number])[]): fc.Arbitrary<string> =>
    fc.oneof(...ranges.map(([from, to]) => fc.integer({ min: from, max: to }).map((codePoint) => String.fromCodePoint(codePoint))));
  /** Letters, each with up to two marks. */
  const marked = (letters: fc.Arbitrary<string>, marks: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(
        letters.filter((one) => /[\p{L}\p{Nd}\p{P}]/u.test(one)),
        fc.uniqueArray(
          marks.filter((one) => /\p{M}/u.test(one)),
          { maxLength: 2 },
        ),
      )
      .map(([letter, all]) => letter + all.join(''));
  const scripts: Readonly<Record<string, fc.Arbitrary<string>>> = {
    Latin: marked(between([0x21, 0x7e], [0xa1, 0x17f], [0x1e00, 0x1ef9]), between([0x300, 0x304], [0x323, 0x323])),
    'Greek and Cyrillic': between([0x391, 0x3a1], [0x3a3, 0x3c9], [0x400, 0x45f]),
    Hebrew: marked(between([0x5d0, 0x5ea]), between([0x5b0, 0x5bc])),
    Arabic: marked(between([0x621, 0x63a], [0x641, 0x64a]), between([0x64b, 0x652])),
    Devanagari: marked(between([0x904, 0x939]), between([0x93e, 0x94d])),
    Thai: marked(between([0xe01, 0xe30], [0xe40, 0xe46]), between([0xe31, 0xe3a], [0xe47, 0xe4d])),
    CJK: between([0x3041, 0x3096], [0x4e00, 0x9fa5], [0xac00, 0xd7a3]),
  };
  test.each(Object.keys(scripts))('random words in %s', async (script) => {
    const word = fc.array(scripts[script] ?? fc.constant(''), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const pdf = await paragraphs(typed);
        expect(withoutSpace(textOf(pdf))).toContain(withoutSpace(printable(typed).text));
      }),
      { numRuns: 12 },
    );
  });
});

describe('the page', () => {
  test.each([
    ['letter', '612 x 792 pts (letter)'],
    ['a4', '595.28 x 841.89 pts (A4)'],
  ] as const)('is %s', async (paper, size) => {
    expect(infoOf(await drawn((frame) => frame.paragraph('x'), { paper }))).toContain(`Page size:       ${size}`);
  });

  test('holds whatever length a word has, in any script, within its margins', async () => {
    const long = [
      'x'.repeat(3_000),
      'ש'.repeat(500),
      'م'.repeat(500),
      '語'.repeat(500),
      'क्ष'.repeat(300),
      'ที่'.repeat(300),
      'Wmiłość'.repeat(80),
    ];
    const pdf = await drawn(
      (frame) => {
        for (const text of long) frame.answer('label', text, true);
        frame.heading(1, 'H'.repeat(300));
        frame.list(['L'.repeat(200), 'i'.repeat(200)]);
        frame.facts([['N'.repeat(60), 'v'.repeat(400)]], 'small');
      },
      {
        foot: { ...head.foot, name: 'F'.repeat(200) },
        practice: { name: 'P'.repeat(200), address: 'A'.repeat(500) },
        title: 'T'.repeat(200),
      },
    );
    const found = withoutSpace(textOf(pdf));
    for (const [character, count] of [
      ['x', 3_000],
      ['ש', 500],
      ['語', 500],
    ] as const)
      expect(found.split(character).length - 1).toBeGreaterThanOrEqual(count);
    expect(inkOutside(pdf, 53)).toBe(0);
    for (const { xMin, xMax, yMin, yMax } of wordsOn(pdf)) {
      expect(xMin).toBeGreaterThan(53);
      expect(xMax).toBeLessThan(612 - 53);
      expect(yMin).toBeGreaterThan(20);
      expect(yMax).toBeLessThan(792 - 10);
    }
  });

  test('says which it is of how many, and whose', async () => {
    const pages = pagesOf(await paragraphs(...Array.from({ length: 120 }, (_, index) => `Paragraph ${index} `.repeat(20))));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toContain(`23 November 2026 · page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Maya Rivera');
    });
  });

  test('never ends with a heading, nor splits what stays together', async () => {
    for (let lines = 20; lines < 40; lines++) {
      const pdf = await drawn((frame) => {
        for (let line = 0; line < lines; line++) frame.paragraph(`line ${line}`);
        frame.heading(2, 'A heading');
        frame.paragraph('under it '.repeat(40));
        frame.together(() => {
          frame.paragraph('first of three');
          frame.space(30);
          frame.paragraph('third of three');
        });
      });
      for (const page of pagesOf(pdf)) {
        expect(page.includes('A heading')).toBe(/A heading\s+under it/.test(page));
        expect(page.includes('first of three')).toBe(page.includes('third of three'));
      }
    }
  });
});

describe('the file', () => {
  test('is tagged, titled, sound, made of embedded fonts and does nothing by itself', async () => {
    const pdf = await drawn((frame) => {
      frame.heading(1, 'Title');
      frame.paragraph('Text עברית عربي नमस्ते');
      frame.list(['one', 'two', 'three']);
      frame.signatures([
        {
          mark: {
            method: 'drawn',
            strokes: [
              [
                { x: 1, y: 1 },
                { x: 90, y: 40 },
              ],
              [{ x: 5, y: 5 }],
            ],
            width: 100,
            height: 50,
            alt: 'Signature of Maya',
          },
          intent: 'I agree',
          role: 'Client',
          evidence: ['Maya'],
        },
      ]);
    });
    expect(infoOf(pdf)).toMatch(/Title: +Consent & <other> words\n[\s\S]*Tagged: +yes\n[\s\S]*JavaScript: +no\n[\s\S]*PDF version: +1\.7/);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(fontsOf(pdf).length).toBeGreaterThan(3);
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(infoOf(pdf, '-struct')).toMatch(/Document[\s\S]*H1[\s\S]*P[\s\S]*L\b[\s\S]*LI[\s\S]*LBody[\s\S]*Sect[\s\S]*Figure/);
    const open = openedUp(pdf);
    expect(open).toContain('(D:20261123155807Z)');
    expect(open).toContain('/Alt (Signature of Maya)');
    expect(open).toContain('&amp; &lt;other&gt; words');
    expect(open).toContain(`(${head.documentId})`);
    expect(open).toMatch(/\/Lang \(en\)/);
    expect(open).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA|SubmitForm|EmbeddedFiles?)\b/);
  });

  test('is the same bytes for the same input, and other bytes for another document', async () => {
    const lay = (frame: Frame): void => frame.paragraph('Zażółć שלום الله 🦄 語');
    const [one, two, other] = [
      await drawn(lay),
      await drawn(lay),
      await drawn(lay, { documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ac' }),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });
});
