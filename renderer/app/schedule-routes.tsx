import { createRoute } from '@tanstack/react-router';
import { AppointmentPage } from '../appointments/appointment-page.tsx';
import { bookingSearch, moveSearch } from '../appointments/booking-search.ts';
import { NewAppointment } from '../appointments/new-appointment.tsx';
import { CalendarExport } from '../exchange/calendar-export.tsx';
import { CalendarImport } from '../exchange/calendar-import.tsx';
import { CalendarPrint } from '../exchange/calendar-print.tsx';
import { ReminderSlip } from '../reminders/reminder-slip.tsx';
import { RemindersPage } from '../reminders/reminders-page.tsx';
import { CalendarPage } from '../schedule/calendar-page.tsx';
import { calendarSearch } from '../schedule/calendar-search.ts';
import { type Asked, TasksPage } from '../tasks/tasks-page.tsx';
import { type Asked as WaitListAsked, WaitListPage } from '../waitlist/wait-list-page.tsx';
import { frame } from './frame-routes.tsx';

const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: () => <CalendarPage search={calendar.useSearch()} />,
});
const calendarPrint = createRoute({
  getParentRoute: () => frame,
  path: '/calendar/print',
  validateSearch: calendarSearch,
  component: () => <CalendarPrint day={calendarPrint.useSearch().day} />,
});
const calendarExport = createRoute({ getParentRoute: () => frame, path: '/calendar/export', component: CalendarExport });
const calendarImport = createRoute({ getParentRoute: () => frame, path: '/calendar/import', component: CalendarImport });
const tasks = createRoute({
  getParentRoute: () => frame,
  path: '/tasks',
  validateSearch: ({ task, client }: Record<string, unknown>): Asked => ({
    ...(typeof task === 'string' && { task }),
    ...(typeof client === 'string' && { client }),
  }),
  component: () => <TasksPage asked={tasks.useSearch()} />,
});

const newAppointment = createRoute({
  getParentRoute: () => frame,
  path: '/appointments/new',
  validateSearch: bookingSearch,
  component: () => <NewAppointment search={newAppointment.useSearch()} />,
});
const findTime = createRoute({ getParentRoute: () => frame, path: '/appointments/find', component: () => <NewAppointment finds /> });
const appointment = createRoute({
  getParentRoute: () => frame,
  path: '/appointments/$appointmentId',
  validateSearch: moveSearch,
  component: () => <AppointmentPage appointmentId={appointment.useParams().appointmentId} search={appointment.useSearch()} />,
});

const waitList = createRoute({
  getParentRoute: () => frame,
  path: '/wait-list',
  validateSearch: ({ waiting, freed }: Record<string, unknown>): WaitListAsked => ({
    ...(typeof waiting === 'string' && { waiting }),
    ...(typeof freed === 'string' && { freed }),
  }),
  component: () => <WaitListPage key={waitList.useSearch().freed} asked={waitList.useSearch()} />,
});
const reminders = createRoute({ getParentRoute: () => frame, path: '/reminders', component: RemindersPage });
const reminderSlip = createRoute({
  getParentRoute: () => frame,
  path: '/reminders/$clientId/slip',
  component: () => <ReminderSlip clientId={reminderSlip.useParams().clientId} />,
});

/** Pages of calendar, appointments, wait list, reminders and tasks. */
export const schedulePages = [
  calendar,
  calendarPrint,
  calendarExport,
  calendarImport,
  newAppointment,
  findTime,
  appointment,
  tasks,
  waitList,
  reminders,
  reminderSlip,
] as const;
