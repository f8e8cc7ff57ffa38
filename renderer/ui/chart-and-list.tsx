import { SegmentedControl } from '@mantine/core';
import { type JSX, useCallback, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { AreaList } from './area-list.tsx';
import type { AreaControls } from './area-list-row.tsx';
import { BodyChart } from './body-chart.tsx';
import { type AreaMark, type ChartMarks, unmarked } from './chart-marks.ts';
import type { PickedBy } from './chart-roving.ts';
import { useSize } from './chart-size.ts';
import { markWords } from './chart-words.ts';

/** The list keeps 320 px beside a chart that is still good to touch. */
const wideFrom = 780;

type ChosenProps = {
  readonly area: FormArea | undefined;
  readonly mark: AreaMark;
  readonly controls: AreaControls | undefined;
  readonly forClient: boolean;
};

/** Under a chart that stands alone: the place chosen on it, with what the list would offer for it. */
const ChosenArea = ({ area, mark, controls, forClient }: ChosenProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const id = useId();
  return (
    <div className="chosen-area" data-large={forClient || undefined}>
      {area ? (
        <div
          className="area-row"
          data-code={area.code}
          data-state={mark.state ?? 'unmarked'}
          data-controls={controls !== undefined || undefined}
        >
          <span className="area-row-name">
            <b id={id}>{area.label}</b>
            <span className="area-row-words">{markWords(t, { area, mark, forClient })}</span>
          </span>
          {controls ? <div className="area-row-controls">{controls(area, mark, { nameId: id, tabStop: true, forClient })}</div> : null}
        </div>
      ) : (
        <p className="ink-2">{t('together.choose')}</p>
      )}
    </div>
  );
};

const firstControl = (box: HTMLElement | null, code: string): HTMLElement | null => {
  const controls = box?.querySelector(`.area-row[data-code="${code}"] .area-row-controls`);
  return controls?.querySelector<HTMLElement>('input:checked') ?? controls?.querySelector<HTMLElement>('input, button') ?? null;
};

type Props = {
  /** Places this practice names; see BodyChart. */
  readonly areas: readonly FormArea[];
  /** What is marked; `marksOf(states)` makes it of a consent map. */
  readonly marks: ChartMarks;
  /** A name for the figure where there are several. */
  readonly label?: string | undefined;
  /** Given, the room keeps the chosen place (two charts in step, a panel of its own); left out, it is kept here. */
  readonly selected?: string | null | undefined;
  readonly onSelect?: ((code: string) => void) | undefined;
  /** A place on the chart was clicked, tapped, or answered to with Enter or Space. */
  readonly onPick?: ((code: string) => void) | undefined;
  /** What each row offers; left out, the map is only read. Keep the function (`useCallback`). */
  readonly controls?: AreaControls | undefined;
  /** Read by the client: larger letters and targets, and "ask me" for "ask". */
  readonly forClient?: boolean | undefined;
};

/** Chart and list, always in step: beside each other where there is room, else one at a time with the chosen place under the chart. */
export const ChartAndList = ({ areas, marks, label, selected, onSelect, onPick, controls, forClient = false }: Props): JSX.Element => {
  const { t } = useTranslation('chart');
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [own, setOwn] = useState<string | null>(null);
  const [part, setPart] = useState<'chart' | 'list'>('chart');
  const chosen = selected === undefined ? own : selected;
  const select = useCallback(
    (code: string) => {
      setOwn(code);
      onSelect?.(code);
    },
    [onSelect],
  );
  const pick = (code: string, by: PickedBy): void => {
    onPick?.(code);
    // With the keyboard the way from the figure to what can be chosen for a place is one key, not a walk through the list.
    if (by === 'key') firstControl(box.current, code)?.focus();
  };
  const wide = size !== null && size.width >= wideFrom;
  const shared = { areas, marks, selected: chosen, onSelect: select, forClient };
  const area = areas.find(({ code, offered }) => offered && code === chosen);
  return (
    <div ref={box} className="chart-and-list" data-wide={wide || undefined}>
      {wide || size === null ? null : (
        <SegmentedControl
          fullWidth
          size={forClient ? 'md' : 'sm'}
          aria-label={t('together.label')}
          value={part}
          onChange={(next) => setPart(next === 'list' ? 'list' : 'chart')}
          data={(['chart', 'list'] as const).map((one) => ({ value: one, label: t(`together.${one}`) }))}
        />
      )}
      {size !== null && (wide || part === 'chart') ? <BodyChart {...shared} label={label} onPick={pick} /> : null}
      {size !== null && !wide && part === 'chart' ? (
        <ChosenArea area={area} mark={marks[chosen ?? ''] ?? unmarked} controls={controls} forClient={forClient} />
      ) : null}
      {size !== null && (wide || part === 'list') ? <AreaList {...shared} controls={controls} /> : null}
    </div>
  );
};
