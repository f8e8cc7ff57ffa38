import { useCallback, useMemo, useRef } from 'react';
import type { ContactLevel } from '../../shared/body-areas.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import { AreaChoice } from './area-choice.tsx';
import type { AreaControls } from './area-list-row.tsx';
import { marksOf } from './chart-marks.ts';
import { ceilingSet, type MapAnswer, stateSet } from './map-answer.ts';

const noCeilings: NonNullable<MapAnswer['ceilings']> = {};
const nothingMarked: MapAnswer['areas'] = {};

/** The places of a form as they are marked, for `ChartAndList`; each mark is made on what was marked last. */
export const useMarkedPlaces = (marked: MapAnswer | null, onMark: (marked: MapAnswer) => void) => {
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
  return { states, marks, controls };
};
