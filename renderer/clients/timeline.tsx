import { Button, Select } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TimelineEntry, type TimelineGroup, timelineGroups } from '../../shared/timeline.ts';
import { clockDay, monthWords } from '../dates.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { useTimeline } from './use-timeline.ts';
import './timeline.css';

type Month = { readonly title: string; readonly entries: TimelineEntry[] };

const byMonth = (entries: readonly TimelineEntry[]): readonly Month[] =>
  entries.reduce<Month[]>((months, entry) => {
    const title = monthWords(clockDay(entry.at));
    const last = months.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else months.push({ title, entries: [entry] });
    return months;
  }, []);

/** Everything that happened with a client, newest first. */
export const Timeline = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('timeline');
  const [group, setGroup] = useState<TimelineGroup | null>(null);
  const { entries, total, isRead, error, again, hasOlder, isReadingOlder, older } = useTimeline(clientId, group);
  const choices = ['everything', ...timelineGroups] as const;
  return (
    <section aria-labelledby="timeline">
      <div className="row wrap timeline-head">
        <h2 id="timeline" className="section-title grow">
          {t('title')}
        </h2>
        <Select
          aria-label={t('show')}
          className="timeline-show"
          data={choices.map((value) => ({ value, label: t(`group.${value}`) }))}
          value={group ?? 'everything'}
          allowDeselect={false}
          onChange={(value) => setGroup(timelineGroups.find((one) => one === value) ?? null)}
        />
      </div>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {isRead && total === 0 ? <p className="ink-2">{t('none')}</p> : null}
      {byMonth(entries).map((month) => (
        <section key={month.title} aria-label={month.title}>
          <h3 className="timeline-month ink-2">{month.title}</h3>
          <ul className="timeline-list">
            {month.entries.map((entry) => (
              <TimelineRow key={`${entry.kind}-${entry.id}-${entry.at}`} clientId={clientId} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {hasOlder ? (
        <Button variant="subtle" disabled={isReadingOlder} onClick={() => void older()}>
          {t('older', { shown: entries.length, total })}
        </Button>
      ) : null}
    </section>
  );
};
