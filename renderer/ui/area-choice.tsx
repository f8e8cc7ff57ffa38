import { NativeSelect } from '@mantine/core';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactLevel, contactLevels } from '../../shared/body-areas.ts';
import type { AreaState, FormArea } from '../../shared/consent-form.ts';
import type { RowPlace } from './area-list-row.tsx';
import { AreaStates } from './area-states.tsx';

/** A hand that does not touch is "out". */
const levels = contactLevels.filter((level) => level > 0);
const everywhere = 'everywhere';

type ChoiceProps = {
  readonly area: FormArea;
  readonly state: AreaState | undefined;
  /** Null where it is as everywhere else. */
  readonly ceiling: ContactLevel | null;
  readonly place: RowPlace;
  readonly onState: (code: string, state: AreaState) => void;
  readonly onCeiling: (code: string, ceiling: ContactLevel | null) => void;
};

/** Out, ask me each time, or in; and for the place that is chosen how firm at most, where it is less than everywhere else. */
export const AreaChoice = ({ area, state, ceiling, place, onState, onCeiling }: ChoiceProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const { t: tUi } = useTranslation('ui');
  const { code, label } = area;
  const opens = state === 'yes' || state === 'ask';
  const select = useRef<HTMLSelectElement>(null);
  const opened = useRef(opens);
  // What opens under the choice just made comes into sight.
  useEffect(() => {
    if (opens && !opened.current) select.current?.scrollIntoView({ block: 'nearest' });
    opened.current = opens;
  }, [opens]);
  return (
    <>
      <AreaStates {...place} code={code} state={state} onState={onState} />
      {(place.tabStop || ceiling !== null) && opens ? (
        <NativeSelect
          ref={select}
          className="area-firmest"
          size="md"
          label={t('firmest.label')}
          aria-label={t('firmest.of', { place: label })}
          tabIndex={place.tabStop ? undefined : -1}
          value={ceiling === null ? everywhere : String(ceiling)}
          onChange={(event) => onCeiling(code, levels.find((level) => String(level) === event.currentTarget.value) ?? null)}
          data={[
            { value: everywhere, label: t('firmest.everywhere') },
            ...levels.map((level) => ({ value: String(level), label: tUi(`level.${level}`) })),
          ]}
        />
      ) : null}
    </>
  );
};
