import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, holdsTime } from '../../shared/appointment.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { weekdayName, weekdayWords } from '../dates.ts';
import { shortName } from '../ui/short-name.ts';
import type { CalendarWorld } from './use-calendar.ts';

/** As many names as a day has room for. */
const names = 3;

type DayProps = {
  readonly day: CalendarDay;
  readonly month: string;
  readonly world: CalendarWorld;
  readonly booked: readonly AppointmentLine[];
};

const MonthDay = ({ day, month, world, booked }: DayProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const count = t('calendar.month.appointments', { count: booked.length });
  return (
    <td data-today={day === world.today || undefined} data-other={!day.startsWith(month) || undefined}>
      <Link
        to="/calendar"
        search={(before) => ({ ...before, view: 'day', day })}
        className="cal-month-day"
        aria-current={day === world.today ? 'date' : undefined}
      >
        <span className="visually-hidden">{t('calendar.month.open', { day: weekdayWords(day), count })}</span>
        <span className="b num" aria-hidden>
          {Number(day.slice(8))}
        </span>
        {booked.length > 0 ? (
          <span className="cal-month-booked" aria-hidden>
            <span className="xs ink-2">{count}</span>
            <span className="cal-month-names xs">
              {booked.slice(0, names).map(({ id, chosenName }) => (
                <span key={id} dir="auto">
                  {shortName(chosenName)}
                </span>
              ))}
              {booked.length > names ? <span className="ink-3">{t('calendar.month.more', { count: booked.length - names })}</span> : null}
            </span>
          </span>
        ) : null}
      </Link>
    </td>
  );
};

/** A month: how much there is on each day, and who; a day leads to itself. */
export const CalendarMonth = ({ world, day }: { readonly world: CalendarWorld; readonly day: CalendarDay }): JSX.Element => {
  const booked = Map.groupBy(
    world.lines.filter(({ status }) => holdsTime(status)),
    ({ startsAt }) => wallAt(startsAt, world.zone).day,
  );
  const weeks = Array.from({ length: world.days.length / 7 }, (_, week) => world.days.slice(week * 7, week * 7 + 7));
  return (
    <div className="cal-month">
      <table>
        <thead>
          <tr>
            {weeks[0]?.map((one) => (
              <th key={one} scope="col">
                <abbr title={weekdayName(one, 'long')}>{weekdayName(one, 'short')}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <MonthDay key={one} day={one} month={day.slice(0, 7)} world={world} booked={booked.get(one) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
