import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
import { dayWords, here } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { type UploadedFile, UploadField } from '../ui/upload-field.tsx';
import { usePracticeLists } from '../ui/use-practice-lists.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useSend } from '../use-call.ts';
import { BackToCalendar } from './back-to-calendar.tsx';
import { ImportPreview, type TakenOver } from './import-preview.tsx';
import './exchange.css';

type Finished = { readonly taken: TakenOver; readonly firstAt: string };

const Done = ({ taken, firstAt, onAgain }: Finished & { readonly onAgain: () => void }): JSX.Element => {
  const { t } = useTranslation('exchange');
  const { appointments, absences, conflicts } = taken;
  const one = t('import.appointments', { count: appointments });
  const other = t('import.absences', { count: absences });
  const what =
    appointments > 0 && absences > 0 ? t('import.and', { one, other }) : t('import.only', { one: appointments > 0 ? one : other });
  const actions = (
    <>
      <ButtonLink to="/calendar" search={firstAt === '' ? {} : { day: dayIn(firstAt, here().zone) }}>
        {t('import.toCalendar')}
      </ButtonLink>
      <Button variant="default" onClick={onAgain}>
        {t('import.another')}
      </Button>
    </>
  );
  return (
    <Notice tone="sage" title={t('import.done')} live actions={actions}>
      <p>{what}</p>
      {conflicts > 0 ? <p>{t('import.conflicts', { count: conflicts })}</p> : null}
    </Notice>
  );
};

const Nothing = ({ read: { name, from } }: { readonly read: OutputOf<'calendar.readIcs'> }): JSX.Element => {
  const { t } = useTranslation('exchange');
  return (
    <Notice tone="wait" title={t('import.none')} live>
      {t('import.noneText', { name, day: dayWords(from) })}
    </Notice>
  );
};

/** A calendar from another program: looked through here, and taken over where it is wished. */
export const CalendarImport = (): JSX.Element => {
  const { t } = useTranslation('exchange');
  const { lists, error: listsError } = usePracticeLists();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [finished, setFinished] = useState<Finished | null>(null);
  const { send, isSending, error, value: read, forget } = useSend('calendar.readIcs');

  const take = (chosen: UploadedFile | null): void => {
    setFile(chosen);
    forget();
    if (chosen) void send({ uploadId: chosen.uploadId });
  };
  const done = (taken: TakenOver, firstAt: string): void => {
    setFinished({ taken, firstAt });
    take(null);
  };
  return (
    <>
      <PageHead title={t('import.title')} sub={t('import.sub')} />
      <div className="page-body exchange fields">
        <div className="exchange-back">
          <BackToCalendar />
        </div>
        {finished ? (
          <Done {...finished} onAgain={() => setFinished(null)} />
        ) : (
          <>
            <div className="exchange-form">
              <UploadField id="import-file" label={t('import.file')} kind="calendar" value={file} onChange={take} />
            </div>
            {isSending ? <Waiting>{t('import.reading')}</Waiting> : null}
            {listsError ? <ErrorNotice error={listsError} /> : null}
            {error ? <ErrorNotice error={error} /> : null}
            {read && read.events.length === 0 ? <Nothing read={read} /> : null}
            {read && file && lists && read.events.length > 0 ? (
              <ImportPreview key={file.uploadId} read={read} uploadId={file.uploadId} lists={lists} onDone={done} />
            ) : null}
          </>
        )}
      </div>
    </>
  );
};
