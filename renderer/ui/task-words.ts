import type { TFunction } from 'i18next';
import { addDays } from '../../shared/schedule-time.ts';
import type { Task } from '../../shared/tasks.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { weekdayWords } from '../dates.ts';

export const dueGroups = ['overdue', 'today', 'tomorrow', 'week', 'later', 'none'] as const;
export type DueGroup = (typeof dueGroups)[number];

export const dueGroup = (dueOn: CalendarDay | null, today: CalendarDay): DueGroup => {
  if (dueOn === null) return 'none';
  if (dueOn <= today) return dueOn === today ? 'today' : 'overdue';
  if (dueOn === addDays(today, 1)) return 'tomorrow';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
};

/** Tasks by when they are due, those without a day last; groups without any are left out. */
export const byDue = (
  tasks: readonly Task[],
  today: CalendarDay,
): readonly { readonly group: DueGroup; readonly tasks: readonly Task[] }[] =>
  dueGroups
    .map((group) => ({ group, tasks: tasks.filter(({ dueOn }) => dueGroup(dueOn, today) === group) }))
    .filter((one) => one.tasks.length > 0);

/** What today has to say of: due before, today or tomorrow. */
export const isDueSoon = ({ dueOn }: Pick<Task, 'dueOn'>, today: CalendarDay): boolean =>
  ['overdue', 'today', 'tomorrow'].includes(dueGroup(dueOn, today));

export const dueWords = (t: TFunction<'tasks'>, dueOn: CalendarDay | null, today: CalendarDay): string => {
  const group = dueGroup(dueOn, today);
  if (dueOn === null) return t('due.none');
  if (group === 'today' || group === 'tomorrow') return t(`due.${group}`);
  return t(group === 'overdue' ? 'due.overdue' : 'due.on', { day: weekdayWords(dueOn) });
};
