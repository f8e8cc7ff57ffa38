import type { BodyChart } from '../../shared/body-chart.ts';
import { type AreaState, areaStates, type FormArea } from '../../shared/consent-form.ts';
import { type ChartSign, chartSigns } from '../documents/pdf-chart-signs.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { words } from './map-pdf-words.ts';

/** The figure on a sheet or in a signed form. */
type MarkedFigure = {
  readonly chart: BodyChart;
  /** Every other place is skin like any other. */
  readonly shown: readonly Pick<FormArea, 'code' | 'label' | 'offered'>[];
  /** By code; null on one that is there to be marked by hand. */
  readonly states: Readonly<Record<string, AreaState>> | null;
  /** In points. */
  readonly height: number;
};

const signOf: Record<AreaState, ChartSign> = { yes: 'in', ask: 'ask', no: 'out' };

const signFor = (code: string, offered: boolean, states: MarkedFigure['states']): ChartSign => {
  const state = states?.[code];
  return offered ? (state ? signOf[state] : 'none') : 'not-offered';
};

const altOf = ({ shown, states }: MarkedFigure): string => {
  const part = (title: string, fits: (area: MarkedFigure['shown'][number]) => boolean): readonly string[] => {
    const places = shown.filter(fits).map(({ label }) => label);
    return places.length > 0 ? [words.altPart(title, places)] : [];
  };
  const bounds = part(words.signs['not-offered'], ({ offered }) => !offered);
  if (!states) return [words.altBlank, ...bounds].join(' ');
  const marked = areaStates.flatMap((state) => part(words.states[state], ({ code, offered }) => offered && states[code] === state));
  return words.alt([...marked, words.altRest, ...bounds]);
};

/** The figure, what its signs mean, and the same in words for who does not see it. */
export const drawMarked = (frame: Frame, figure: MarkedFigure): void => {
  const { chart, shown, states, height } = figure;
  const signs = Object.fromEntries(shown.map(({ code, offered }) => [code, signFor(code, offered, states)]));
  const legend = chartSigns.filter((sign) => states !== null || sign !== 'none').map((sign) => ({ sign, label: words.signs[sign] }));
  frame.bodyChart({ chart, signs, alt: altOf(figure), captions: words.captions, sides: words.letters, height }, [
    ...legend,
    { sign: null, label: words.sides },
  ]);
};
