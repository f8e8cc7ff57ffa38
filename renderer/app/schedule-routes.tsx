import { createRoute } from '@tanstack/react-router';
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

/** Pages of calendar, appointments and tasks. */
export const schedulePages = [calendar, tasks] as const;
