import { Checkbox, Radio } from '@mantine/core';
import { type JSX, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactLevel } from '../../shared/body-areas.ts';
import { type AreaState, areaStates, type FormArea } from '../../shared/consent-form.ts';
import { AreaChoice } from '../ui/area-choice.tsx';
import type { AreaControls } from '../ui/area-list-row.tsx';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import { marksOf } from '../ui/chart-marks.ts';
import { ceilingSet, type MapAnswer, stateSet } from '../ui/map-answer.ts';

type PlacesProps = {
  readonly areas: readonly FormArea[];
  readonly marked: MapAnswer | null;
  readonly onMark: (marked: MapAnswer | null) => void;
};

const noCeilings: NonNullable<MapAnswer['ceilings']> = {};
const nothingMarked: MapAnswer['areas'] = {};

/** The places as the client marked them on the paper: each is marked here once more, on the chart or in the list. */
export const PaperPlaces = ({ areas, marked, onMark }: PlacesProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const latest = useRef({ marked, onMark });
  latest.current = { marked, onMark };
  const onState = useCallback((code: string, state: AreaState) => {
    latest.current.onMark(stateSet(latest.current.marked, code, state));
  }, []);
  const onCeiling = useCallback((code: string, ceiling: ContactLevel | null) => {
    if (latest.current.marked) latest.current.onMark(ceilingSet(latest.current.marked, code, ceiling));
  }, []);
  const ceilings = marked?.ceilings ?? noCeilings;
  const controls: AreaControls = useCallback(
    (area, mark, place) => (
      <AreaChoice
        area={area}
        state={mark.state}
        ceiling={ceilings[area.code] ?? null}
        place={place}
        onState={onState}
        onCeiling={onCeiling}
      />
    ),
    [ceilings, onState, onCeiling],
  );
  const states = marked?.areas ?? nothingMarked;
  const marks = useMemo(() => marksOf(states), [states]);
  const isNone = marked !== null && Object.keys(states).length === 0;
  return (
    <div className="fields paper-places">
      <p className="ink-2">{t('signed.places')}</p>
      <Checkbox
        label={t('signed.allOut')}
        checked={isNone}
        onChange={(event) => onMark(event.currentTarget.checked ? { kind: 'map', areas: {} } : null)}
      />
      {isNone ? null : <ChartAndList areas={areas} marks={marks} controls={controls} />}
    </div>
  );
};

type OneProps = Omit<PlacesProps, 'areas'> & { readonly area: FormArea; readonly title: string };

/** The one place a form is about. */
export const PaperOnePlace = ({ area, title, marked, onMark }: OneProps): JSX.Element => {
  const { t } = useTranslation('documents');
  return (
    <Radio.Group
      label={t('signed.onePlace')}
      aria-label={title}
      value={marked?.areas[area.code] ?? null}
      onChange={(state) => onMark({ kind: 'map', areas: { [area.code]: state as AreaState } })}
    >
      <div className="fields paper-options">
        {areaStates.map((state) => (
          <Radio key={state} value={state} label={t(`signed.state.${state}`)} />
        ))}
      </div>
    </Radio.Group>
  );
};
