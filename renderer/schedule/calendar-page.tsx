import { useNavigate } from '@tanstack/react-router';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { today } from '../dates.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { usualRoom } from '../ui/usual-room.ts';
import { Waiting } from '../ui/waiting.tsx';
import { BeforeFirst } from './before-first.tsx';
import { CalendarAgenda } from './calendar-agenda.tsx';
import { turned, type View } from './calendar-days.ts';
import { CalendarFoot } from './calendar-foot.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarHead, titleOf } from './calendar-head.tsx';
import { CalendarMonth } from './calendar-month.tsx';
import type { CalendarSearch } from './calendar-search.ts';
import type { NewPlace } from './follow-pointer.ts';
import { KeysHelp } from './keys-help.tsx';
import type { ColumnKind } from './lanes.ts';
import { type CalendarWorld, useCalendar } from './use-calendar.ts';
import { usePageKeys } from './use-page-keys.ts';

type Place = { readonly view: View; readonly day: CalendarDay; readonly by: ColumnKind };

/** Where the calendar leads to. */
const useWays = (place: Place, onShow: () => void) => {
  const navigate = useNavigate();
  return {
    show: (change: Partial<Place>): void => {
      onShow();
      void navigate({ to: '/calendar', search: { ...place, ...change } });
    },
    open: ({ id }: AppointmentLine): void => void navigate({ to: '/appointments/$appointmentId', params: { appointmentId: id } }),
    book: ({ day, column, time, minutes }: Partial<NewPlace> & { readonly day: CalendarDay }, world: CalendarWorld | null): void => {
      const practitionerId = column?.kind === 'practitioner' ? column.id : (world?.own ?? null);
      const usual = world && practitionerId ? usualRoom(world, { practitionerId, day, time }) : null;
      const roomId = column?.kind === 'room' ? column.id : usual;
      void navigate({
        to: '/appointments/new',
        search: {
          day,
          ...(time && { time }),
          ...(minutes && { minutes }),
          ...(practitionerId && { practitionerId }),
          ...(roomId && { roomId }),
        },
      });
    },
  };
};

/** What is booked, by day, week, month or as a list. Keys work while the focus is on the page and not in a field. */
export const CalendarPage = ({ search }: { readonly search: CalendarSearch }): JSX.Element => {
  const { t } = useTranslation('schedule');
  const place: Place = { view: search.view ?? 'week', day: search.day ?? today(), by: search.by ?? 'practitioner' };
  const { view, day, by } = place;
  const { world, error, again } = useCalendar(place);
  const [said, setSaid] = useState('');
  const ways = useWays(place, () => setSaid(''));
  const [keysShown, setKeysShown] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const title = titleOf(view, day, world?.days ?? []);
  const turn = (to: 1 | -1): void => ways.show({ day: turned(view, day, to) });
  const book = (at: Partial<NewPlace> & { readonly day: CalendarDay }): void => ways.book(at, world);

  usePageKeys(page, (action) => {
    if (action.kind === 'new') book({ day });
    else if (action.kind === 'today') ways.show({ day: today() });
    else if (action.kind === 'turn') turn(action.by);
    else if (action.kind === 'view') ways.show({ view: action.view });
    else if (action.kind === 'keys') setKeysShown(true);
  });
  return (
    <div className="cal-page" ref={page}>
      <CalendarHead
        view={view}
        by={by}
        title={title}
        onView={(next) => ways.show({ view: next })}
        onBy={(next) => ways.show({ by: next })}
        onTurn={turn}
        onToday={() => ways.show({ day: today() })}
        onNew={() => book({ day })}
        onKeys={() => setKeysShown(true)}
      />
      <p id="calendar-keys" className="visually-hidden">
        {t('calendar.help.hint')}
      </p>
      <div role="status" className="visually-hidden">
        {said || title}
      </div>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {world ? <BeforeFirst world={world} /> : null}
      {!world && !error ? <Waiting /> : null}
      {world && (view === 'day' || view === 'week') ? (
        <>
          <CalendarGrid
            key={view}
            world={world}
            day={day}
            say={setSaid}
            onOpen={ways.open}
            onNew={book}
            onDay={(next) => ways.show({ day: next })}
          />
          <CalendarFoot />
        </>
      ) : null}
      {world && view === 'month' ? <CalendarMonth world={world} day={day} /> : null}
      {world && view === 'agenda' ? <CalendarAgenda world={world} onFurther={() => turn(1)} /> : null}
      <KeysHelp opened={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
};
