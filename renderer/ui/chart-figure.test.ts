import { expect, test } from 'vitest';
import listText from '../../resources/clinical/body-areas.json?raw';
import pathsText from '../../resources/clinical/body-chart.json?raw';
import { areaByCode, chart } from './chart-figure.ts';

const paths: Record<string, { path: string; cx: number; cy: number; view: string }> = JSON.parse(pathsText);
const list: { items: { code: string; view: string; side: string; region: string }[] } = JSON.parse(listText);

test('the chart holds every area of the list, with the same place on the body', () => {
  expect(chart.areas).toHaveLength(88);
  expect(areaByCode.size).toBe(88);
  const place = ({ view, side, region }: { view: string; side: string; region: string }) => ({ view, side, region });
  expect(Object.fromEntries(chart.areas.map((area) => [area.code, place(area)]))).toEqual(
    Object.fromEntries(list.items.map((area) => [area.code, place(area)])),
  );
});

test('each path and anchor is the one read back when the chart was drawn', () => {
  expect(Object.fromEntries(chart.areas.map(({ code, d, cx, cy, view }) => [code, { path: d, cx, cy, view }]))).toEqual(paths);
});

test('hidden areas are drawn beside the figures, and still belong to the view of the list', () => {
  const count = (figure: string) => chart.areas.filter((area) => area.figure === figure).length;
  expect([count('front'), count('back'), count('head'), count('soles')]).toEqual([45, 39, 2, 2]);
  expect(chart.areas.filter(({ figure }) => figure === 'soles').map(({ view }) => view)).toEqual(['back', 'back']);
});

/** The middle of a path across the page: its numbers come in pairs. */
const middle = (d: string): number => {
  const xs = [...d.matchAll(/-?[\d.]+/g)].map(([digits]) => Number(digits)).filter((_, index) => index % 2 === 0);
  return (Math.min(...xs) + Math.max(...xs)) / 2;
};

test('lines and captions go with the figure they are drawn on', () => {
  const strong = chart.inks.filter(({ faint }) => !faint);
  expect([chart.contexts.length, chart.silhouettes.length, chart.inks.length, strong.length]).toEqual([6, 10, 194, 47]);
  const lines = [...chart.contexts, ...chart.silhouettes, ...chart.inks];
  const count = (figure: string) => lines.filter((line) => line.figure === figure).length;
  expect(lines.filter(({ figure, d }) => figure === 'front' && middle(d) > 445)).toEqual([]);
  expect(lines.filter(({ figure, d }) => figure === 'back' && middle(d) < 555)).toEqual([]);
  expect(lines.filter(({ figure, d }) => ['head', 'soles'].includes(figure) && Math.abs(middle(d) - 500) > 100)).toEqual([]);
  expect(count('head')).toBeGreaterThan(4);
  expect(count('soles')).toBeGreaterThan(4);
  expect(chart.captions.map(({ key, figure, small }) => [key, figure, small])).toEqual([
    ['front', 'front', false],
    ['back', 'back', false],
    ['inset-head', 'head', true],
    ['inset-soles', 'soles', true],
  ]);
});

test('the person stands before you in the front view, and has their back to you in the others', () => {
  const leftOfUs = (figure: string) => chart.sideMarks.filter((mark) => mark.figure === figure).toSorted((a, b) => a.x - b.x)[0]?.side;
  expect([leftOfUs('front'), leftOfUs('back'), leftOfUs('head'), leftOfUs('soles')]).toEqual(['right', 'left', 'left', 'left']);
});
