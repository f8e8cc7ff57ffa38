import { UnstyledButton } from '@mantine/core';
import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteValue } from '../../../shared/note-values.ts';
import { onChart } from '../../ui/areas.ts';
import { useCall } from '../../use-call.ts';
import { Figures } from './beside-figures.tsx';
import { noteMarks } from './beside-marks.ts';
import { ChartLayers } from './chart-layers.tsx';
import { useNote } from './note-context.ts';

type Pair = { readonly before: NoteValue['number']; readonly after: NoteValue['number'] };

const Change = ({ label, pair: { before, after } }: { readonly label: string; readonly pair: Pair }): JSX.Element | null => {
  const { t } = useTranslation('notebeside');
  const words = (number: NoteValue['number']): string =>
    number === null ? t('notNoted') : number === 'declined' ? t('declined') : String(number);
  if (before === null && after === null) return null;
  return (
    <div>
      <dt className="sm ink-2 b">{label}</dt>
      <dd className="lg b num">
        <span aria-hidden>{`${words(before)} → ${words(after)}`}</span>
        <span className="visually-hidden">{t('fromTo', { before: words(before), after: words(after) })}</span>
      </dd>
    </div>
  );
};

/** The small figures: where hands were, over what was in and out as the note keeps it, or without a session as the map stands. A press shows them large. */
const Chart = ({ done }: { readonly done: readonly string[] }): JSX.Element | null => {
  const { t } = useTranslation('notebeside');
  const { note, draft } = useNote();
  const [isLarge, setLarge] = useState(false);
  const { data } = useCall('consentMap.get', { clientId: note.clientId });
  const kept = draft.values['consent.map']?.areas ?? null;
  const standing = note.sessionId === null ? data?.map?.areas : undefined;
  const marks = useMemo(() => {
    const now = standing ? Object.fromEntries(Object.entries(standing).map(([code, { state }]) => [code, state])) : null;
    return noteMarks({ states: kept ?? now, done });
  }, [kept, standing, done]);
  const places = useMemo(() => onChart(data?.areas ?? []), [data]);
  if (places.length === 0) return null;
  return (
    <>
      <UnstyledButton className="beside-chart" onClick={() => setLarge(true)}>
        <Figures of={t('chart')} areas={places} marks={marks} tall={140} />
        <span className="sm beside-larger">{t('layers.open')}</span>
      </UnstyledButton>
      {isLarge ? <ChartLayers onClose={() => setLarge(false)} /> : null}
    </>
  );
};

/** Where hands were, and the numbers before and after. */
export const BesideHead = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note, draft } = useNote();
  const session = useCall('sessions.get', { sessionId: note.sessionId ?? '' }, { enabled: note.sessionId !== null }).data;
  const done = useMemo(() => session?.state.blocks.flatMap(({ areas }) => areas) ?? [], [session]);
  const number = (field: string): NoteValue['number'] => draft.values[field]?.number ?? null;
  const pains = session?.state.checkIns.filter(({ pain }) => pain !== null) ?? [];
  const minutes = number('visit.contact_minutes');
  return (
    <div className="beside-head">
      <Chart done={done} />
      <dl className="beside-numbers">
        <Change label={t('distress')} pair={{ before: number('s.suds_start'), after: number('p.suds_end') }} />
        <Change
          label={t('pain')}
          pair={{ before: number('s.pain_start'), after: pains.length > 1 ? (pains.at(-1)?.pain ?? null) : null }}
        />
        {typeof minutes === 'number' ? (
          <div>
            <dt className="sm ink-2 b">{t('contact')}</dt>
            <dd className="lg b num">{t('minutes', { count: minutes })}</dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
};
