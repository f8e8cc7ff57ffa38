import { Button } from '@mantine/core';
import { IconChartDots, IconTable } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionLine } from '../../shared/sessions.ts';
import { listWords, momentDay } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { GraphFigure, GraphSign } from './sessions-figure.tsx';
import { type Column, changesIn, graphOf, mostOnGraph } from './sessions-graph.ts';
import { scaleWords } from './sessions-words.ts';

type Props = { readonly sessions: readonly SessionLine[]; readonly incidents: readonly { readonly sessionId: string }[] };

/** All that the drawing says, for those who do not see it. */
const imageWords = (t: TFunction<'sessions'>, columns: readonly Column[]): string =>
  t('graph.image', {
    list: columns
      .map(({ at, before, after, stops, incidents }) =>
        t('graph.imageOne', {
          day: momentDay(at),
          before: scaleWords(t, before?.value ?? null),
          after: scaleWords(t, after?.value ?? null),
          more: `${stops > 0 ? t('graph.imageStops', { count: stops }) : ''}${incidents > 0 ? t('graph.imageIncidents') : ''}`,
        }),
      )
      .join('; '),
  });

const Table = ({ sessions }: Pick<Props, 'sessions'>): JSX.Element => {
  const { t } = useTranslation('sessions');
  return (
    <div className="sessions-table-box">
      <table className="sessions-table num">
        <caption className="visually-hidden">{t('graph.title')}</caption>
        <thead>
          <tr>
            {(['day', 'before', 'after', 'painBefore', 'painAfter', 'stops'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`graph.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, startedAt, distress, pain, stops }) => (
            <tr key={id}>
              <th scope="row">{momentDay(startedAt)}</th>
              <td>{scaleWords(t, distress.before)}</td>
              <td>{scaleWords(t, distress.after)}</td>
              <td>{scaleWords(t, pain.before)}</td>
              <td>{scaleWords(t, pain.after)}</td>
              <td>{stops.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const signs = ['before', 'after', 'session', 'stop', 'incident'] as const;

/** Distress before and after, session by session, drawn or as a table. */
export const SessionsDistress = ({ sessions, incidents }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const [isTable, setTable] = useState(false);
  const columns = graphOf(sessions, incidents);
  const hasNumbers = columns.some(({ before, after }) => before || after);
  const { lower, same, higher } = changesIn(sessions.slice(0, mostOnGraph));
  const changes = [
    ...(lower > 0 ? [t('graph.lower', { count: lower })] : []),
    ...(same > 0 ? [t('graph.same', { count: same })] : []),
    ...(higher > 0 ? [t('graph.higher', { count: higher })] : []),
  ];
  return (
    <section className="card sessions-graph" aria-labelledby="distress-title">
      <div className="row wrap">
        <div className="grow">
          <h3 id="distress-title" className="md b">
            {t('graph.title')}
          </h3>
          <p className="xs ink-2">{t('graph.text')}</p>
        </div>
        <Button variant="subtle" leftSection={<Icon icon={isTable ? IconChartDots : IconTable} />} onClick={() => setTable(!isTable)}>
          {t(isTable ? 'graph.drawing' : 'graph.table')}
        </Button>
      </div>
      {changes.length > 0 ? <p className="num good b">{t('graph.changes', { changes: listWords(changes) })}</p> : null}
      {isTable ? <Table sessions={sessions} /> : null}
      {!isTable && hasNumbers ? <GraphFigure columns={columns} label={imageWords(t, columns)} /> : null}
      {!isTable && !hasNumbers ? <p className="ink-2">{t('graph.none')}</p> : null}
      {!isTable && hasNumbers ? (
        <ul className="graph-legend xs ink-2">
          {signs.map((what) => (
            <li key={what}>
              <GraphSign what={what} />
              {t(`graph.${what}`)}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
};
