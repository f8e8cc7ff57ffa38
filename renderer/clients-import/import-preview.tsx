import { Button, Checkbox, Progress } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Reading } from '../../shared/client-import.ts';
import { numberWords } from '../dates.ts';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { ColumnsTable } from './columns-table.tsx';
import { HowRead, OrderOfDates } from './how-read.tsx';
import { holdsDays, namesSomebody, sumOf, withField } from './import-choice.ts';
import { RowsTable, rowsAtOnce, type Shown } from './rows-table.tsx';

type Read = OutputOf<'clients.importPreview'>;
export type TakenOver = OutputOf<'clients.import'>;

type Came = { readonly done: number; readonly total: number };

/** How many are there by now; null before the vault has said so. */
const useCame = (): Came | null => {
  const [came, setCame] = useState<Came | null>(null);
  useEffect(
    () =>
      window.stillpoint.onNotice((notice) => {
        if (notice.kind === 'progress' && notice.of === 'import') setCame({ done: notice.done, total: notice.total });
      }),
    [],
  );
  return came;
};

const Taking = (): JSX.Element => {
  const { t } = useTranslation('import');
  const came = useCame();
  const words = came ? t('take.came', { done: numberWords(came.done), total: numberWords(came.total) }) : t('take.taking');
  return <Progress value={came ? (came.done / came.total) * 100 : 0} aria-label={words} maw={320} />;
};

type SumProps = {
  readonly read: Read;
  readonly ticked: ReadonlySet<number>;
  readonly busy: boolean;
  /** What is shown is being read anew. */
  readonly waits: boolean;
  readonly onTake: (leaveOutRefused: boolean) => void;
};

/** How many come, who does not, and the button. */
const Sum = ({ read: { counts, mapping }, ticked, busy, waits, onTake }: SumProps): JSX.Element => {
  const { t } = useTranslation('import');
  const [leaveOut, setLeaveOut] = useState(false);
  const [tried, setTried] = useState(false);
  const { taken, left } = sumOf(counts, ticked);
  const isSaid = counts.refused === 0 || leaveOut;
  const take = (): void => {
    setTried(true);
    if (isSaid) onTake(leaveOut);
  };
  return (
    <div className="lists-sum fields">
      <p role="status">
        <span className="b">{taken === 0 ? t('sum.none') : t('sum.new', { count: taken })}</span>{' '}
        {left > 0 ? <span className="ink-2">{t('sum.alike', { count: left })}</span> : null}
      </p>
      {namesSomebody(mapping) ? null : <Wrong>{t('sum.noName')}</Wrong>}
      {counts.refused > 0 && namesSomebody(mapping) ? (
        <Checkbox
          label={t('sum.leaveOut', { count: counts.refused })}
          checked={leaveOut}
          error={tried && !isSaid ? <Wrong>{t('sum.needed')}</Wrong> : undefined}
          onChange={(event) => setLeaveOut(event.currentTarget.checked)}
        />
      ) : null}
      {busy ? <Taking /> : null}
      <div className="row">
        <Button disabled={busy || waits || taken === 0} onClick={take}>
          {busy ? t('take.taking') : t('take.action')}
        </Button>
      </div>
    </div>
  );
};

type PreviewProps = { readonly uploadId: string; readonly onDone: (taken: TakenOver) => void };

/** What would become of each row of the list; nothing is kept of it until it is taken over. */
export const ImportPreview = ({ uploadId, onDone }: PreviewProps): JSX.Element => {
  const { t } = useTranslation('import');
  const [reading, setReading] = useState<Reading>({ uploadId, separator: null, firstRow: null, mapping: null, dateOrder: null });
  const [shown, setShown] = useState<Shown>({ show: 'all', offset: 0 });
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const {
    data: read,
    error,
    isFetching,
    again,
  } = useCall('clients.importPreview', { ...reading, ...shown, limit: rowsAtOnce }, { keep: true, fresh: true });
  const { data: fields } = useCall('customFields.list', {});
  const { send, isSending, error: refused } = useSend('clients.import');

  // What is read otherwise may be other people: who was ticked in it is asked again.
  const readAs = (change: Partial<Reading>): void => {
    setReading({ ...reading, ...change });
    setShown({ ...shown, offset: 0 });
    setTicked(new Set());
  };
  const tick = (row: number, isTicked: boolean): void => {
    const next = new Set(ticked);
    if (isTicked) next.add(row);
    else next.delete(row);
    setTicked(next);
  };
  const take = async ({ mapping, counts }: Read, leaveOutRefused: boolean): Promise<void> => {
    const reply = await send({ ...reading, mapping, expected: counts, alsoAlike: [...ticked], leaveOutRefused });
    if (reply.ok) return onDone(reply.value);
    if (reply.error.code === 'refused' && reply.error.reason === 'import-changed') {
      setTicked(new Set());
      await again();
    }
  };
  if (error) return <ErrorNotice error={error} />;
  if (!read || !fields) return <Waiting>{t('take.reading')}</Waiting>;
  const custom = fields.fields;
  // What was chosen stands at once, also while a long list is read anew.
  const mapping = reading.mapping ?? read.mapping;
  const dateFields = custom.filter(({ kind }) => kind === 'date').map(({ id }) => `custom:${id}`);
  return (
    <>
      <HowRead
        read={read}
        onSeparator={(separator) => readAs({ separator, mapping: null })}
        onFirstRow={(firstRow) => readAs({ firstRow, mapping: null })}
      />
      <ColumnsTable
        columns={read.columns}
        mapping={mapping}
        custom={custom}
        onChange={(column, field) => readAs({ mapping: withField(mapping, column, field) })}
      />
      {holdsDays(mapping, dateFields) && (read.unclearDates > 0 || reading.dateOrder !== null) ? (
        <OrderOfDates unclear={read.unclearDates} value={reading.dateOrder} onChange={(dateOrder) => readAs({ dateOrder })} />
      ) : null}
      <RowsTable read={read} custom={custom} shown={shown} onShown={setShown} ticked={ticked} onTick={tick} />
      <Sum read={read} ticked={ticked} busy={isSending} waits={isFetching} onTake={(leaveOut) => void take(read, leaveOut)} />
      {refused ? <ErrorNotice error={refused} /> : null}
    </>
  );
};
