import { z } from 'zod';
import { CalendarDay } from '../../shared/time.ts';
import { type View, views } from './calendar-days.ts';
import { type ColumnKind, columnKinds } from './lanes.ts';

/** What the calendar shows stands in its address, so that back goes back. What is not understood there is left out. */
export type CalendarSearch = { readonly view?: View; readonly day?: string; readonly by?: ColumnKind };

const known = {
  view: z.enum(views).optional().catch(undefined),
  day: CalendarDay.optional().catch(undefined),
  by: z.enum(columnKinds).optional().catch(undefined),
};

export const calendarSearch = (asked: Record<string, unknown>): CalendarSearch => {
  const { view, day, by } = z.object(known).parse(asked);
  return { ...(view && { view }), ...(day && { day }), ...(by && { by }) };
};
