import { Checkbox } from '@mantine/core';
import { type JSX, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { AreaControls } from '../ui/area-list-row.tsx';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import { marksOf } from '../ui/chart-marks.ts';

type Props = { readonly areas: readonly BodyArea[]; readonly chosen: readonly string[]; readonly onChosen: (codes: string[]) => void };

/** Places a clinician named, ticked on the chart or in the list. */
export const ClearancePlaces = ({ areas, chosen, onChosen }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const latest = useRef({ chosen, onChosen });
  latest.current = { chosen, onChosen };
  const toggle = useCallback((code: string): void => {
    const { chosen: now, onChosen: give } = latest.current;
    give(now.includes(code) ? now.filter((one) => one !== code) : [...now, code]);
  }, []);
  const shown = useMemo(() => areas.filter((area) => area.tier !== 'written_specific' || area.turnedOn), [areas]);
  const marks = useMemo(() => marksOf(Object.fromEntries(chosen.map((code) => [code, 'yes' as const]))), [chosen]);
  const controls: AreaControls = useCallback(
    (area, mark, { nameId, tabStop }) => (
      <Checkbox
        checked={mark.state === 'yes'}
        tabIndex={tabStop ? undefined : -1}
        aria-label={t('record.placeOf', { place: area.label })}
        aria-describedby={nameId}
        className="place-tick"
        onChange={() => toggle(area.code)}
      />
    ),
    [t, toggle],
  );
  const names = chosen.map((code) => areas.find((area) => area.code === code)?.label ?? code).join(', ');
  return (
    <div className="clearance-places">
      <p className="ink-2">{t('record.placesText')}</p>
      <ChartAndList areas={shown} marks={marks} onPick={toggle} controls={controls} />
      <p role="status" className="num">
        {chosen.length > 0 ? (
          <>
            <b>{t('record.placesChosen', { count: chosen.length })}</b> {names}
          </>
        ) : null}
      </p>
    </div>
  );
};
