import { Checkbox, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaState, areaStates, type FormArea } from '../../shared/consent-form.ts';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import type { MapAnswer } from '../ui/map-answer.ts';
import { useMarkedPlaces } from '../ui/use-marked-places.tsx';

type PlacesProps = {
  readonly areas: readonly FormArea[];
  readonly marked: MapAnswer | null;
  readonly onMark: (marked: MapAnswer | null) => void;
};

/** The places as the client marked them on the paper: each is marked here once more, on the chart or in the list. */
export const PaperPlaces = ({ areas, marked, onMark }: PlacesProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const { states, marks, controls } = useMarkedPlaces(marked, onMark);
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
