import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import type { FormArea } from '../../../shared/consent-form.ts';
import type { NoteValues } from '../../../shared/note-values.ts';
import { onChart } from '../../ui/areas.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { Figures } from './beside-figures.tsx';
import { comparedMarks } from './beside-marks.ts';
import { CompareTable } from './compare-table.tsx';
import { factsOf, type VisitFacts } from './compare-visits.ts';
import { useNote } from './note-context.ts';
import { noteDay } from './note-days.ts';
import type { Listed } from './notes-listed.ts';

type Told = {
  readonly facts: VisitFacts | null;
  readonly error: AppError | null /** Somebody else's, and nobody covers. */;
  readonly isClosed: boolean;
};

/** One visit as its session and its note tell it; the note that is open as it stands on the screen. */
const useVisit = (visit: Listed): Told => {
  const { note: open, draft, content } = useNote();
  const noteId = visit.note?.id ?? null;
  const isOpen = noteId === open.id;
  const { data, error } = useCall('notes.get', { noteId: noteId ?? '' }, { enabled: noteId !== null && !isOpen });
  const isClosed = error?.code === 'refused' && error.reason === 'covering-needed';
  const values: NoteValues | null = isOpen ? draft.values : noteId === null || isClosed ? {} : (data?.values ?? null);
  const session = visit.kind === 'session' ? visit.session : null;
  return { facts: values && factsOf(content, session, values), error: isClosed ? null : error, isClosed };
};

type Props = { readonly older: Listed; readonly newer: Listed };

const Charts = ({
  days,
  areas,
  told,
}: {
  readonly days: readonly [string, string];
  readonly areas: readonly FormArea[];
  readonly told: readonly [VisitFacts, VisitFacts];
}): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const [older, newer] = told;
  const marks = useMemo(() => comparedMarks(older, newer), [older, newer]);
  return (
    <div className="compare-charts">
      {[marks.before, marks.after].map((own, index) => (
        <figure key={index === 0 ? 'older' : 'newer'}>
          <figcaption className="b">{days[index]}</figcaption>
          <Figures of={days[index] ?? ''} areas={areas} marks={own} tall={300} />
        </figure>
      ))}
      <p className="sm ink-2">{t('compare.signs')}</p>
    </div>
  );
};

/** Two visits: where hands were and what was in on each, as figures and as a table that says the same. */
export const Compared = ({ older, newer }: Props): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const map = useCall('consentMap.get', { clientId: note.clientId });
  const [before, after] = [useVisit(older), useVisit(newer)];
  const areas = useMemo(() => onChart(map.data?.areas ?? []), [map.data]);
  const error = map.error ?? before.error ?? after.error;
  if (error) return <ErrorNotice error={error} />;
  if (!map.data || !before.facts || !after.facts) return <Waiting />;
  const days = [noteDay(older.day), noteDay(newer.day)] as const;
  const told = [before.facts, after.facts] as const;
  return (
    <>
      {before.isClosed || after.isClosed ? <p className="ink-2">{t('compare.closed')}</p> : null}
      <Charts days={days} areas={areas} told={told} />
      <CompareTable days={days} areas={map.data.areas} told={told} />
    </>
  );
};
