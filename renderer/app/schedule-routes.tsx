import { createRoute } from '@tanstack/react-router';
import { AppointmentPage } from '../appointments/appointment-page.tsx';
import { bookingSearch, moveSearch } from '../appointments/booking-search.ts';
import { NewAppointment } from '../appointments/new-appointment.tsx';
import { CalendarPage } from '../schedule/calendar-page.tsx';
import { calendarSearch } from '../schedule/calendar-search.ts';
import { type Asked, TasksPage } from '../tasks/tasks-page.tsx';
import { frame } from './frame-routes.tsx';

const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: () => <CalendarPage search={calendar.useSearch()} />,
});
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

/** Pages of calendar, appointments and tasks. */
export const schedulePages = [calendar, newAppointment, findTime, appointment, tasks] as const;
