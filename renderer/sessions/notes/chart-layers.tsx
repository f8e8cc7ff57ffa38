import { Checkbox, NativeSelect } from '@mantine/core';
import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../shared/allowed.ts';
import type { ConsentMap } from '../../../shared/consent-map.ts';
import { momentWords } from '../../dates.ts';
import { onChart } from '../../ui/areas.ts';
import { ChartAndList } from '../../ui/chart-and-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { type NoteLayers, noteMarks } from './beside-marks.ts';
import { useNote } from './note-context.ts';

const bases = ['note', 'client', 'none'] as const;
const works = ['session', 'before', 'none'] as const;
type Base = (typeof bases)[number];
type Work = (typeof works)[number];

const limiting: readonly Reason['code'][] = ['finding', 'finding-cap', 'outside-clearance', 'clearance-cap'];

/** What the client marked with their own hand, newest: in the intake, in a form, or while the screen was theirs. */
const markedByClient = (maps: readonly ConsentMap[]): ConsentMap | undefined =>
  maps
    .filter(({ source }) => source === 'intake' || source === 'consent' || source === 'handover')
    .toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1))[0];

const statesOf = (map: ConsentMap | undefined): NoteLayers['states'] =>
  map ? Object.fromEntries(Object.entries(map.areas).map(([code, { state }]) => [code, state])) : null;

/** All that can be laid over each other of this client, beside the note. */
const useLayers = () => {
  const { note, draft } = useNote();
  const { clientId, sessionId } = note;
  const map = useCall('consentMap.get', { clientId });
  const history = useCall('consentMap.history', { clientId });
  const allowed = useCall('consentMap.allowed', { clientId });
  const sessions = useCall('sessions.ofClient', { clientId, limit: 500 });
  const lines = sessions.data?.sessions ?? [];
  const own = lines.find(({ id }) => id === sessionId);
  const before = own ? lines.filter(({ startedAt }) => startedAt < own.startedAt) : lines;
  const byClient = markedByClient(history.data?.maps ?? []);
  return {
    areas: map.data ? onChart(map.data.areas) : null,
    error: map.error ?? history.error ?? allowed.error ?? sessions.error,
    byClient,
    states: { note: draft.values['consent.map']?.areas ?? null, client: statesOf(byClient), none: null },
    done: { session: own?.areas ?? [], before: before.flatMap(({ areas }) => areas), none: [] },
    limited: (allowed.data?.areas ?? [])
      .filter(({ reasons }) => reasons.some(({ code }) => limiting.includes(code)))
      .map(({ code }) => code),
  };
};

/** The chart in full, with the layers to choose: consent, limits, work of this session, what the client marked, and earlier work. */
export const ChartLayers = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { areas, error, byClient, states, done, limited } = useLayers();
  const [base, setBase] = useState<Base>('note');
  const [work, setWork] = useState<Work>('session');
  const [isLimited, setLimited] = useState(false);
  const shown: NoteLayers = { states: states[base], done: done[work], limited: isLimited ? limited : [] };
  const words = JSON.stringify(shown);
  const marks = useMemo(() => noteMarks(JSON.parse(words) as NoteLayers), [words]);
  const whose = base === 'client' && byClient ? t('layers.markedAt', { moment: momentWords(byClient.madeAt) }) : null;
  return (
    <Dialog title={t('layers.title')} onClose={onClose} size={960}>
      <div className="fields">
        <div className="chart-layers">
          <NativeSelect
            label={t('layers.base')}
            value={base}
            onChange={({ currentTarget: { value } }) => setBase(bases.find((one) => one === value) ?? 'note')}
            data={bases.map((value) => ({ value, label: t(`layers.bases.${value}`) }))}
          />
          <NativeSelect
            label={t('layers.work')}
            value={work}
            onChange={({ currentTarget: { value } }) => setWork(works.find((one) => one === value) ?? 'session')}
            data={works.map((value) => ({ value, label: t(`layers.works.${value}`) }))}
          />
          <Checkbox label={t('layers.limited')} checked={isLimited} onChange={({ currentTarget: { checked } }) => setLimited(checked)} />
        </div>
        {whose ? <p className="ink-2">{whose}</p> : null}
        {base !== 'none' && states[base] === null ? <p className="ink-2">{t(`layers.lacks.${base}`)}</p> : null}
        {error ? <ErrorNotice error={error} /> : null}
        {areas ? <ChartAndList areas={areas} marks={marks} /> : error ? null : <Waiting />}
      </div>
    </Dialog>
  );
};
