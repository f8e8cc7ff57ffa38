import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { call } from '../call.ts';
import { weekdayWords } from '../dates.ts';
import { Notice } from '../ui/notice.tsx';

type Skipped = OutputOf<'series.extend'>['skipped'];

/** So many days are named; of more it is said how many. */
const most = 5;

/** Makes series without an end further, once while the window is open and one is behind; says which times were left out. */
export const ExtendSeries = ({ behind }: { readonly behind: boolean }): JSX.Element | null => {
  const { t } = useTranslation('today');
  const begun = useRef(false);
  const [skipped, setSkipped] = useState<Skipped>([]);
  useEffect(() => {
    if (!behind || begun.current) return;
    begun.current = true;
    // What did not work is tried again when Today is opened anew.
    void call('series.extend', {}).then((reply) => setSkipped(reply.ok ? reply.value.skipped : []));
  }, [behind]);
  if (skipped.length === 0) return null;
  const rest = skipped.length - most;
  return (
    <Notice
      tone="wait"
      title={t('series.leftOut', { count: skipped.length })}
      live
      actions={
        <Button variant="default" onClick={() => setSkipped([])}>
          {t('series.ok')}
        </Button>
      }
    >
      {t('series.text')}
      <ul>
        {skipped.slice(0, most).map(({ day, startsAt, clientId }) => (
          <li key={`${clientId} ${startsAt}`}>{weekdayWords(day)}</li>
        ))}
      </ul>
      {rest > 0 ? t('series.more', { count: rest }) : null}
    </Notice>
  );
};
