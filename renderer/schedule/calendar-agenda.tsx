import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import { weekdayWords } from '../dates.ts';
import { spanWords, statusIcons, statusTones, statusWords } from '../ui/appointment-words.ts';
import { Icon } from '../ui/icon.tsx';
import { shortName } from '../ui/short-name.ts';
import { StandingMark } from '../ui/standing-mark.tsx';
import { type Standing, useStandings } from '../ui/use-standings.ts';
import { practitionerName, roomName } from './event-words.ts';
import type { CalendarWorld } from './use-calendar.ts';

type RowProps = { readonly world: CalendarWorld; readonly line: AppointmentLine; readonly standing: Standing | undefined };

const Row = ({ world, line, standing }: RowProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { t: tAppointments } = useTranslation('appointments');
  const where = [practitionerName(world, line.practitionerId), roomName(world, line.roomId)].filter((part) => part !== '');
  return (
    <li className="cal-row" data-tone={statusTones[line.status]}>
      <span className="num ink-2 cal-row-time">{spanWords(tAppointments, line)}</span>
      <span className="grow">
        <Link to="/appointments/$appointmentId" params={{ appointmentId: line.id }} className="row-link md b" dir="auto">
          {shortName(line.chosenName)}
        </Link>
        <span className="ink-2 block">
          {[line.serviceName, ...where, line.seriesId ? t('calendar.repeats') : ''].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className="cal-row-marks">
        <span className="state ink-2">
          <Icon icon={statusIcons[line.status]} size={18} />
          {statusWords(tAppointments, line.status)}
        </span>
        {isAhead(line.status) ? <StandingMark standing={standing} /> : null}
      </span>
    </li>
  );
};

type AgendaProps = { readonly world: CalendarWorld; readonly onFurther: () => void };

/** Two weeks as a list: the days on which there is something, and what. */
export const CalendarAgenda = ({ world, onFurther }: AgendaProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const standings = useStandings(world.lines.filter(({ status }) => isAhead(status)).map(({ clientId }) => clientId));
  const byDay = Map.groupBy(world.lines, ({ startsAt }) => wallAt(startsAt, world.zone).day);
  const days = world.days.filter((day) => byDay.has(day));
  return (
    <div className="page-body cal-agenda">
      {days.length === 0 ? <p className="md ink-2">{t('calendar.agenda.nothingOn')}</p> : null}
      {days.map((day) => (
        <section key={day} aria-labelledby={`agenda-${day}`}>
          <h2 id={`agenda-${day}`} className="section-head">
            {weekdayWords(day)}
            {day === world.today ? <span className="sm ink-2"> · {t('calendar.isToday')}</span> : null}
          </h2>
          <ul className="card cal-rows">
            {byDay.get(day)?.map((line) => (
              <Row key={line.id} world={world} line={line} standing={standings.get(line.clientId)} />
            ))}
          </ul>
        </section>
      ))}
      <Button variant="default" onClick={onFurther}>
        {t('calendar.agenda.further')}
      </Button>
    </div>
  );
};
