import { describe, expect, test } from 'vitest';
import { findingWeights } from '../../shared/finding.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { checkOf, infoOf, inkOutside, openedUp, pagesOf, textOf, withoutSpace, wordsOn } from '../documents/pdf.test-world.ts';
import { card, items, sheet, toldOf } from './safety-card.test-world.ts';
import { type CardToPrint, drawCardSheet } from './safety-pdf.ts';
import { clipped } from './safety-pdf-cuts.ts';

const papers = ['letter', 'a4'] as const;
const drawn = (
  more: Partial<SafetyCard> = {},
  paper: (typeof papers)[number] = 'letter',
  practice: Partial<CardToPrint['practice']> = {},
): Promise<Uint8Array> => drawCardSheet({ ...sheet, card: { ...card, ...more }, practice: { ...sheet.practice, ...practice, paper } });

/** In the order in which a card tells them. */
const careful = (told: SafetyCard['health']): SafetyCard['health'] =>
  [...told].sort((one, other) => findingWeights.indexOf(one.weight) - findingWeights.indexOf(other.weight));

const keepsOff = ({ weight }: SafetyCard['health'][number]): boolean =>
  weight === 'emergency' || weight === 'absolute' || weight === 'clearance';

const flat = (pdf: Uint8Array): string => textOf(pdf).replace(/\s+/g, ' ');

/** Sizes of all text that is drawn, in points. */
const sizesIn = (pdf: Uint8Array): readonly number[] => [...openedUp(pdf).matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));

test('says all of a card, from the stop signal on', async () => {
  const lastStop = { at: '2026-11-10T15:00:00.000Z', words: 'Hand up at: Calf, left. Hands off after 2 s.' };
  const pdf = await drawn({ lastStop });
  const text = flat(pdf);
  // Larger where there is room.
  expect(sizesIn(pdf)).toContain(10);
  for (const said of [
    'Alder Room',
    'Safety card',
    'Maya Rosario · she/her · born 14 March 1992',
    'As of 24 November 2026',
    'Stop: “amber”, or a lifted hand',
    'Stop signal tried 17 November 2026.',
    'Ready with limits.',
    'Out: Calf, left.',
    'apixaban: No sustained point pressure. Light at most.',
    'Light. A medicine: apixaban.',
    'Upper shoulder, left and right.',
    'Back of the neck.',
    'Face.',
    'Calf, left (A finding: Varicose veins).',
    'Sitting, feet on the floor. Not: Face down.',
    'A hand on my throat',
    'Cool water; Humming',
    '10 November 2026: Hand up at: Calf, left. Hands off after 2 s.',
    'Closed door; Lavender',
    'Maya, slowly',
    'Door: A little open',
    'Luz Rosario, 416 555 0143, sister',
    'Release of information, 14 December 2026',
    'Dr. S. Okafor, 20 November 2026: Varicose veins',
    'A place that is not named is out.',
    'page 1 of 1',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('Shortened');
});

test('says so where there is nothing, nobody or not yet', async () => {
  const text = flat(
    await drawn({
      stop: { word: '', gesture: '', rehearsedAt: null },
      health: [],
      medicines: [],
      emergencyContacts: [],
      underAge: true,
      readiness: {
        state: 'waiting',
        reasons: [{ state: 'waiting', code: 'no-consent', about: null, findingId: null, from: '', day: null }],
      },
      places: { open: [], ask: [], out: [], closed: [], allClosed: true },
    }),
  );
  for (const said of [
    'no word and no signal agreed yet',
    'not tried yet',
    'Nothing found.',
    'Nobody, by their choice.',
    'under age',
    'Waiting. Something is not there yet. The consent to bodywork is not signed.',
    'Every place is closed today.',
  ])
    expect(text).toContain(said);
  expect(flat(await drawn({ emergencyContacts: null }))).toContain('Not known yet.');
});

const twenty = careful(
  items
    .filter((_, index) => index % 5 === 0)
    .slice(0, 20)
    .map(({ id }) => toldOf(id, { places: ['Lower leg, left'] })),
);
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);

describe.each(papers)('on %s', (paper) => {
  test('twenty findings and long words stand on one page that can be read, each with what to do', async () => {
    expect(twenty).toHaveLength(20);
    const pdf = await drawn(
      { health: twenty, wouldStop: longWord, leaveOut: [longWord, longWord], chosenName: longWord, howToSpeak: `${longWord} `.repeat(20) },
      paper,
    );
    expect(pagesOf(pdf)).toHaveLength(1);
    const text = withoutSpace(textOf(pdf));
    for (const { condition, line } of twenty) {
      expect(text).toContain(withoutSpace(clipped(condition, 50)).replace('…', ''));
      expect(text).toContain(withoutSpace(clipped(line, 39)).replace('…', ''));
    }
    // The foot of every sheet stands at 8.5.
    expect(Math.min(...sizesIn(pdf).filter((size) => size !== 8.5))).toBe(9);
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(Math.max(...wordsOn(pdf).map(({ yMax }) => yMax))).toBeLessThan((paper === 'letter' ? 792 : 841.89) - 10);
  });

  test('everything that may be found at once is one page too, and nothing that keeps hands off is left out', async () => {
    const all = careful(items.map(({ id }) => toldOf(id)));
    const many = (count: number, word: string): string[] =>
      Array.from({ length: count }, (_, index) => `${word} ${index} ${'x'.repeat(180)}`);
    const pdf = await drawn(
      {
        health: all,
        medicines: Array.from({ length: 33 }, (_, index) => ({
          name: `M${index} ${'y'.repeat(190)}`,
          line: 'z '.repeat(900),
          ceiling: 1,
          places: many(30, 'Place'),
        })),
        places: {
          open: many(120, 'Open'),
          ask: many(120, 'Ask'),
          out: many(120, 'Out'),
          closed: many(40, 'Why').map((why) => ({ labels: many(40, 'Closed'), why })),
          allClosed: false,
        },
        wouldStop: 'words '.repeat(3_000),
        leaveOut: many(50, 'Leave'),
        helps: many(10, 'Help'),
        howToSpeak: 'W'.repeat(5_000),
        emergencyContacts: Array.from({ length: 20 }, () => ({ name: 'N'.repeat(200), role: 'R'.repeat(500), phone: '4'.repeat(200) })),
        endsSoon: Array.from({ length: 15 }, () => ({ title: 'T'.repeat(200), day: '2026-12-14' })),
        clearancesAsked: Array.from({ length: 30 }, () => ({ of: 'D'.repeat(200), day: '2026-11-20', about: many(20, 'About') })),
      },
      paper,
      { practiceName: 'P'.repeat(200), address: 'Address '.repeat(62) },
    );
    expect(pagesOf(pdf)).toHaveLength(1);
    const text = withoutSpace(textOf(pdf));
    const keepOff = all.filter(keepsOff);
    expect(keepOff.length).toBeGreaterThan(50);
    for (const { condition } of keepOff) expect(text).toContain(withoutSpace(clipped(condition, 20)).replace('…', ''));
    expect(flat(pdf)).toContain(`and ${all.length - keepOff.length} more on the health page`);
    expect(flat(pdf)).toContain('Shortened: all of it');
    expect(flat(pdf)).toContain('more on the body map');
  });

  test('a whole screen that was skipped names all that keeps hands off, and tells the rest by their number', async () => {
    const isRefused = (id: string): boolean => id === 'other-medical' || id === 'diabetes';
    const refused = { toAsk: false, refused: true, line: 'Not cleared by Dr. O.' };
    const blanks = items.map(({ id }) =>
      toldOf(id, { cause: 'not-answered', toAsk: true, line: 'Not answered.', ...(isRefused(id) ? refused : {}) }),
    );
    const pdf = await drawn({ health: careful([toldOf('dvt'), ...blanks.filter(({ findingId }) => findingId !== 'dvt')]) }, paper);
    expect(pagesOf(pdf)).toHaveLength(1);
    const text = withoutSpace(textOf(pdf));
    expect(flat(pdf)).toContain('Ask again, in person and in private:');
    for (const { condition } of blanks.filter(keepsOff)) expect(text).toContain(withoutSpace(clipped(condition, 20)).replace('…', ''));
    for (const id of ['other-medical', 'diabetes'])
      expect(text).toContain(withoutSpace(`${clipped(toldOf(id).condition, 50)}: Not cleared by Dr. O.`));
    expect(text).toContain(withoutSpace(clipped(toldOf('dvt').line, 24)).replace('…', ''));
    expect(flat(pdf)).toMatch(/and \d+ more on the health page/);
  });

  test('who is not cleared is told where there is room for names alone, also of what was lowered since', async () => {
    const all = careful(items.map(({ id }) => toldOf(id, id === 'diabetes' ? { refused: true, line: 'Not cleared by Dr. O.' } : {})));
    const pdf = await drawn({ health: all, leaveOut: [longWord.repeat(40)], howToSpeak: longWord.repeat(40) }, paper);
    expect(pagesOf(pdf)).toHaveLength(1);
    expect(flat(pdf)).toContain('Diabetes (not cleared)');
    expect(flat(pdf)).toMatch(/and \d+ more on the health page/);
  });
});

test('says in their words what has changed and was not gone through', async () => {
  const changes = [
    { at: '2026-11-23T15:58:07.000Z', words: 'New blood thinner' },
    { at: '2026-11-20T15:58:07.000Z', words: '' },
  ];
  const text = flat(await drawn({ changes }));
  expect(text).toContain('Has changed 23 November 2026: New blood thinner.');
  expect(text.match(/Has changed [^.]*/)?.[0]).not.toContain('20 November');
});

test('is tagged and sound, named after the sheet alone, and the same for the same card', async () => {
  const pdf = await drawn();
  expect(infoOf(pdf)).toMatch(/Title: +Safety card\n[\s\S]*Tagged: +yes\n[\s\S]*JavaScript: +no/);
  expect(infoOf(pdf, '-struct')).toMatch(/Document[\s\S]*H1[\s\S]*P/);
  expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  expect(Buffer.compare(pdf, await drawn())).toBe(0);
});
