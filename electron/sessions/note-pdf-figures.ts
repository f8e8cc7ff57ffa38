import type { BodyArea } from '../../shared/body-areas.ts';
import type { BodyChart } from '../../shared/body-chart.ts';
import type { NoteValue } from '../../shared/note-values.ts';
import { bothSides } from '../consent/both-sides.ts';
import { drawMarked } from '../consent/map-pdf-figure.ts';
import { words as mapWords } from '../consent/map-pdf-words.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { words } from './note-pdf-words.ts';

/** The chart, and each place as it is named and drawn. */
export type Places = { readonly chart: BodyChart; readonly places: readonly BodyArea[] };

/** Of a figure, in points: small, for the words beside it say it all. */
const height = 210;

const labelsOf = (places: readonly BodyArea[], codes: readonly string[]): readonly string[] => [
  ...bothSides(places.filter(({ code }) => codes.includes(code)).map((area) => ({ area, said: '' }))),
  ...codes.filter((code) => places.every((place) => place.code !== code)),
];

/** In words: what is in, to be asked for, and out. `isWhole`: what is not named is out. */
export const areaWords = ({ places }: Places, areas: NonNullable<NoteValue['areas']>, isWhole: boolean): string => {
  const isBound = (code: string): boolean => places.some((place) => place.code === code && !place.offered);
  const said = (['yes', 'ask', 'no'] as const).flatMap((state) => {
    const marked = labelsOf(
      places,
      Object.keys(areas).filter((code) => areas[code] === state && !isBound(code)),
    );
    return marked.length > 0 ? [`${words.states[state]}: ${marked.join('; ')}.`] : [];
  });
  const bounds = labelsOf(places, Object.keys(areas).filter(isBound));
  if (bounds.length > 0) said.push(`${words.notOffered}: ${bounds.join('; ')}.`);
  return [...said, ...(isWhole ? [said.length > 0 ? words.otherAreasOut : words.noAreas] : [])].join('\n');
};

/** Where hands were, in words. */
export const workedWords = (places: readonly BodyArea[], codes: readonly string[]): string =>
  words.workedAt(labelsOf(places, codes).join('; '));

/** The map as it was kept with the note. */
const drawConsentMap = (frame: Frame, all: Places, areas: NonNullable<NoteValue['areas']>): void =>
  frame.together(() => {
    frame.heading(3, words.consentMap);
    drawMarked(frame, { chart: all.chart, shown: all.places, states: areas, height });
  });

/** Where hands were in the session. */
const drawWorked = (frame: Frame, { chart, places }: Places, codes: readonly string[]): void => {
  const worked = labelsOf(places, codes).join('; ');
  frame.together(() => {
    frame.heading(3, words.worked);
    frame.bodyChart(
      {
        chart,
        signs: Object.fromEntries(codes.map((code) => [code, 'in' as const])),
        alt: words.workedAlt(worked),
        captions: mapWords.captions,
        sides: mapWords.letters,
        height,
      },
      [
        { sign: 'in', label: words.workedAt(worked) },
        { sign: null, label: mapWords.sides },
      ],
    );
  });
};

type Drawn = { readonly marked: NoteValue['areas']; readonly worked: readonly string[] };

/** Both charts of a visit, one under the other, so that what was agreed and what was done are seen at once. */
export const drawFigures = (frame: Frame, all: Places, { marked, worked }: Drawn): void => {
  if (!marked && worked.length === 0) return;
  frame.heading(2, words.figures);
  if (marked) drawConsentMap(frame, all, marked);
  if (worked.length > 0) drawWorked(frame, all, worked);
};
