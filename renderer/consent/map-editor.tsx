import { Button } from '@mantine/core';
import { type JSX, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { changesBetween } from '../../shared/map-changes.ts';
import type { AreaControls } from '../ui/area-list-row.tsx';
import { AreaStates } from '../ui/area-states.tsx';
import { onChart } from '../ui/areas.ts';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import { marksOf } from '../ui/chart-marks.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { ChangesList } from './map-changes-list.tsx';
import { MapConflict } from './map-conflict.tsx';
import { areasOf, isChanged, type Marks, withFirmest, withState } from './map-edit.ts';
import { EditedPlace } from './map-edited-place.tsx';
import { Firmest, Presets } from './map-editor-parts.tsx';
import { MapPanel } from './map-panel.tsx';
import { madeWords, markedStates } from './map-view.ts';
import { mapDraftKey, useMapDraft } from './use-map-draft.ts';
import { useTakeBackPlaces } from './use-take-back-places.ts';

type EditorProps = { readonly client: Client; readonly found: OutputOf<'consentMap.get'> };

/** Places are marked on the chart or in the list, and the whole is saved once what it changes was looked at. */
export const MapEditor = ({ client, found }: EditorProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tErrors } = useTranslation('errors');
  const { areas, map, presets } = found;
  const { draft, set, discard, found: wasFound, conflict, meanwhile, save, isSending, error } = useMapDraft(client, found);
  const taking = useTakeBackPlaces(client.id);
  const [selected, setSelected] = useState<string | null>(null);
  const latest = useRef({ draft, set });
  latest.current = { draft, set };
  const change = useCallback((to: (marks: Marks) => Marks) => {
    latest.current.set({ ...latest.current.draft, now: to(latest.current.draft.now) });
  }, []);
  const onState = useCallback((code: string, state: AreaState) => change((marks) => withState(marks, code, state)), [change]);
  const controls: AreaControls = useCallback(
    (area, mark, place) => <AreaStates {...place} code={area.code} state={mark.state} onState={onState} />,
    [onState],
  );
  const shown = useMemo(() => onChart(areas), [areas]);
  const marks = useMemo(() => marksOf(markedStates({ areas: areasOf(draft.now) })), [draft.now]);
  const changes = changesBetween(map, { ceiling: draft.now.ceiling, areas: areasOf(draft.now) });
  const changed = isChanged(draft);
  const long = tooLong(draft.words, limits.paragraph);
  const area = areas.find(({ code }) => code === selected);

  if (conflict && map) return <MapConflict joined={conflict} newer={map} areas={areas} onDecided={set} />;
  return (
    <>
      <p className="ink-2">{t('change.lead')}</p>
      {meanwhile ? (
        <Notice tone="wait" title={t('change.meanwhile')} live>
          <span className="block num">{madeWords(t, meanwhile)}</span>
          {t('change.meanwhileText')}
        </Notice>
      ) : wasFound ? (
        <Notice tone="sage" title={t('change.found')} />
      ) : null}
      {taking.error ? <ErrorNotice error={taking.error} /> : null}
      <Firmest
        ceiling={draft.now.ceiling}
        onCeiling={(ceiling) => change((before) => ({ ...before, ceiling }))}
        open={Object.values(draft.now.places).some(({ state }) => state !== 'no')}
      />
      <Presets presets={presets} marks={draft.now} onMarks={change} />
      <div className="map-room">
        <div className="map-with-panel">
          <ChartAndList areas={shown} marks={marks} selected={selected} onSelect={setSelected} controls={controls} />
          <MapPanel title={area?.label ?? null}>
            {area ? (
              <EditedPlace
                area={area}
                mark={draft.now.places[area.code]}
                inForce={map?.areas[area.code]?.state ?? 'no'}
                ceiling={draft.now.ceiling}
                onFirmest={(firmest) => change((before) => withFirmest(before, area.code, firmest))}
                onTakeBack={() => void taking.takeBackOne(area.code, area.label)}
              />
            ) : null}
          </MapPanel>
        </div>
      </div>
      <section aria-labelledby="map-summary" className="map-summary">
        <h2 id="map-summary" className="section-title">
          {t('change.summary')}
        </h2>
        <div aria-live="polite">
          <ChangesList changes={changes} areas={areas} none={t('change.same')} />
        </div>
        <Field
          id="map-words"
          label={t('change.words')}
          help={t('change.wordsHelp')}
          value={draft.words}
          onChange={(words) => set({ ...draft, words })}
          rows={2}
          problem={long ? tErrors('problem.too-long', long) : undefined}
        />
        {error ? <ErrorNotice error={error} /> : null}
        <div className="row wrap form-actions">
          <Button disabled={isSending || Boolean(long) || (map !== null && !changed)} onClick={() => void save()}>
            {t('change.save')}
          </Button>
          <Button variant="subtle" onClick={discard}>
            {t('change.discard')}
          </Button>
          <DraftState of={mapDraftKey(client.id)} />
        </div>
      </section>
    </>
  );
};
