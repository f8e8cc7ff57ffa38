import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { addDays } from '../../shared/schedule-time.ts';
import { call } from '../call.ts';
import { today, typedDay } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { ExportError } from '../ui/export-error.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { usePracticeLists } from '../ui/use-practice-lists.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { BackToCalendar } from './back-to-calendar.tsx';
import { LaneChoice, type Naming, NamingChoice } from './choices.tsx';
import { readDays } from './export-days.ts';
import './exchange.css';

type Saved = OutputOf<'calendar.exportIcs'>;

const Done = ({ saved: { events, fileName: name } }: { readonly saved: Saved }): JSX.Element => {
  const { t } = useTranslation('exchange');
  return <Notice tone="sage" live title={events === 0 ? t('export.none', { name }) : t('export.done', { count: events, name })} />;
};

/** The calendar as a file other programs read, after saying who else can. */
export const CalendarExport = (): JSX.Element => {
  const { t } = useTranslation('exchange');
  const { lists } = usePracticeLists();
  const [typed, setTyped] = useState(() => ({ from: typedDay(today()), to: typedDay(addDays(today(), 90)) }));
  const [naming, setNaming] = useState<Naming>('initials');
  const [practitionerId, setPractitioner] = useState<string | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [tried, setTried] = useState(false);
  const { days, problems } = readDays(typed);

  const save = async (): Promise<AppError | null> => {
    setTried(true);
    setSaved(null);
    if (!days) return null;
    const chosen = await call('calendar.chooseFile', days);
    if (!chosen.ok) return chosen.error;
    const { fileGrant } = chosen.value;
    if (fileGrant === null) return null;
    const written = await call('calendar.exportIcs', { ...days, practitionerId, naming, fileGrant });
    if (!written.ok) return written.error;
    setSaved(written.value);
    return null;
  };
  const { busy, error, press } = usePressed(save);
  const said = (problem: keyof typeof problems): string | undefined => {
    const found = problems[problem];
    return tried && found ? t(`export.${found}`) : undefined;
  };

  return (
    <>
      <PageHead title={t('export.title')} sub={t('export.sub')} />
      <div className="page-body exchange">
        <div className="exchange-back">
          <BackToCalendar />
        </div>
        <div className="exchange-form fields">
          <div className="two-fields">
            <DayField
              id="export-from"
              label={t('export.from')}
              value={typed.from}
              onChange={(from) => setTyped({ ...typed, from })}
              problem={said('from')}
            />
            <DayField
              id="export-to"
              label={t('export.to')}
              value={typed.to}
              onChange={(to) => setTyped({ ...typed, to })}
              problem={said('to')}
            />
          </div>
          {lists ? <LaneChoice lists={lists} value={practitionerId} onChange={setPractitioner} everyone /> : null}
          <NamingChoice offered={['initials', 'chosen', 'none']} value={naming} onChange={setNaming} />
          <p className="ink-2">{t('export.holds')}</p>
          <p id="export-warning">{t('export.warning')}</p>
          <div className="row">
            <Button leftSection={<Icon icon={IconDownload} />} aria-describedby="export-warning" disabled={busy} onClick={press}>
              {busy ? t('export.saving') : t('export.action')}
            </Button>
          </div>
          {error ? <ExportError error={error} /> : null}
          {saved ? <Done saved={saved} /> : null}
        </div>
      </div>
    </>
  );
};
