import { Button, SegmentedControl } from '@mantine/core';
import { type JSX, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { AreaControls } from '../ui/area-list-row.tsx';
import { onChart } from '../ui/areas.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import { marksOf } from '../ui/chart-marks.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { GonePlaces } from './map-gone.tsx';
import { MapPanel, PlaceStanding } from './map-panel.tsx';
import { allowedStates, countsIn, type Filter, filtered, filters, markedStates, openOn, placeName } from './map-view.ts';
import { useTakeBackPlaces } from './use-take-back-places.ts';

type Layer = 'allowed' | 'marked';
type Found = OutputOf<'consentMap.get'>;

type TodayProps = { readonly clientId: string; readonly found: Found; readonly allowed: OutputOf<'consentMap.allowed'> };

type ToolsProps = {
  readonly layer: Layer;
  readonly onLayer: (layer: Layer) => void;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly counts: Readonly<Record<'yes' | 'ask' | 'no', number>>;
};

const Tools = ({ layer, onLayer, filter, onFilter, counts }: ToolsProps): JSX.Element => {
  const { t } = useTranslation('maps');
  return (
    <div className="map-tools">
      <SegmentedControl
        aria-label={t('page.layer')}
        value={layer}
        onChange={(next) => onLayer(next === 'marked' ? 'marked' : 'allowed')}
        data={(['allowed', 'marked'] as const).map((value) => ({ value, label: t(`page.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t('page.filter')}
        value={filter}
        onChange={(next) => onFilter(filters.find((one) => one === next) ?? 'all')}
        data={filters.map((value) => ({ value, label: value === 'all' ? t('page.all') : t(`page.${value}`, { count: counts[value] }) }))}
      />
    </div>
  );
};

/** Chart and list with what may be done today, or with what the client marked; the chosen place says why. */
export const MapToday = ({ clientId, found: { map, areas }, allowed }: TodayProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const [layer, setLayer] = useState<Layer>('allowed');
  const [filter, setFilter] = useState<Filter>('all');
  const [selected, setSelected] = useState<string | null>(null);
  const { takeBackOne, error } = useTakeBackPlaces(clientId);
  const latest = useRef(takeBackOne);
  latest.current = takeBackOne;

  const shown = useMemo(() => onChart(areas), [areas]);
  const states = useMemo(() => (layer === 'allowed' ? allowedStates(allowed) : markedStates(map)), [layer, allowed, map]);
  const marks = useMemo(() => marksOf(states), [states]);
  const visible = useMemo(() => filtered(shown, states, filter), [shown, states, filter]);
  const counts = countsIn(
    shown.map(({ code }) => code),
    states,
  );
  const open = useMemo(() => openOn(map), [map]);
  const openKey = open.join(' ');
  const controls: AreaControls = useCallback(
    (area, _mark, { tabStop }) =>
      openKey.split(' ').includes(area.code) ? (
        <Button
          variant="default"
          size="sm"
          className="map-row-take-back"
          tabIndex={tabStop ? undefined : -1}
          aria-label={t('place.takeBackOf', { place: area.label })}
          onClick={() => void latest.current(area.code, area.label)}
        >
          {t('place.takeBack')}
        </Button>
      ) : null,
    [openKey, t],
  );
  const area = areas.find(({ code }) => code === selected);
  const standing = allowed.areas.find(({ code }) => code === selected);
  return (
    <>
      <Tools layer={layer} onLayer={setLayer} filter={filter} onFilter={setFilter} counts={counts} />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="map-room">
        <div className="map-with-panel">
          {visible.length === 0 ? (
            <p className="ink-2 map-nothing">{t('page.nothing')}</p>
          ) : (
            <ChartAndList areas={visible} marks={marks} selected={selected} onSelect={setSelected} controls={controls} />
          )}
          <MapPanel title={area && standing ? area.label : null}>
            {standing ? <PlaceStanding area={area} allowed={standing} map={map} /> : null}
            {area && open.includes(area.code) ? (
              <div className="map-panel-part map-panel-actions">
                <Button aria-label={t('place.takeBackOf', { place: area.label })} onClick={() => void takeBackOne(area.code, area.label)}>
                  {t('place.takeBack')}
                </Button>
                <ButtonLink to="/clients/$clientId/map/take-back" params={{ clientId }} search={{ place: area.code }} variant="subtle">
                  {t('place.withWords')}
                </ButtonLink>
              </div>
            ) : null}
          </MapPanel>
        </div>
      </div>
      <GonePlaces
        codes={open.filter((code) => !shown.some((one) => one.code === code))}
        name={(code) => placeName(t, areas, code)}
        allowed={allowed}
        onTakeBack={(code) => void takeBackOne(code, placeName(t, areas, code))}
      />
    </>
  );
};
