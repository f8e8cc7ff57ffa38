import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { daysTurned, everything, queryOf, TrailFilters } from './trail-filters.tsx';
import { TrailTable } from './trail-table.tsx';
import { useTrail } from './use-trail.ts';
import { VerifyTrail } from './verify-trail.tsx';

/** The trail for its owner to read. Each look is an entry too, so a choice is asked for once it rests. */
export const AuditTrail = (): JSX.Element => {
  const { t } = useTranslation('audit');
  const [filter, setFilter] = useState(everything);
  const [settled] = useDebouncedValue(filter, 300);
  const turned = daysTurned(filter);
  const trail = useTrail(queryOf(settled), !daysTurned(settled));
  const end = useRef<HTMLParagraphElement>(null);
  const { lines } = trail;

  const asked = useRef(false);
  const older = (): void => {
    if (trail.isReadingOlder) return;
    asked.current = true;
    void trail.older();
  };
  // The button goes with the last page, and focus must not go with it.
  useEffect(() => {
    if (asked.current && !trail.hasOlder) end.current?.focus();
    if (!trail.hasOlder) asked.current = false;
  }, [trail.hasOlder]);

  return (
    <div className="trail-page">
      <p className="ink-2">{t('lead')}</p>
      <VerifyTrail lines={lines} />
      <TrailFilters filter={filter} people={trail.people} onChange={setFilter} />
      {trail.error ? <ErrorNotice error={trail.error} again={trail.again} /> : null}
      {!trail.isRead && !trail.error ? <Waiting>{t('reading')}</Waiting> : null}
      {trail.isRead && lines.length === 0 && !turned ? (
        <div className="empty">
          <h3 className="empty-title">{t('none')}</h3>
          <p className="md ink-2">{t('noneHelp')}</p>
        </div>
      ) : null}
      {lines.length > 0 ? <TrailTable lines={lines} label={t('table')} withClient /> : null}
      {trail.isRead ? (
        <div className="trail-foot">
          <p ref={end} tabIndex={-1} className="ink-2 num" role="status">
            {t('shown', { count: lines.length })} {trail.hasOlder || lines.length === 0 ? null : t('end')}
          </p>
          {trail.hasOlder ? (
            <Button variant="default" aria-disabled={trail.isReadingOlder} onClick={older}>
              {trail.isReadingOlder ? t('olderLoading') : t('older')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
};
