import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { areaStates, type FormArea } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { BodyChart } from '../ui/body-chart.tsx';
import { marksOf } from '../ui/chart-marks.ts';
import { Option } from './option.tsx';

type OneAreaProps = {
  readonly id: string;
  readonly area: FormArea;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
};

/** The one place a form is about, and where it is. A no is a full answer. */
export const OneAreaPart = ({ id, area, answer, onAnswer }: OneAreaProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const states = answer?.kind === 'map' ? answer.areas : {};
  const state = states[area.code];
  return (
    <div className="one-area">
      <div>
        <div className="options" role="radiogroup" aria-labelledby={`${id}-title`}>
          {areaStates.map((one) => (
            <Option
              key={one}
              kind="radio"
              name={id}
              value={one}
              label={t(`areas.one.${one}`)}
              checked={state === one}
              onChange={() => onAnswer({ kind: 'map', areas: { [area.code]: one } })}
            />
          ))}
        </div>
        <p className="md ink-2 one-area-out" role="status">
          {state === 'no' ? t('areas.oneOut') : ''}
        </p>
      </div>
      <BodyChart areas={[area]} marks={marksOf(states)} selected={area.code} legend={false} forClient />
    </div>
  );
};
