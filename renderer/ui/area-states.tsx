import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { RowPlace } from './area-list-row.tsx';
import { wordOf } from './chart-words.ts';

type StatesProps = RowPlace & {
  readonly code: string;
  readonly state: AreaState | undefined;
  readonly onState: (code: string, state: AreaState) => void;
};

/** In, ask each time, or out, for one place: what a list or the chosen place offers where a map is made. */
export const AreaStates = ({ code, state, onState, nameId, tabStop, forClient }: StatesProps): JSX.Element => {
  const { t } = useTranslation('chart');
  return (
    <div className="state-choice" role="radiogroup" aria-labelledby={nameId}>
      {areaStates.map((one) => (
        <label key={one} data-on={state === one || undefined} data-one={one}>
          <input
            type="radio"
            name={nameId}
            value={one}
            checked={state === one}
            tabIndex={tabStop ? undefined : -1}
            onChange={() => onState(code, one)}
          />
          {wordOf(t, one, forClient)}
        </label>
      ))}
    </div>
  );
};
