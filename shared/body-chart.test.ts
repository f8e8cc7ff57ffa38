import { expect, test } from 'vitest';
import { parseBodyChart } from './body-chart.ts';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" class="body-chart">
<title>Body chart, front and back</title>
<g class="contexts" fill="#f5eee3"><path class="context ear" d="M269.98 89.11C270 87 271 86 273 86Z"/><path class="context head" d="M551.6 62C558 62 565 63 571 66Z"/></g>
<g class="areas"><g class="figure figure-front">
<path id="F-FACE" class="area" data-label="Face and forehead" data-view="front" data-side="centre" data-region="head" data-cx="232" data-cy="92.9" d="M232 56.15C1 2 3 4 5 6Z"/>
</g><g class="inset inset-soles">
<path id="B-SOLE-L" class="area" data-label="Sole" data-view="back" data-side="left" data-region="foot" data-cx="466" data-cy="825" d="M466 742C1 2 3 4 5 6Z"/>
</g></g>
<g id="outline" class="outline"><g class="silhouettes"><path class="silhouette" d="M768 34C1 2 3 4 5 6"/></g>
<g class="inks"><path class="ink faint" opacity=".55" d="M240 95C1 2 3 4 5 6"/><path class="ink" d="M466 800C1 2 3 4 5 6"/></g></g>
<g class="captions"><text class="caption small" data-text="inset-head" x="500" y="42">Side of the head</text>
<g class="sides"><text class="side-mark" data-text="side-L" x="328" y="150">L</text></g></g></svg>`;

test('everything that is drawn is read, with the figure it stands on', () => {
  expect(parseBodyChart(svg)).toEqual({
    viewBox: { x: 0, y: 0, width: 1000, height: 1000 },
    contexts: [
      { d: 'M269.98 89.11C270 87 271 86 273 86Z', figure: 'front', kind: 'ear' },
      { d: 'M551.6 62C558 62 565 63 571 66Z', figure: 'head', kind: 'head' },
    ],
    areas: [
      { code: 'F-FACE', d: 'M232 56.15C1 2 3 4 5 6Z', cx: 232, cy: 92.9, view: 'front', side: 'centre', region: 'head', figure: 'front' },
      { code: 'B-SOLE-L', d: 'M466 742C1 2 3 4 5 6Z', cx: 466, cy: 825, view: 'back', side: 'left', region: 'foot', figure: 'soles' },
    ],
    silhouettes: [{ d: 'M768 34C1 2 3 4 5 6', figure: 'back' }],
    inks: [
      { d: 'M240 95C1 2 3 4 5 6', figure: 'front', faint: true },
      { d: 'M466 800C1 2 3 4 5 6', figure: 'soles', faint: false },
    ],
    captions: [{ key: 'inset-head', x: 500, y: 42, small: true, figure: 'head' }],
    sideMarks: [{ side: 'left', x: 328, y: 150, figure: 'front' }],
  });
});

test.each([
  ['no viewBox', svg.replace('viewBox', 'box')],
  ['no area', svg.replaceAll('class="area"', 'class="zone"')],
  ['no silhouette', svg.replace('class="silhouette"', 'class="edge"')],
  ['path F-FACE has no d', svg.replace(' d="M232', ' c="M232')],
  ['data-cx of F-FACE is no number', svg.replace('data-cx="232"', 'data-cx="here"')],
  ['data-side of F-FACE is middle', svg.replace('data-side="centre"', 'data-side="middle"')],
  ['F-FACE stands on no figure', svg.replace('figure figure-front', 'figure')],
  ['a path does not begin at a point', svg.replace('M768 34', 'L768 34')],
  ['no viewBox', ''],
])('a text that is no such chart is refused: %s', (what, text) => {
  expect(() => parseBodyChart(text)).toThrow(what);
});
