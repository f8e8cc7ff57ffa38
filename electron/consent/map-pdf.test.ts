import { describe, expect, test } from 'vitest';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf, withoutSpace } from '../documents/pdf.test-world.ts';
import { pdfPath } from '../documents/pdf-paths.ts';
import { fullAreas, map, placesIn, sheet } from './map-pdf.test-world.ts';
import { drawMapSheet, type MapToPrint } from './map-pdf.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
const drawn = async (changes: Partial<MapToPrint> = {}) => {
  const pdf = await drawMapSheet({ ...sheet, ...changes });
  return { pdf, text: running(textOf(pdf)) };
};
const withMap = (changes: Partial<ConsentMap>): Partial<MapToPrint> => ({ map: { ...map, ...changes } });

/** How often the outline of a place is drawn on the figure. */
const linesOf = (pdf: Uint8Array, code: string): number => {
  const area = sheet.chart.areas.find((one) => one.code === code);
  return openedUp(pdf).split(pdfPath(area?.d ?? '').operators).length - 1;
};

describe('the sheet of a body map', () => {
  test('says whose it is, when and how it was made, how firm, and how to stop', async () => {
    const { text } = await drawn();
    for (const words of [
      'Maya Rivera Ortega, called Maya Rivera',
      '14 March 1991',
      '23 November 2026 at 10:58:07, America/Toronto (UTC-05:00)',
      'Made together with Łucja Nowak',
      'In force on 24 November 2026, when this was printed',
      'Firmest contact Light',
      'The word “lighthouse”, the signal: a lifted hand',
      'In their words Not my face.',
      'A place that is not listed is out.',
      'Printed 24 November 2026 · page 1 of 2',
    ])
      expect(text).toContain(words);
  });

  test('lists each mark once, with its limit where it has one of its own', async () => {
    const { text } = await drawn();
    expect(text).toMatch(/Out, as marked Head Face and forehead Ask me each time Hands Palm and fingers, left \(resting hand at most\) In/);
    expect(text).toMatch(/In Shoulders Top of the shoulder, left and right Hands Palm and fingers, right \(no contact\)/);
    expect(text).toContain('Not offered by this practice, and out: Front of the neck / throat; Groin and genital area;');
  });

  test.each([
    ['together', 'Made together with Łucja Nowak'],
    ['intake', 'Marked by the client in the intake, gone through with Łucja Nowak'],
    ['consent', 'Marked by the client in a signed consent, completed with Łucja Nowak'],
    ['handover', 'Closed by the client on the screen, before it was read through with Łucja Nowak'],
    ['withdrawal', 'Places taken back, written down by Łucja Nowak'],
  ] as const)('from %s', async (source, words) => expect((await drawn(withMap({ source }))).text).toContain(words));

  test('that was replaced says so, and since when', async () => {
    const { text } = await drawn({ replacedAt: '2026-11-24T09:00:00.000Z' });
    expect(text).toContain('No more: a newer map was made on 24 November 2026');
    expect(text).not.toContain('In force');
  });

  test('tells what changed since the one before, and nothing where nothing did', async () => {
    const before: ConsentMap = {
      ...map,
      madeAt: '2026-10-01T09:00:00.000Z',
      ceiling: 3,
      areas: {
        ...map.areas,
        'F-FACE': { state: 'ask', ceiling: 3 },
        'F-PALM-L': { state: 'yes', ceiling: 3 },
        'X-OLD': { state: 'yes', ceiling: 1 },
      },
    };
    const { text } = await drawn({ before });
    expect(text).toMatch(/What changed since the map before The map before was made on 1 October 2026 at 05:00:00/);
    expect(text).toMatch(/Firmest contact Light; it was medium Now out .*Face and forehead \(was ask me each time\)/);
    expect(text).toContain('X-OLD (was in, resting hand at most)');
    expect(text).toContain('Now ask me each time Palm and fingers, left (was in; now resting hand at most)');
    expect(text.split('What changed')[1]).not.toContain('Top of the shoulder');
    expect((await drawn({ before: map })).text).not.toContain('What changed');
  });

  test('names what was marked and is not offered now, or not known, as out', async () => {
    const areas = {
      ...map.areas,
      'F-BREAST-L': { state: 'ask', ceiling: 2 },
      'X-OLD': { state: 'yes', ceiling: 2 },
      'X-OUT': { state: 'no', ceiling: 0 },
    } as const;
    const { pdf, text } = await drawn(withMap({ areas }));
    expect(linesOf(pdf, 'F-BREAST-L')).toBe(0);
    expect(linesOf(pdf, 'F-FACE')).toBeGreaterThan(0);
    expect(text).not.toMatch(/Chest Breast/);
    expect(text).toContain('Marked, but not offered here now, and out Breast / chest tissue, left');
    expect(text).toContain('Marked under a name that is not used any more, and out X-OLD Not offered');
    const { pdf: turnedOn, text: on } = await drawn({ ...placesIn('US-CO', ['F-BREAST-L']), ...withMap({ areas }) });
    expect(linesOf(turnedOn, 'F-BREAST-L')).toBeGreaterThan(0);
    expect(on).not.toContain('not offered here now');
    expect(on).toMatch(/Ask me each time Hands Palm and fingers, left \(resting hand at most\) Chest Breast \/ chest tissue, left In/);
  });

  test('of nothing says that everything is out', async () => {
    const { pdf, text } = await drawn({
      ...withMap({ areas: {}, ceiling: 0, words: '' }),
      client: { ...sheet.client!, stopWord: '', stopGesture: '' },
    });
    expect(text).toContain('No place is marked. Every place is out.');
    expect(text).toContain('Stop signal Not agreed yet');
    expect(text).toContain('Firmest contact No contact');
    expect(checkOf(pdf)).toContain('No syntax');
  });

  test('tells the figure in words to who does not see it', async () => {
    const alt = openedUp((await drawn()).pdf).match(/\/Alt \((Body chart.*?)\)\n/s)?.[1] ?? '';
    expect(alt.replace(/\\/g, '')).toBe(
      'Body chart, front and back. Out, as marked: Face and forehead. Ask me each time: Palm and fingers, left. In: Palm and fingers, right; Top of the shoulder, left; Top of the shoulder, right. Every other place is out. Not offered: Front of the neck / throat; Groin and genital area; Between the buttocks / perineum; Armpit, left; Armpit, right.',
    );
  });
});

describe('on paper', () => {
  test.each(['letter', 'a4'] as const)(
    'a full map is two pages of %s, tagged, its fonts in it, the same bytes each time',
    async (paper) => {
      const full = { ...withMap({ areas: fullAreas, words: '' }), practice: { ...sheet.practice, paper } };
      const { pdf } = await drawn(full);
      expect(pagesOf(pdf)).toHaveLength(2);
      expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
      expect(fontsOf(pdf).every(({ embedded, unicode }) => embedded && unicode)).toBe(true);
      expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
      expect(inkOutside(pdf, 53)).toBe(0);
      expect(Buffer.from((await drawn(full)).pdf).equals(Buffer.from(pdf))).toBe(true);
    },
  );

  test.each([
    ['Hebrew', 'דוד כהן', 'דוד כהן'],
    ['Arabic', 'محمد الأحمد', 'محمد الأحمد'],
    ['Japanese', '山田太郎', '山田太郎'],
    ['an emoji', 'Maya 🦄', 'Maya [unicorn]'],
  ])('a name and words in %s', async (_, name, shown) => {
    const { pdf, text } = await drawn({
      ...withMap({ words: name }),
      client: { ...sheet.client!, legalName: '', chosenName: name, stopWord: name },
    });
    expect(text).toContain(shown);
    expect(checkOf(pdf)).toContain('No syntax');
  });

  test('names of 200 characters and very long words go over as many pages as they take', async () => {
    const long = 'W'.repeat(200);
    const client = { legalName: long, chosenName: long, birthDate: null, stopWord: long, stopGesture: long };
    const { pdf } = await drawn({
      client,
      practice: { ...sheet.practice, practiceName: long, address: long },
      ...withMap({ words: 'a b '.repeat(5_000) }),
    });
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(checkOf(pdf)).toContain('No syntax');
  });
});

describe('an empty chart', () => {
  test('has three boxes for each place, the safest first, and names what is not offered', async () => {
    const { text } = await drawn({ map: null });
    const markable = sheet.areas.filter(({ offered, turnedOn }) => offered && turnedOn);
    expect(text.match(/Out Ask In/g)).toHaveLength(markable.length);
    const squeezed = withoutSpace(text);
    for (const { label } of markable) expect(squeezed).toContain(withoutSpace(`${label}OutAskIn`));
    expect(text).toContain('Not offered by this practice, and out: Front of the neck / throat;');
    expect(text).not.toContain('Breast');
    expect(text).toContain('Jaw, left Out Ask In Jaw, right Out Ask In');
    expect(text).toMatch(/The firmest contact I allow anywhere.*No contact.*Resting hand Light Medium Firm/);
    expect(text).toContain('Maya Rivera Ortega');
    expect(text).toContain('A place without a tick is out.');
  });

  test('for whoever comes has a line for the name, and is two pages', async () => {
    for (const paper of ['letter', 'a4'] as const) {
      const { pdf, text } = await drawn({ map: null, client: null, practice: { ...sheet.practice, paper } });
      expect(text).not.toContain('Maya');
      expect(pagesOf(pdf)).toHaveLength(2);
      expect(infoOf(pdf, '-struct')).toMatch(/^\s+Figure/m);
      expect(inkOutside(pdf, 53)).toBe(0);
    }
  });
});
