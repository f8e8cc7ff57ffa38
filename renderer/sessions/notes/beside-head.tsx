import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteValue } from '../../../shared/note-values.ts';
import { onChart } from '../../ui/areas.ts';
import { BodyChart } from '../../ui/body-chart.tsx';
import { useCall } from '../../use-call.ts';
import { noteMarks } from './beside-marks.ts';
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

/** Where hands were, over what was in and out as it stands in the note; and the numbers, before and after. */
export const BesideHead = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note, draft } = useNote();
  const session = useCall('sessions.get', { sessionId: note.sessionId ?? '' }, { enabled: note.sessionId !== null }).data;
  const map = useCall('consentMap.get', { clientId: note.clientId }).data;
  const areas = draft.values['consent.map']?.areas ?? null;
  const marks = useMemo(() => noteMarks(areas, session?.state.blocks ?? []), [areas, session]);
  const places = useMemo(() => onChart(map?.areas ?? []), [map]);
  const number = (field: string): NoteValue['number'] => draft.values[field]?.number ?? null;
  const line = session?.state.checkIns.filter(({ pain }) => pain !== null) ?? [];
  const minutes = number('visit.contact_minutes');
  return (
    <div className="beside-head">
      {places.length > 0 && Object.keys(marks).length > 0 ? (
        <div className="beside-chart">
          <BodyChart small label={t('chart')} areas={places} marks={marks} selected={null} />
        </div>
      ) : null}
      <dl className="beside-numbers">
        <Change label={t('distress')} pair={{ before: number('s.suds_start'), after: number('p.suds_end') }} />
        <Change label={t('pain')} pair={{ before: number('s.pain_start'), after: line.length > 1 ? (line.at(-1)?.pain ?? null) : null }} />
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
