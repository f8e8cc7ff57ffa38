import { describe, expect, test } from 'vitest';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { checkOf, head, infoOf, inkOutside, openedUp, pictureOf, textOf, wordsOn } from './pdf.test-world.ts';
import type { BodyFigure } from './pdf-body-chart.ts';
import type { ChartSign } from './pdf-chart-signs.ts';
import { openFrame } from './pdf-frame.ts';
import { pdfPath } from './pdf-paths.ts';

const { chart } = loadClinicalContent(installation().clinical, () => undefined);
const captions = { front: 'Front', back: 'Back', 'inset-head': 'Side of the head', 'inset-soles': 'Soles' };
const legend = [
  { sign: 'in', label: 'Welcome' },
  { sign: 'ask', label: 'On asking' },
  { sign: null, label: 'L and R are their own' },
] as const;

const drawn = async (signs: BodyFigure['signs'], paper: 'letter' | 'a4' = 'letter', height = 440): Promise<Uint8Array> => {
  const frame = await openFrame({ ...head, paper });
  frame.bodyChart({ chart, signs, alt: 'Front and back, in words', captions, sides: { left: 'L', right: 'R' }, height }, legend);
  return frame.finish();
};

/** What the page shows in a small disc beside the middle of a place: its middle grey and the share that is dark. */
const shownAt = (pdf: Uint8Array, code: string): { readonly grey: number; readonly dark: number } => {
  const [, scale, x, y] = /^(0\.\d+) 0 0 \1 (-?[\d.]+) (-?[\d.]+) cm$/m.exec(openedUp(pdf)) ?? [];
  const area = chart.areas.find((one) => one.code === code);
  if (!area || !scale) throw new Error(`${code} is not drawn`);
  const { width, scale: perPoint, pixels } = pictureOf(pdf, 1);
  // Beside the sign in the middle.
  const at = { x: (area.cx * Number(scale) + Number(x) + 5) * perPoint, y: (area.cy * Number(scale) + Number(y) + 5) * perPoint };
  const radius = 3 * perPoint;
  const values: number[] = [];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      if (dx * dx + dy * dy <= radius * radius) values.push(pixels[Math.round(at.y + dy) * width + Math.round(at.x + dx)] ?? 0);
  const dark = values.filter((value) => value < 160).length / values.length;
  return { grey: values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0, dark };
};

/** Wide enough that nothing but its own pattern lies beside its middle. */
const wide = 'B-CALF-R';

describe('the figure', () => {
  test('tells each sign from the others without colour', async () => {
    const seen = async (sign: ChartSign) => shownAt(await drawn({ [wide]: sign }), wide);
    const [inside, ask, out, none, bound] = [
      await seen('in'),
      await seen('ask'),
      await seen('out'),
      await seen('none'),
      await seen('not-offered'),
    ];
    expect(none).toEqual({ grey: 255, dark: 0 });
    expect(inside).toEqual({ grey: expect.toSatisfy((grey: number) => grey > 220 && grey < 240), dark: 0 });
    expect(bound).toEqual({ grey: expect.toSatisfy((grey: number) => grey > 200 && grey < 220), dark: 0 });
    expect(ask.grey).toBe(255);
    expect(ask.dark).toBeGreaterThan(0.05);
    expect(ask.dark).toBeLessThan(0.2);
    expect(out.dark).toBeGreaterThan(0.1);
    expect(shownAt(await drawn({}), wide)).toEqual(none);
  });

  test('draws a pattern in its own place alone', async () => {
    const pdf = await drawn({ [wide]: 'out', 'B-CALF-L': 'none', 'B-LUMBAR': 'ask' });
    expect(shownAt(pdf, 'B-CALF-L')).toEqual({ grey: 255, dark: 0 });
    expect(shownAt(pdf, 'B-THIGH-L')).toEqual({ grey: 255, dark: 0 });
    expect(shownAt(pdf, 'B-LUMBAR').dark).toBeGreaterThan(0.04);
  });

  test('has an edge round a place that has a sign, and none in plain skin', async () => {
    const paths = (pdf: Uint8Array): number =>
      openedUp(pdf).split(pdfPath(chart.areas.find(({ code }) => code === wide)!.d).operators).length - 1;
    expect(paths(await drawn({}))).toBe(0);
    expect(paths(await drawn({ [wide]: 'none' }))).toBe(1);
    expect(paths(await drawn({ [wide]: 'in' }))).toBe(2);
  });

  test('is one figure with its words for a reader who does not see it, in a tagged file', async () => {
    const pdf = await drawn({ [wide]: 'in' });
    expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
    expect(infoOf(pdf, '-struct')).toMatch(/^\s+Figure/m);
    expect(openedUp(pdf)).toContain('/Alt (Front and back, in words)');
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  });

  test.each(['letter', 'a4'] as const)('stands on %s with its letters and the meaning of its signs', async (paper) => {
    const pdf = await drawn({ [wide]: 'in' }, paper, 2_000);
    expect(inkOutside(pdf, 53)).toBe(0);
    const text = textOf(pdf);
    for (const words of [...Object.values(captions), ...legend.map(({ label }) => label)]) expect(text).toContain(words);
    const letters = wordsOn(pdf).filter(({ text: word }) => word === 'L' || word === 'R');
    expect(letters.map(({ text: word }) => word).sort()).toEqual(['L', 'L', 'L', 'L', 'L', 'R', 'R', 'R', 'R', 'R']);
    const front = wordsOn(pdf).find(({ text: word }) => word === 'Front')!;
    const beside = letters.filter(({ yMin, yMax, xMin }) => yMax < front.yMin && yMin < 400 && Math.abs(xMin - front.xMin) < 90);
    // In the front view the person's right is at the viewer's left.
    expect(beside.sort((one, other) => one.xMin - other.xMin).map(({ text: word }) => word)).toEqual(['R', 'L']);
  });

  test('is the same bytes each time', async () => {
    const signs = Object.fromEntries(
      chart.areas.map(({ code }, index) => [code, (['in', 'ask', 'out', 'none', 'not-offered'] as const)[index % 5]!]),
    );
    expect(Buffer.from(await drawn(signs)).equals(Buffer.from(await drawn(signs)))).toBe(true);
  });
});

describe('a path', () => {
  test('keeps its numbers and the commands that follow each other', () => {
    expect(pdfPath('M1.5 2L3 -4C5 6 7 8 9 10 11 12 13 14 15 16Z')).toEqual({
      operators: '1.5 2 m 3 -4 l 5 6 7 8 9 10 c 11 12 13 14 15 16 c h',
      left: 1.5,
      top: -4,
      right: 15,
      bottom: 16,
    });
  });
  test('of another command is not guessed at', () => expect(() => pdfPath('M0 0A1 1 0 0 0 2 2')).toThrow('no path command: A'));
});
