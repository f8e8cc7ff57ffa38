import { type JSX, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { ChartLegend } from './chart-legend.tsx';
import { type AreaMark, type ChartMarks, unmarked } from './chart-marks.ts';
import type { PickedBy } from './chart-roving.ts';
import { useSize } from './chart-size.ts';
import { ChartTools } from './chart-tools.tsx';
import { narrowBelow, type Showing } from './chart-views.ts';
import { markWords } from './chart-words.ts';
import { useZoom } from './chart-zoom.ts';
import { Waiting } from './waiting.tsx';

const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }));

type SaidProps = { readonly area: FormArea | undefined; readonly mark: AreaMark; readonly forClient: boolean };

/** For those who look: the name of the place under the pointer, or chosen. A screen reader has it from the place itself. */
const Said = ({ area, mark, forClient }: SaidProps): JSX.Element => {
  const { t } = useTranslation('chart');
  return (
    <p className="chart-said" aria-hidden="true">
      {area ? (
        <>
          <b>{area.label}</b> <span className="ink-2">{markWords(t, { area, mark, forClient })}</span>
        </>
      ) : (
        <span className="ink-3">{t('sides')}</span>
      )}
    </p>
  );
};

type ChartProps = {
  /** What a screen reader calls the figure, if there are several on the page. */
  readonly label?: string | undefined;
  /** The places this practice names. Any other is skin without a name: it cannot be pointed at, focused or chosen. */
  readonly areas: readonly FormArea[];
  /** Per code. */
  readonly marks: ChartMarks;
  readonly selected: string | null;
  /** A place was come to, by arrow or finger. Never one that is not offered. */
  readonly onSelect?: ((code: string) => void) | undefined;
  /** A place was clicked, tapped, or answered to with Enter or Space. */
  readonly onPick?: ((code: string, by: PickedBy) => void) | undefined;
  /** Read by the client: larger letters and controls, and "ask me" for "ask". */
  readonly forClient?: boolean | undefined;
  /** False where one legend serves two charts. */
  readonly legend?: boolean | undefined;
  /** Without the row of tools where both figures fit: for a chart that is looked at, with the list for what is small. */
  readonly plain?: boolean | undefined;
  /** Both figures whatever the width, and nothing else: for one that is looked at beside something larger. */
  readonly small?: boolean | undefined;
};

/**
 * The body chart: front, back, sides of the head and soles, with what is marked on them. It fills the width it is given and is
 * `--chart-height` high. Never put it anywhere without the list beside it: small places are small here.
 */
export const BodyChart = (props: ChartProps): JSX.Element => {
  const { label, areas, marks, selected, onSelect, onPick, forClient = false, legend = true, plain = false, small = false } = props;
  const { t } = useTranslation('chart');
  const stage = useRef<HTMLDivElement>(null);
  const room = useSize(stage);
  const zoom = useZoom(stage);
  const [asked, setAsked] = useState<Showing | null>(null);
  const [led, setLed] = useState<Showing>('front');
  const [pointed, setPointed] = useState<string | null>(null);
  const showing = small ? 'both' : (asked ?? (room && room.width < narrowBelow ? led : 'both'));
  const said = areas.find(({ code }) => code === (pointed ?? selected));
  return (
    <div className="chart" data-large={forClient || undefined}>
      {small || (plain && room !== null && room.width >= narrowBelow) ? null : (
        <ChartTools showing={showing} onShowing={setAsked} zoom={zoom} large={forClient} />
      )}
      <div ref={stage} className="chart-stage" data-zoomed={zoom.factor > 1 || undefined}>
        {room ? (
          <Suspense fallback={<Waiting>{t('reading')}</Waiting>}>
            <ChartDrawing
              label={label ?? t('chart')}
              areas={areas}
              marks={marks}
              forClient={forClient}
              selected={selected}
              onSelect={onSelect}
              onPick={onPick}
              showing={showing}
              asked={asked !== null}
              onShowing={asked === null ? setLed : setAsked}
              onPoint={setPointed}
              zoom={zoom}
              stage={stage}
              room={room}
            />
          </Suspense>
        ) : null}
      </div>
      {small ? null : <Said area={said} mark={marks[said?.code ?? ''] ?? unmarked} forClient={forClient} />}
      {legend && !small ? <ChartLegend areas={areas} marks={marks} forClient={forClient} /> : null}
    </div>
  );
};
