import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { type JSX, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { ChartLegend } from './chart-legend.tsx';
import { type ChartMarks, unmarked } from './chart-marks.ts';
import type { PickedBy } from './chart-roving.ts';
import { useSize } from './chart-size.ts';
import { narrowBelow, type Showing, showings } from './chart-views.ts';
import { markWords } from './chart-words.ts';
import { useZoom, type Zoom } from './chart-zoom.ts';
import { Icon } from './icon.tsx';
import { Waiting } from './waiting.tsx';

const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }));

type ChartProps = {
  /** What a screen reader calls the figure, if there are several on the page. */
  readonly label?: string | undefined;
  /** The places this practice names. Any other is skin without a name: it cannot be pointed at, focused or chosen. */
  readonly areas: readonly FormArea[];
  /** Per code; keep the object while nothing changes. */
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
};

const ZoomButtons = ({ zoom, size }: { readonly zoom: Zoom; readonly size: number }): JSX.Element => {
  const { t } = useTranslation('chart');
  return (
    <span className="chart-zoom">
      <ActionIcon variant="default" size={size} aria-label={t('zoom.out')} disabled={!zoom.smaller} onClick={zoom.smaller ?? undefined}>
        <Icon icon={IconMinus} />
      </ActionIcon>
      <span className="sp-num chart-percent" aria-live="polite">
        {t('zoom.now', { percent: Math.round(zoom.factor * 100) })}
      </span>
      <ActionIcon variant="default" size={size} aria-label={t('zoom.in')} disabled={!zoom.larger} onClick={zoom.larger ?? undefined}>
        <Icon icon={IconPlus} />
      </ActionIcon>
      <ActionIcon variant="default" size={size} aria-label={t('zoom.whole')} disabled={!zoom.smaller} onClick={zoom.whole}>
        <Icon icon={IconMaximize} />
      </ActionIcon>
    </span>
  );
};

/**
 * The body chart: front, back, sides of the head and soles, with what is marked on them. It fills the width it is given and is
 * `--chart-height` high. Never put it anywhere without the list beside it: small places are small here.
 */
export const BodyChart = ({
  label,
  areas,
  marks,
  selected,
  onSelect,
  onPick,
  forClient = false,
  legend = true,
}: ChartProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const stage = useRef<HTMLDivElement>(null);
  const room = useSize(stage);
  const zoom = useZoom(stage);
  const [asked, setAsked] = useState<Showing | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const showing = asked ?? (room && room.width < narrowBelow ? 'front' : 'both');
  const said = areas.find(({ code }) => code === (pointed ?? selected));
  const size = forClient ? 52 : 44;
  return (
    <div className="chart" data-large={forClient || undefined}>
      <div className="chart-tools">
        <SegmentedControl
          size={forClient ? 'md' : 'sm'}
          aria-label={t('showing.label')}
          value={showing}
          onChange={(next) => setAsked(showings.find((one) => one === next) ?? null)}
          data={showings.map((one) => ({ value: one, label: t(`showing.${one}`) }))}
        />
        <ZoomButtons zoom={zoom} size={size} />
      </div>
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
              onShowing={setAsked}
              onPoint={setPointed}
              zoom={zoom}
              stage={stage}
              room={room}
            />
          </Suspense>
        ) : null}
      </div>
      <p className="chart-said" aria-hidden="true">
        {said ? (
          <>
            <b>{said.label}</b> <span className="ink-2">{markWords(t, { area: said, mark: marks[said.code] ?? unmarked, forClient })}</span>
          </>
        ) : (
          <span className="ink-3">{t('sides')}</span>
        )}
      </p>
      {legend ? <ChartLegend areas={areas} marks={marks} forClient={forClient} /> : null}
    </div>
  );
};
