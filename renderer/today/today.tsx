import { IconCalendarPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, reception } from '../../shared/call.ts';
import { today, weekdayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { FreedTimes } from '../ui/freed-times.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';
import { BackupLine } from './backup-line.tsx';
import { CrisisLine } from './crisis-line.tsx';
import { Day, RemindersLine } from './day.tsx';
import { DueTasks } from './due-tasks.tsx';
import { EvidenceNotice } from './evidence-notice.tsx';
import { ExtendSeries } from './extend-series.tsx';
import { FirstSteps, useFirstSteps } from './first-steps.tsx';
import { Unfinished } from './unfinished.tsx';

/** The day, with what waits beside it. Who keeps the books alone has no calendar. */
export const Today = (): JSX.Element => {
  const { t } = useTranslation('today');
  const mayBook = (reception as readonly Role[]).includes(usePractice().role);
  const day = useCall('today.get', {}, { enabled: mayBook, fresh: true });
  const steps = useFirstSteps();
  useEachDay(day.again);
  const busy = (day.data?.appointments.length ?? 0) > 0;
  const shown = day.data?.today ?? today();
  return (
    <>
      <PageHead
        title={t('title')}
        sub={<time dateTime={shown}>{weekdayWords(shown)}</time>}
        action={
          mayBook ? (
            <ButtonLink to="/appointments/new" variant="default" leftSection={<Icon icon={IconCalendarPlus} />}>
              {t('newAppointment')}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="page-body today">
        <EvidenceNotice />
        <ExtendSeries behind={day.data?.seriesBehind ?? false} />
        <div className="today-columns">
          <div className="today-day">
            {day.error ? <ErrorNotice error={day.error} again={day.again} /> : null}
            {mayBook && day.isPending ? <Waiting /> : null}
            {steps && !busy ? <FirstSteps {...steps} /> : null}
            {day.data ? <Day day={day.data} hasSteps={steps !== null} /> : null}
            {steps && busy ? <FirstSteps {...steps} /> : null}
          </div>
          <div className="today-side">
            <CrisisLine />
            <Unfinished />
            {mayBook ? <DueTasks /> : null}
            {mayBook ? (
              <div className="today-freed">
                <FreedTimes />
              </div>
            ) : null}
            <RemindersLine left={day.data?.reminders ?? 0} />
            <BackupLine />
          </div>
        </div>
      </div>
    </>
  );
};
