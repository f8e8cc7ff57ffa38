import { Button, SegmentedControl } from '@mantine/core';
import { type JSX, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaList } from '../ui/area-list.tsx';
import type { AreaControls } from '../ui/area-list-row.tsx';
import { BodyChart } from '../ui/body-chart.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { marksNow } from './touch-marks.ts';
import { isOpen } from './touch-plan.ts';

/** The chart as it is looked at while hands are on: where they are, and what is allowed. */
export const TouchChart = ({ facts }: { readonly facts: TouchFacts }): JSX.Element => {
  const marks = useMemo(() => marksNow(facts.allowed, facts.state, []), [facts.allowed, facts.state]);
  return (
    <div className="touch-chart" data-looked-at>
      <BodyChart plain areas={facts.areas} marks={marks} selected={null} />
    </div>
  );
};

type ChooseProps = {
  readonly facts: TouchFacts;
  readonly planned: readonly string[];
  readonly looked: string | null;
  readonly onLook: (code: string) => void;
  /** A place was touched: into the plan, or out of it. */
  readonly onToggle: (code: string) => void;
};

/** Places to choose from, on the chart or as a list that can be searched; both say the same. */
export const ChooseChart = ({ facts, planned, looked, onLook, onToggle }: ChooseProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const { t: tChart } = useTranslation('chart');
  const [part, setPart] = useState<'chart' | 'list'>('chart');
  const { allowed, state, areas } = facts;
  const marks = useMemo(() => marksNow(allowed, state, planned), [allowed, state, planned]);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;
  const open = useMemo(() => new Set(areas.filter(({ code }) => isOpen(allowed, code)).map(({ code }) => code)), [areas, allowed]);
  const controls: AreaControls = useCallback(
    (area, mark, { tabStop }) =>
      open.has(area.code) ? (
        <Button
          variant="default"
          tabIndex={tabStop ? undefined : -1}
          aria-label={t(mark.order === undefined ? 'place.chooseOf' : 'place.leaveOf', { place: area.label })}
          onClick={() => toggle.current(area.code)}
        >
          {t(mark.order === undefined ? 'place.choose' : 'place.leave')}
        </Button>
      ) : null,
    [open, t],
  );
  return (
    <div className="touch-chart">
      <SegmentedControl
        fullWidth
        aria-label={tChart('together.label')}
        value={part}
        onChange={(next) => setPart(next === 'list' ? 'list' : 'chart')}
        data={(['chart', 'list'] as const).map((value) => ({ value, label: tChart(`together.${value}`) }))}
      />
      {part === 'chart' ? (
        <BodyChart plain areas={areas} marks={marks} selected={looked} onSelect={onLook} onPick={onToggle} />
      ) : (
        <AreaList areas={areas} marks={marks} selected={looked} onSelect={onLook} controls={controls} />
      )}
    </div>
  );
};
