import { Radio } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/calls.ts';
import { addDays, weekdayOf } from '../../shared/schedule-time.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today, typedDay } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { PageHead } from '../ui/page.tsx';
import { SheetView } from '../ui/paper-sheet.tsx';
import { usePracticeLists } from '../ui/use-practice-lists.ts';
import { useCall } from '../use-call.ts';
import { BackToCalendar } from './back-to-calendar.tsx';
import { LaneChoice, NamingChoice } from './choices.tsx';
import './exchange.css';

type Asked = InputOf<'calendar.paper'>;

/** Drawn anew whenever something else is asked for: a sheet of a minute ago may be another sheet. */
const Sheet = ({ asked }: { readonly asked: Asked }): JSX.Element => {
  const sheet = useCall('calendar.paper', asked, { fresh: true });
  return <SheetView sheet={{ ...sheet, data: sheet.isFetching ? undefined : sheet.data }} />;
};

/** A week begins on Monday. */
const firstOf = (day: string, days: Asked['days']): string => (days === 7 ? addDays(day, 1 - weekdayOf(day)) : day);

/** The list of a day or of a week, to print or to save. */
export const CalendarPrint = ({ day = today() }: { readonly day?: string | undefined }): JSX.Element => {
  const { t } = useTranslation('exchange');
  const { lists } = usePracticeLists();
  const [typed, setTyped] = useState(() => typedDay(day));
  const [days, setDays] = useState<Asked['days']>(1);
  const [naming, setNaming] = useState<Asked['naming']>('initials');
  const [practitionerId, setPractitioner] = useState<string | null>(null);
  const chosen = calendarDayFromTyped(typed);
  const asked = chosen === null ? null : { from: firstOf(chosen, days), days, naming, practitionerId };

  return (
    <div className="document">
      <PageHead title={t('print.title')} sub={t('print.sub')} />
      <div className="document-back">
        <BackToCalendar />
      </div>
      <div className="exchange-choices">
        <Radio.Group label={t('print.span')} value={days === 1 ? 'day' : 'week'} onChange={(value) => setDays(value === 'day' ? 1 : 7)}>
          <div className="row wrap exchange-radios">
            <Radio value="day" label={t('print.day')} />
            <Radio value="week" label={t('print.week')} />
          </div>
        </Radio.Group>
        <DayField id="print-day" label={t(days === 1 ? 'print.from' : 'print.fromWeek')} value={typed} onChange={setTyped} />
        {lists ? <LaneChoice lists={lists} value={practitionerId} onChange={setPractitioner} everyone /> : null}
        <NamingChoice offered={['initials', 'chosen']} value={naming} onChange={setNaming} />
      </div>
      {asked ? <Sheet key={JSON.stringify(asked)} asked={asked} /> : <p className="waiting ink-2">{t('print.noDay')}</p>}
    </div>
  );
};
